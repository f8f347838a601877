import type { CallView } from '@switchboard/contract/views/call-view';
import { createPrompts } from '@switchboard/server/media/prompts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Console } from './support/console.ts';
import { openStage, type Stage } from './support/stage.ts';
import { until } from './support/until.ts';

/** The server dies as in a power cut, in each state; another starts, and the call goes on. */
describe('A server that is killed loses no call', () => {
  let stage: Stage;
  let house: Stage['house'];
  let console: Console;

  beforeAll(async () => {
    stage = await openStage({ settings: { settle: 1_500, operatorRing: 8_000, transferRing: 8_000 } });
    house = stage.house;
    console = stage.eva;
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const people = () => stage.ids;
  const control = () => house.simulator.control;
  const { line, rings } = {
    line: (id: string) => stage.line(id),
    rings: (id: string) => stage.rings(id),
  };

  /** Consoles come back as a browser does. */
  async function revive(): Promise<void> {
    await house.startServer();
    await Promise.all([stage.eva.reopen(), stage.omar.reopen()]);
  }

  async function powerCut(): Promise<void> {
    await house.killServer();
    await revive();
  }

  const inState = (state: CallView['state']) => console.untilCall(state, (call) => call.state === state);

  async function accept(): Promise<string> {
    const { callId } = await console.untilCall('waiting', (call) => call.can.includes('accept'));
    await console.ask('accept', callId);
    await until('Eva’s Teams rings', () => rings(people().eva));
    return callId;
  }

  async function finish(callId: string, lineId: string): Promise<void> {
    await console.untilCall('connected or held', (call) => call.can.includes('transfer'));
    await console.transfer(callId, people().jan);
    await until('Jan’s Teams rings', () => rings(people().jan));
    control().answer(people().jan);
    await console.untilCall('handed over', (call) => call.ended === 'handedOver');
    expect(line(lineId).state).toBe('connected');
  }

  /** An invitation in doubt is withdrawn and made again: Eva picks up whatever rings, until she has the caller. */
  async function pickUp(): Promise<void> {
    await until('Eva has the caller', () => {
      if (rings(people().eva)) control().answer(people().eva);
      return console.call?.state === 'connected';
    });
  }

  it('while the greeting plays', async () => {
    await stage.treat({ greeting: createPrompts(house.publicUrl).greeting });
    const lineId = await house.dial();
    await inState('greeting');
    await powerCut();
    const callId = await accept();
    await pickUp();
    await finish(callId, lineId);
  });

  it('while the caller waits', async () => {
    const lineId = await house.dial();
    await inState('waiting');
    await powerCut();
    const callId = await accept();
    await pickUp();
    await finish(callId, lineId);
  });

  it('while the operator’s Teams rings', async () => {
    const lineId = await house.dial();
    const callId = await accept();
    await powerCut();
    await pickUp();
    await finish(callId, lineId);
  });

  it('while the operator’s Teams is answered with nobody listening', async () => {
    const lineId = await house.dial();
    const callId = await accept();
    await house.killServer();
    control().answer(people().eva);
    await revive();
    await inState('connected');
    await finish(callId, lineId);
  });

  it('while caller and operator talk', async () => {
    const lineId = await house.dial();
    const callId = await accept();
    await pickUp();
    await powerCut();
    await inState('connected');
    await finish(callId, lineId);
  });

  it('while the caller is on hold', async () => {
    const lineId = await house.dial();
    const callId = await accept();
    await pickUp();
    await console.ask('hold', callId);
    await until('the caller hears hold music', () => line(lineId).hears?.kind === 'holdMusic');
    await powerCut();
    await console.ask('resume', callId);
    await until('the caller hears the operator', () => line(lineId).hears?.kind === 'talk');
    await finish(callId, lineId);
  });

  it('while a colleague rings', async () => {
    const lineId = await house.dial();
    const callId = await accept();
    await pickUp();
    await console.transfer(callId, people().jan);
    await until('Jan’s Teams rings', () => rings(people().jan));
    await powerCut();
    expect(console.calls.get(callId)?.state).toBe('transferring');
    // An invitation in doubt is withdrawn and made again: Jan picks up whatever rings, until he has the caller.
    await until('Jan has the caller', () => {
      if (rings(people().jan)) control().answer(people().jan);
      return console.calls.get(callId)?.ended === 'handedOver';
    });
    expect(line(lineId).state).toBe('connected');
  });

  it('while the operator asks a colleague', async () => {
    const lineId = await house.dial();
    const callId = await accept();
    await pickUp();
    await console.tell({ type: 'consult', callId, to: { kind: 'person', personId: people().jan } });
    await until('Jan is asked', () => {
      if (rings(people().jan)) control().answer(people().jan);
      return console.calls.get(callId)?.consult?.phase === 'talking';
    });
    await powerCut();
    await console.ask('complete', callId);
    await console.untilCall('handed over', (call) => call.ended === 'handedOver');
    expect(line(lineId).state).toBe('connected');
  });

  it('while three talk', async () => {
    const lineId = await house.dial();
    const callId = await accept();
    await pickUp();
    await console.tell({ type: 'add', callId, to: { kind: 'person', personId: people().jan } });
    await until('Jan picks up', () => rings(people().jan) && control().answer(people().jan).ok);
    await console.untilCall('merged', ({ guests }) => guests?.every(({ isRinging }) => !isRinging) === true);
    await powerCut();
    await console.ask('leave', callId);
    await console.untilCall('handed over', (call) => call.ended === 'handedOver');
    expect(line(lineId).state).toBe('connected');
  });

  it('while the caller is parked', async () => {
    const lineId = await house.dial();
    const callId = await accept();
    await pickUp();
    await console.tell({ type: 'park', callId });
    await inState('parked');
    await powerCut();
    await until('the caller hears something', () => line(lineId).hears?.kind !== 'silence');
    await console.ask('retrieve', callId);
    await pickUp();
    await finish(callId, lineId);
  });

  it('while the caller waits for a busy colleague', async () => {
    const { jan } = people();
    control().setPresence(jan, { availability: 'Busy', activity: 'InAMeeting' });
    const lineId = await house.dial();
    const callId = await accept();
    await pickUp();
    await console.tell({ type: 'camp', callId, personId: jan });
    await inState('camped');
    await powerCut();
    control().setPresence(jan, { availability: 'Available', activity: 'Available' });
    await until('Jan picks up', () => rings(jan) && control().answer(jan).ok);
    await console.untilCall('handed over', (call) => call.ended === 'handedOver');
    expect(line(lineId).state).toBe('connected');
  });

  it('while the handed-over call settles', async () => {
    const lineId = await house.dial();
    const callId = await accept();
    await pickUp();
    await console.transfer(callId, people().jan);
    await until('Jan’s Teams rings', () => rings(people().jan));
    control().answer(people().jan);
    await inState('handedOver');
    await powerCut();
    await console.untilCall('handed over', (call) => call.ended === 'handedOver');
    expect(line(lineId).state).toBe('connected');
  });

  it('while the caller hangs up and nobody hears of it', async () => {
    const lineId = await house.dial();
    const callId = await accept();
    await pickUp();
    await house.killServer();
    control().hangUpLine(lineId);
    await revive();
    await console.untilCall('over', (call) => call.callId === callId && call.state === 'ended');
    await until('Eva is out of the call', () => control().truth().conversations.length === 0);
  });
});
