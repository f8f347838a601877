import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openStage, type Stage } from './support/stage.ts';
import { until } from './support/until.ts';

describe('A call is handed over', () => {
  let stage: Stage;
  let house: Stage['house'];

  beforeAll(async () => {
    stage = await openStage();
    house = stage.house;
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const ringingFor = (id: string): boolean => stage.rings(id);
  const line = (id: string) => stage.line(id);
  const talking = (): string[] =>
    stage
      .truth()
      .conversations.flatMap((conversation) => conversation.members)
      .filter((member) => member.kind === 'person')
      .map((member) => member.name)
      .sort();

  async function connectEva() {
    return { console: stage.eva, ...(await stage.talking()) };
  }

  it('puts the caller through to a colleague who answers, and leaves them together', async () => {
    const { jan } = house.simulator.contoso.people;
    const { console, callId, lineId } = await connectEva();
    expect(await console.transfer(callId, jan)).toBe('taken');
    await until('the caller hears hold music', () => line(lineId).hears?.kind === 'holdMusic');
    await until('Jan’s Teams rings', () => ringingFor(jan));
    house.simulator.control.answer(jan);
    await console.untilCall('over', (call) => call.state === 'ended');
    expect(console.calls.get(callId)).toMatchObject({
      ended: 'handedOver',
      target: { name: 'Jan de Vries' },
    });
    await until('only Jan and the caller are left', () => talking().join() === 'Jan de Vries');
    expect(line(lineId).state).toBe('connected');
  });

  it('recalls the caller to the operator when the colleague does not answer', async () => {
    const { jan } = house.simulator.contoso.people;
    const { console, callId, lineId } = await connectEva();
    await console.transfer(callId, jan);
    const back = await console.untilCall('back', (call) => call.recall !== undefined);
    expect(back).toMatchObject({
      state: 'held',
      recall: { why: 'noAnswer', target: { name: 'Jan de Vries' } },
    });
    await until('nobody rings any more', () => !ringingFor(jan));
    expect(line(lineId).hears?.kind).toBe('holdMusic');
    expect(await console.ask('resume', callId)).toBe('taken');
    await until('the caller hears the operator', () => line(lineId).hears?.kind === 'talk');
  });

  it('recalls the caller when the colleague declines', async () => {
    const { jan } = house.simulator.contoso.people;
    const { console, callId } = await connectEva();
    await console.transfer(callId, jan);
    await until('Jan’s Teams rings', () => ringingFor(jan));
    house.simulator.control.decline(jan);
    const back = await console.untilCall('back', (call) => call.recall !== undefined);
    expect(back).toMatchObject({ state: 'held', recall: { why: 'declined' } });
  });

  it('brings the caller back when a mailbox picks up', async () => {
    const { jan } = house.simulator.contoso.people;
    const whenNotAnswered = (afterSeconds: number, then: 'voicemail' | 'nothing') =>
      house.simulator.control.setClient(jan, { unanswered: { afterSeconds, then } });
    whenNotAnswered(1, 'voicemail');
    onTestFinished(() => void whenNotAnswered(20, 'nothing'));
    const { console, callId, lineId } = await connectEva();
    await console.transfer(callId, jan);
    await console.untilCall('back', (call) => call.recall?.why === 'noAnswer');
    const mailboxes = () =>
      house.simulator.control
        .truth()
        .conversations.flatMap((c) => c.members.filter((m) => m.kind === 'voicemail'));
    await until('the mailbox is out', () => mailboxes().length === 0);
    expect(line(lineId).state).toBe('connected');
  });

  it('gives a call that two operators take at once to exactly one', async () => {
    const { eva, omar } = stage;
    await house.dial();
    const { callId } = await eva.untilCall('waiting', (call) => call.can.includes('accept'));
    await omar.untilCall('waiting', (call) => call.can.includes('accept'));
    const answers = await Promise.all([eva.ask('accept', callId), omar.ask('accept', callId)]);
    expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1);
    expect(answers.find((answer) => answer !== 'taken')).toMatchObject({ code: 'callTaken' });
    const seen = await omar.untilCall('taken', (call) => call.operator !== undefined);
    expect(seen.operator?.name).toBe(answers[0] === 'taken' ? 'Eva Berg' : 'Omar Haddad');
    expect(house.simulator.control.truth().ringing.length).toBeLessThanOrEqual(1);
  });

  it('puts the caller back into the queue when the operator’s Teams is not answered', async () => {
    const console = stage.eva;
    const lineId = await house.dial();
    const { callId } = await console.untilCall('waiting', (call) => call.can.includes('accept'));
    await console.ask('accept', callId);
    const back = await console.untilCall('waiting again', (call) => call.missed !== undefined);
    expect(back).toMatchObject({
      state: 'waiting',
      front: true,
      missed: { name: 'Eva Berg', why: 'noAnswer' },
    });
    expect(line(lineId).hears?.kind).toBe('prompt');
  });

  it('shows a console that was away, and one that is new, what one that stayed sees', async () => {
    const { console, callId } = await connectEva();
    const { omar } = stage;
    omar.close();
    await console.ask('hold', callId);
    await console.untilCall('on hold', (call) => call.hold === 'on');
    await house.dial('+44 20 7946 0998');
    await console.untilCall('waiting', (call) => call.state === 'waiting');
    await omar.reopen();
    const fresh = await house.console('omar');
    const shown = (of: typeof console) => [...of.calls.values()].sort((a, b) => a.arrivedAt - b.arrivedAt);
    await until('both see the same', () => JSON.stringify(shown(omar)) === JSON.stringify(shown(fresh)));
    const withoutRights = (of: typeof console) => shown(of).map(({ can: _can, ...call }) => call);
    expect(withoutRights(omar)).toEqual(withoutRights(console));
    expect(omar.messages.filter((message) => message.type === 'welcome').at(-1)).toMatchObject({
      resumed: true,
    });
    const rows = await house.store
      .selectFrom('calls')
      .select(['call_id', 'state'])
      .where('state', '<>', 'ended')
      .orderBy('arrived_at')
      .execute();
    expect(rows.map((row) => [row.call_id, row.state])).toEqual(shown(fresh).map((c) => [c.callId, c.state]));
  });

  it('ends for everybody when the operator hangs up, and when the caller does', async () => {
    const { console, callId, lineId } = await connectEva();
    expect(await console.ask('hangUp', callId)).toBe('taken');
    await until('the caller’s line is dead', () => line(lineId).state === 'ended');
    await console.untilCall('over', (call) => call.callId === callId && call.ended === 'operatorHungUp');
    const second = await connectEva2();
    house.simulator.control.hangUpLine(second.lineId);
    await second.console.untilCall(
      'over',
      (call) => call.callId === second.callId && call.ended === 'callerHungUp',
    );
    await until('nobody is left', () => talking().length === 0);
  });

  async function connectEva2() {
    await until('Eva is out of the first call', () => talking().length === 0);
    return connectEva();
  }
});
