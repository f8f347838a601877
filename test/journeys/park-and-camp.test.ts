import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './support/stage.ts';
import { until } from './support/until.ts';

describe('A caller is put aside', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage({ settings: { transferRing: 4_000, settle: 400 } });
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const hearsSomething = (lineId: string) =>
    until('the caller hears something', () => {
      const kind = stage.line(lineId).hears?.kind;
      return kind === 'prompt' || kind === 'holdMusic';
    });

  it('into a slot, and another operator takes them out', async () => {
    const { callId, lineId } = await stage.talking();
    expect(await stage.eva.tell({ type: 'park', callId })).toBe('taken');
    const parked = await stage.shows('parked', ({ state }) => state === 'parked');
    expect(parked).toMatchObject({ slot: 1, leftBy: { name: 'Eva Berg' }, can: ['retrieve'] });
    await until('Eva is out', () => stage.withCaller(lineId).length === 0);
    await hearsSomething(lineId);
    expect(await stage.omar.ask('retrieve', callId)).toBe('taken');
    await stage.pickUp(stage.ids.omar);
    await stage.omar.untilCall('talking', ({ state }) => state === 'connected');
    await until('they talk', () => stage.line(lineId).hears?.kind === 'talk');
    expect(stage.withCaller(lineId)).toEqual([stage.ids.omar]);
  });

  it('into the slot that was asked for, and never two into one', async () => {
    const first = await stage.talking();
    expect(await stage.eva.tell({ type: 'park', callId: first.callId, slot: 7 })).toBe('taken');
    await stage.shows('in slot 7', ({ slot }) => slot === 7);
    const second = await stage.talking();
    const refused = await stage.eva.tell({ type: 'park', callId: second.callId, slot: 7 });
    expect(refused).toMatchObject({ code: 'slotTaken' });
    expect(await stage.eva.tell({ type: 'park', callId: second.callId })).toBe('taken');
    await stage.shows('in slot 1', ({ slot }) => slot === 1);
  });

  it('and comes back in front when nobody takes them out in time', async () => {
    await stage.treat({ parkTime: 1_500 });
    const { callId, lineId } = await stage.talking();
    const forPersonId = stage.ids.jan;
    expect(await stage.eva.tell({ type: 'park', callId, forPersonId })).toBe('taken');
    await stage.shows('parked for Jan', ({ parkedFor }) => parkedFor?.personId === stage.ids.jan);
    const back = await stage.shows('waiting in front', ({ state, front }) => state === 'waiting' && front);
    expect(back.recall).toMatchObject({ why: 'tooLong', target: { name: 'Jan de Vries' } });
    await hearsSomething(lineId);
  });

  it('until a busy colleague is free, who is rung then', async () => {
    const { control } = stage.house.simulator;
    control.setPresence(stage.ids.jan, { availability: 'Busy', activity: 'InAMeeting' });
    const { callId, lineId } = await stage.talking();
    expect(await stage.eva.tell({ type: 'camp', callId, personId: stage.ids.jan })).toBe('taken');
    await stage.shows('camped', ({ state }) => state === 'camped');
    await until('Eva is out', () => stage.withCaller(lineId).length === 0);
    await hearsSomething(lineId);
    expect(stage.rings(stage.ids.jan)).toBe(false);
    control.setPresence(stage.ids.jan, { availability: 'Available', activity: 'Available' });
    await stage.pickUp(stage.ids.jan);
    await stage.shows('handed over', ({ ended }) => ended === 'handedOver');
    expect(stage.withCaller(lineId)).toEqual([stage.ids.jan]);
  });

  it('and comes back in front when the colleague stays busy', async () => {
    await stage.treat({ campTime: 1_500 });
    const { control } = stage.house.simulator;
    control.setPresence(stage.ids.jan, { availability: 'Busy', activity: 'InAMeeting' });
    const { callId } = await stage.talking();
    expect(await stage.eva.tell({ type: 'camp', callId, personId: stage.ids.jan })).toBe('taken');
    const back = await stage.shows('waiting in front', ({ state, front }) => state === 'waiting' && front);
    expect(back.recall).toMatchObject({ why: 'tooLong', target: { name: 'Jan de Vries' } });
    control.setPresence(stage.ids.jan, { availability: 'Available', activity: 'Available' });
  });

  it('into another queue, ahead of those who wait there', async () => {
    const { callId, lineId } = await stage.talking();
    const to = { kind: 'queue', queueId: 'reception' } as const;
    expect(await stage.eva.tell({ type: 'transfer', callId, to })).toMatchObject({ code: 'sameQueue' });
    const nowhere = { kind: 'queue', queueId: 'cellar' } as const;
    expect(await stage.eva.tell({ type: 'transfer', callId, to: nowhere })).toMatchObject({
      code: 'queueUnknown',
    });
    expect(stage.withCaller(lineId)).toEqual([stage.ids.eva]);
  });

  it('by leaving at once: the colleague rings, and the caller comes back in front if they do not answer', async () => {
    const { callId, lineId } = await stage.talking();
    const to = { kind: 'person', personId: stage.ids.jan } as const;
    expect(await stage.eva.tell({ type: 'transfer', callId, to, leave: true })).toBe('taken');
    await until('Eva is out', () => stage.withCaller(lineId).length === 0);
    await stage.decline(stage.ids.jan);
    const back = await stage.shows('waiting in front', ({ state, front }) => state === 'waiting' && front);
    expect(back.recall).toMatchObject({ why: 'declined', target: { name: 'Jan de Vries' } });
  });

  it('to a number outside', async () => {
    const { callId, lineId } = await stage.talking();
    const to = { kind: 'number', number: '020 7946 0777' } as const;
    expect(await stage.eva.tell({ type: 'transfer', callId, to })).toBe('taken');
    await until('the number rings', () => stage.house.simulator.control.answerNumber('+442079460777').ok);
    await stage.shows('handed over', ({ ended }) => ended === 'handedOver');
    expect(stage.withCaller(lineId)).toEqual(['+442079460777']);
    const bad = { kind: 'number', number: '12' } as const;
    const next = await stage.talking();
    const refusal = await stage.eva.tell({ type: 'transfer', callId: next.callId, to: bad });
    expect(refusal).toMatchObject({ code: 'numberInvalid' });
  });

  it('on hold, and a colleague takes them over', async () => {
    const { callId, lineId } = await stage.talking();
    await stage.eva.ask('hold', callId);
    await until('the caller hears music', () => stage.line(lineId).hears?.kind === 'holdMusic');
    expect(await stage.omar.ask('takeOver', callId)).toBe('taken');
    await stage.pickUp(stage.ids.omar);
    await stage.omar.untilCall('talking', ({ state }) => state === 'connected');
    await until('Omar alone is with the caller', () => stage.withCaller(lineId).join() === stage.ids.omar);
    await until('they talk', () => stage.line(lineId).hears?.kind === 'talk');
  });
});
