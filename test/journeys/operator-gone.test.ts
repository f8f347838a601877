import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './support/stage.ts';
import { until } from './support/until.ts';

/** An operator's browser dies, or their Teams does; the caller is not the one who pays. */
describe('An operator’s browser dies', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage({ settings: { settle: 400, transferRing: 8_000, operatorRing: 8_000 } });
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it('while they talk: they talk on, and find the call again', async () => {
    const { callId, lineId } = await stage.talking();
    stage.eva.close();
    await until('Omar sees Eva’s call', () => stage.omar.call?.operator?.name === 'Eva Berg');
    expect(stage.line(lineId).hears?.kind).toBe('talk');
    await stage.eva.reopen();
    const call = await stage.shows('theirs', (each) => each.callId === callId && each.state === 'connected');
    expect(call.can).toContain('transfer');
  });

  it('while a colleague rings: the colleague has the caller with their answer', async () => {
    const { callId, lineId } = await stage.talking();
    await stage.eva.transfer(callId, stage.ids.jan);
    await until('Jan’s Teams rings', () => stage.rings(stage.ids.jan));
    stage.eva.close();
    await stage.pickUp(stage.ids.jan);
    await stage.omar.untilCall('handed over', ({ ended }) => ended === 'handedOver');
    expect(stage.withCaller(lineId)).toEqual([stage.ids.jan]);
    await stage.eva.reopen();
  });

  it('while a colleague rings who declines: the caller is on hold, and the reason is there when they come back', async () => {
    const { callId, lineId } = await stage.talking();
    await stage.eva.transfer(callId, stage.ids.jan);
    await until('Jan’s Teams rings', () => stage.rings(stage.ids.jan));
    stage.eva.close();
    await stage.decline(stage.ids.jan);
    await stage.omar.untilCall('on hold', ({ state }) => state === 'held');
    expect(stage.line(lineId).hears?.kind).toBe('holdMusic');
    await stage.eva.reopen();
    const call = await stage.shows('back', (each) => each.callId === callId && each.state === 'held');
    expect(call.recall).toMatchObject({ why: 'declined' });
    expect(await stage.eva.ask('resume', callId)).toBe('taken');
    await until('they talk', () => stage.line(lineId).hears?.kind === 'talk');
  });

  it('and their Teams with it while the caller is on hold: the caller is first in line for a colleague', async () => {
    const { callId, lineId } = await stage.talking();
    await stage.eva.ask('hold', callId);
    await until('the caller hears music', () => stage.line(lineId).hears?.kind === 'holdMusic');
    stage.eva.close();
    stage.house.simulator.control.hangUp(stage.ids.eva);
    const call = await stage.omar.untilCall(
      'waiting in front',
      ({ state, front }) => state === 'waiting' && front,
    );
    expect(await stage.omar.ask('accept', call.callId)).toBe('taken');
    await stage.pickUp(stage.ids.omar);
    await until('they talk', () => stage.line(lineId).hears?.kind === 'talk');
    await stage.eva.reopen();
  });
});
