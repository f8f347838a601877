import type { CallView } from '@switchboard/contract/views/call-view';
import { createPrompts } from '@switchboard/server/media/prompts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './support/stage.ts';
import { until } from './support/until.ts';

/** Whenever the caller goes: the call ends with that reason, nobody rings on, nobody is left in it. */
describe('The caller hangs up', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage({
      withoutGreeting: false,
      settings: { settle: 2_000, operatorRing: 8_000, transferRing: 8_000 },
    });
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const jan = () => ({ kind: 'person', personId: stage.ids.jan }) as const;

  /** How to come into each state, from talking. */
  const ways: Readonly<Partial<Record<CallView['state'], (callId: string) => Promise<unknown>>>> = {
    connected: async () => undefined,
    held: (callId) => stage.eva.ask('hold', callId),
    transferring: (callId) => stage.eva.tell({ type: 'transfer', callId, to: jan() }),
    consulting: (callId) => stage.eva.tell({ type: 'consult', callId, to: jan() }),
    merged: (callId) => stage.eva.tell({ type: 'add', callId, to: jan() }),
    parked: (callId) => stage.eva.tell({ type: 'park', callId }),
    camped: (callId) => stage.eva.tell({ type: 'camp', callId, personId: stage.ids.lukasz }),
  };

  async function expectOver(lineId: string): Promise<void> {
    const { callId } = await stage.shows('live', ({ state }) => state !== 'ended');
    stage.house.simulator.control.hangUpLine(lineId);
    const over = await stage.shows('over', (call) => call.callId === callId && call.state === 'ended');
    expect(over.ended).toBe('callerHungUp');
    await until('nobody is left and nothing rings', () => {
      const { conversations, ringing } = stage.truth();
      return conversations.length === 0 && ringing.length === 0;
    });
  }

  it('while the greeting plays', async () => {
    const lineId = await stage.house.dial();
    await stage.shows('greeted', ({ state }) => state === 'greeting');
    await expectOver(lineId);
  });

  const closedQueue = async (destination: object, message?: ReturnType<typeof createPrompts>['closed']) => {
    const closed = { destination: destination as never, ...(message === undefined ? {} : { message }) };
    await stage.treat({ diversions: { closed } });
    const mode = { type: 'switchQueue', queueId: 'reception' } as const;
    expect(await stage.eva.tell({ ...mode, mode: 'night' })).toBe('taken');
    return { open: () => stage.eva.tell({ ...mode, mode: 'auto' }) };
  };

  it('while they hear that the queue is closed', async () => {
    const { closed } = createPrompts(stage.house.publicUrl);
    const queue = await closedQueue({ to: 'message' }, closed);
    const lineId = await stage.house.dial();
    await stage.shows('announcing', ({ state }) => state === 'announcing');
    await expectOver(lineId);
    await queue.open();
  });

  it('while somebody rings for them since the queue is closed', async () => {
    const queue = await closedQueue({ to: 'person', personId: stage.ids.director });
    const lineId = await stage.house.dial();
    await stage.shows('diverting', ({ state }) => state === 'diverting');
    await until('it rings', () => stage.rings(stage.ids.director));
    await expectOver(lineId);
    await queue.open();
  });

  it('while they wait', async () => {
    await stage.treat({});
    const lineId = await stage.house.dial();
    await stage.shows('waiting', ({ state }) => state === 'waiting');
    await expectOver(lineId);
  });

  it('while the operator’s Teams rings', async () => {
    const lineId = await stage.house.dial();
    const { callId } = await stage.shows('waiting', ({ can }) => can.includes('accept'));
    await stage.eva.ask('accept', callId);
    await until('Eva’s Teams rings', () => stage.rings(stage.ids.eva));
    await expectOver(lineId);
  });

  it.each(Object.keys(ways) as CallView['state'][])('while the call is %s', async (state) => {
    const { callId, lineId } = await stage.talking();
    await ways[state]?.(callId);
    await stage.shows(state, (call) => call.state === state);
    await expectOver(lineId);
  });

  it('just after they were handed over', async () => {
    const { callId, lineId } = await stage.talking();
    await stage.eva.transfer(callId, stage.ids.jan);
    await stage.pickUp(stage.ids.jan);
    await stage.shows('handed over', ({ state }) => state === 'handedOver');
    stage.house.simulator.control.hangUpLine(lineId);
    await stage.shows('over', ({ state }) => state === 'ended');
    await until('nobody is left', () => stage.truth().conversations.length === 0);
  });
});
