import type { CallView } from '@switchboard/contract/views/call-view';
import { createPrompts } from '@switchboard/server/media/prompts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './support/stage.ts';
import { until } from './support/until.ts';

/** As `server-killed`: before an operator can have the call, and after one has let it go. */
describe('A server that is killed loses no call', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage({ settings: { settle: 1_500, operatorRing: 8_000, transferRing: 18_000 } });
  });
  afterEach(async () => {
    await switchTo('auto');
    await stage.clear();
  });
  afterAll(() => stage.close());

  const switchTo = async (mode: 'auto' | 'night') => {
    expect(await stage.eva.tell({ type: 'switchQueue', queueId: 'reception', mode })).toBe('taken');
  };
  const inState = (state: CallView['state']) => stage.shows(state, (call) => call.state === state);
  const isHandedOver = (callId: string) => stage.eva.calls.get(callId)?.ended === 'handedOver';
  const pickUpUntil = (what: string, personId: string, isSo: () => boolean) =>
    // An invitation in doubt is withdrawn and made again: they pick up whatever rings.
    until(what, () => {
      if (stage.rings(personId)) stage.house.simulator.control.answer(personId);
      return isSo();
    });

  async function powerCut(meanwhile: () => unknown = () => undefined): Promise<void> {
    await stage.house.killServer();
    meanwhile();
    await stage.house.startServer();
    await Promise.all([stage.eva.reopen(), stage.omar.reopen()]);
  }

  async function take(callId: string): Promise<void> {
    await stage.eva.ask('accept', callId);
    await pickUpUntil('Eva has the caller', stage.ids.eva, () => stage.eva.call?.state === 'connected');
  }

  it('while it is answered, and nobody has heard what Graph made of that', async () => {
    stage.house.simulator.faults.set({ silence: { next: 1, kinds: ['answer'], done: 'always' } });
    const lineId = await stage.house.dial();
    await inState('answering');
    await powerCut();
    const { callId } = await stage.shows('waiting', ({ can }) => can.includes('accept'));
    expect(stage.line(lineId).state).toBe('connected');
    await take(callId);
  });

  it('while the caller hears that the queue is closed', async () => {
    const { closed } = createPrompts(stage.house.publicUrl);
    await stage.treat({ diversions: { closed: { destination: { to: 'message' }, message: closed } } });
    await switchTo('night');
    const lineId = await stage.house.dial();
    const { callId } = await inState('announcing');
    await until('the caller hears it', () => stage.line(lineId).hears?.kind === 'prompt');
    await powerCut();
    const over = await stage.shows('over', (call) => call.callId === callId && call.state === 'ended');
    expect(over.ended).toBe('closed');
    await until('the caller is let go', () => stage.line(lineId).state === 'ended');
  });

  it('while somebody rings for a caller whom the queue does not keep', async () => {
    const destination = { to: 'person', personId: stage.ids.director } as never;
    await stage.treat({ diversions: { closed: { destination } } });
    await switchTo('night');
    const lineId = await stage.house.dial();
    const { callId } = await inState('diverting');
    await until('it rings', () => stage.rings(stage.ids.director));
    await powerCut();
    await pickUpUntil('the director has the caller', stage.ids.director, () => isHandedOver(callId));
    expect(stage.line(lineId).state).toBe('connected');
  });

  const janRingsAlone = async () => {
    const { callId, lineId } = await stage.talking();
    const to = { kind: 'person', personId: stage.ids.jan } as const;
    await stage.eva.tell({ type: 'transfer', callId, to, leave: true });
    await until('Jan’s Teams rings', () => stage.rings(stage.ids.jan));
    await until('Eva is out', () => stage.withCaller(lineId).length === 0);
    return { callId, lineId };
  };

  it('while a colleague rings and the operator has left at once', async () => {
    const { callId, lineId } = await janRingsAlone();
    await powerCut();
    await pickUpUntil('Jan has the caller', stage.ids.jan, () => isHandedOver(callId));
    expect(stage.line(lineId).state).toBe('connected');
  });

  it('while a colleague declines whose caller nobody else has: the call is back, ahead of the others', async () => {
    const { callId, lineId } = await janRingsAlone();
    await powerCut(() => stage.house.simulator.control.decline(stage.ids.jan));
    const back = await stage.shows('back', (call) => call.callId === callId && call.can.includes('accept'));
    expect(back).toMatchObject({ state: 'waiting', recall: {} });
    await powerCut();
    expect(stage.eva.calls.get(callId)).toMatchObject({ state: 'waiting', recall: {} });
    await take(callId);
    expect(stage.withCaller(lineId)).toContain(stage.ids.eva);
  });
});
