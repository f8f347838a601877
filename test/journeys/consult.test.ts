import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './support/stage.ts';
import { until } from './support/until.ts';

/** An operator asks a colleague while the caller waits: every end, and everybody who may hang up in the middle. */
describe('A colleague is asked first', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage({ settings: { transferRing: 4_000, settle: 400 } });
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const jan = () => ({ kind: 'person', personId: stage.ids.jan }) as const;

  /** The caller on hold, Eva and Jan in conversation. */
  async function asking(): Promise<{ callId: string; lineId: string }> {
    const call = await stage.talking();
    expect(await stage.eva.tell({ type: 'consult', callId: call.callId, to: jan() })).toBe('taken');
    await until('the caller hears music', () => stage.line(call.lineId).hears?.kind === 'holdMusic');
    await stage.pickUp(stage.ids.jan);
    await stage.shows('in consultation', ({ consult }) => consult?.phase === 'talking');
    return call;
  }

  const talksTo = (lineId: string, ...people: readonly string[]) =>
    until(
      `the caller talks to ${people.length}`,
      () =>
        stage.line(lineId).hears?.kind === 'talk' &&
        JSON.stringify(stage.withCaller(lineId)) === JSON.stringify(people.toSorted()),
      undefined,
      () => stage.truth().conversations,
    );

  it('and takes the caller', async () => {
    const { callId, lineId } = await asking();
    expect(await stage.eva.ask('complete', callId)).toBe('taken');
    await stage.shows('handed over', ({ ended }) => ended === 'handedOver');
    await talksTo(lineId, stage.ids.jan);
  });

  it('and all three talk, until the operator leaves the two together', async () => {
    const { callId, lineId } = await asking();
    expect(await stage.eva.ask('merge', callId)).toBe('taken');
    await talksTo(lineId, stage.ids.jan, stage.ids.eva);
    expect(await stage.eva.ask('leave', callId)).toBe('taken');
    await stage.shows('handed over', ({ ended }) => ended === 'handedOver');
    await talksTo(lineId, stage.ids.jan);
  });

  it('and the operator goes to and fro between the two', async () => {
    const { callId, lineId } = await asking();
    expect(await stage.eva.ask('swap', callId)).toBe('taken');
    await stage.shows('swapped', ({ consult }) => consult?.held === 'target');
    await until('the caller hears the operator', () => stage.line(lineId).hears?.kind === 'talk');
    const isJanHeld = () =>
      stage
        .truth()
        .conversations.some(({ members }) =>
          members.some(({ id, onHold }) => id === stage.ids.jan && onHold),
        );
    await until('Jan waits', isJanHeld);
    expect(await stage.eva.ask('swap', callId)).toBe('taken');
    await until('the caller waits again', () => stage.line(lineId).hears?.kind === 'holdMusic');
    await until('Jan is spoken to', () => !isJanHeld());
  });

  it('and is let go: the operator is back with the caller', async () => {
    const { callId, lineId } = await asking();
    expect(await stage.eva.ask('back', callId)).toBe('taken');
    await stage.shows('talking again', ({ state }) => state === 'connected');
    await talksTo(lineId, stage.ids.eva);
  });

  it('and hangs up: the operator is back with the caller', async () => {
    const { lineId } = await asking();
    stage.house.simulator.control.hangUp(stage.ids.jan);
    await stage.shows('talking again', ({ state }) => state === 'connected');
    await talksTo(lineId, stage.ids.eva);
  });

  it('and has the caller when the operator hangs up', async () => {
    const { lineId } = await asking();
    stage.house.simulator.control.hangUp(stage.ids.eva);
    await stage.shows('handed over', ({ ended }) => ended === 'handedOver');
    await talksTo(lineId, stage.ids.jan);
  });

  it('and nobody is left in the call when the caller hangs up', async () => {
    const { lineId, callId } = await asking();
    stage.house.simulator.control.hangUpLine(lineId);
    const over = await stage.shows('over', (call) => call.callId === callId && call.state === 'ended');
    expect(over.ended).toBe('callerHungUp');
    await until('both are out', () => stage.truth().conversations.length === 0);
  });

  it('and does not answer: the caller stays on hold with the operator, who sees why', async () => {
    const { callId, lineId } = await stage.talking();
    await stage.eva.tell({ type: 'consult', callId, to: jan() });
    await stage.decline(stage.ids.jan);
    const held = await stage.shows('on hold again', ({ state }) => state === 'held');
    expect(held.recall).toMatchObject({ why: 'declined', target: { name: 'Jan de Vries' } });
    expect(held.can).toContain('resume');
    await until('the caller hears music', () => stage.line(lineId).hears?.kind === 'holdMusic');
  });

  it('and the caller is first in line again when the operator vanishes while the colleague rings', async () => {
    const { callId, lineId } = await stage.talking();
    await stage.eva.tell({ type: 'consult', callId, to: jan() });
    await until('Jan’s Teams rings', () => stage.rings(stage.ids.jan));
    stage.house.simulator.control.hangUp(stage.ids.eva);
    const back = await stage.shows('waiting in front', ({ state, front }) => state === 'waiting' && front);
    expect(back.can).toContain('accept');
    await until('Jan is left alone', () => !stage.rings(stage.ids.jan));
    await until('the caller hears music', () => stage.line(lineId).hears?.kind !== 'silence');
  });
});
