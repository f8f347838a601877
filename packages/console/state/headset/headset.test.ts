import type { CallView } from '@switchboard/contract/views/call-view';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeHeadset } from '../../testing/fake-hid.testing.ts';
import { type Desk, openDesk } from '../../testing/fake-line.testing.ts';
import { attend, type FakeMachine, fakeMachine } from '../../testing/fake-machine.testing.ts';
import { talkingCall, talkingCan, waitingCall } from '../../testing/sample-office.testing.ts';
import type { Attention } from '../attention/attention.ts';

/** Bits of the usual headset's report 2. */
const [hook, flash, mute] = [1, 2, 4];

describe('A headset', () => {
  let desk: Desk;
  let machine: FakeMachine;
  let attention: Attention;
  let headset: FakeHeadset;
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  beforeEach(async () => {
    desk = openDesk();
    machine = fakeMachine();
    headset = new FakeHeadset();
    machine.hid.granted.push(headset);
    attention = attend(desk, machine);
    desk.line.welcome();
    await settled();
  });
  const asked = (): readonly string[] =>
    desk.line.commands().map((each) => ('callId' in each ? `${each.type} ${each.callId}` : each.type));
  const talks = (more: Partial<CallView> = {}): void =>
    desk.line.put(talkingCall(desk.clock.now(), { callId: 'mine', ...more }));
  const state = () => attention.headset.state.getSnapshot();
  const putDown = (): void => {
    headset.tell(2, hook);
    headset.tell(2, 0);
    desk.clock.advance(400);
  };

  it('that was allowed before is used by itself', () => {
    expect(headset.opened).toBe(true);
    expect(state()).toEqual({
      kind: 'connected',
      name: 'Contoso Headset',
      keys: ['hook', 'flash', 'mute'],
      lights: ['mute', 'offHook', 'ring'],
    });
  });

  it('takes the next call when it goes off-hook, once, however often it tells of it', () => {
    desk.line.put(waitingCall(desk.clock.now()));
    headset.tell(2, hook);
    headset.tell(2, hook);
    expect(asked()).toEqual(['accept call-1']);
  });

  it('goes back to the caller on hold when nothing is offered', () => {
    talks({ state: 'held', hold: 'on', can: ['resume', 'hangUp'] });
    desk.line.put(waitingCall(desk.clock.now()));
    headset.tell(2, hook);
    expect(asked()).toEqual(['resume mine']);
  });

  it('only answers to a call that began elsewhere when it goes off-hook while the operator talks', () => {
    talks();
    desk.line.put(waitingCall(desk.clock.now()));
    headset.tell(2, hook);
    expect(asked()).toEqual([]);
  });

  it('ends the call when it goes on-hook, without a second press', () => {
    talks();
    putDown();
    expect(asked()).toEqual(['hangUp mine']);
  });

  it('ends nothing when the call has ended by itself a moment later', () => {
    talks();
    headset.tell(2, hook);
    headset.tell(2, 0);
    talks({ state: 'ended', ended: 'callerHungUp', can: [] });
    desk.clock.advance(400);
    expect(asked()).toEqual([]);
  });

  const consulting: Partial<CallView> = {
    state: 'consulting',
    target: { name: 'Jan de Vries' },
    consult: { phase: 'talking', held: 'caller' },
    can: ['complete', 'merge', 'swap', 'back'],
  };

  it.each([
    ['hangUp', 'lets the colleague go', consulting, ['back mine']],
    ['handOver', 'hands the caller over', consulting, ['complete mine']],
    ['handOver', 'ends a call in which nobody is asked', {}, ['hangUp mine']],
    [
      'hangUp',
      'leaves the others to each other',
      { state: 'merged', can: ['leave', 'hangUp'] },
      ['leave mine'],
    ],
    ['nothing', 'does nothing', {}, []],
    ['hangUp', 'leaves a caller on hold alone', { state: 'held', can: ['resume', 'hangUp'] }, []],
  ] as const)('going on-hook with “%s” %s', (onHook, _, call, commands) => {
    desk.model.preferences.change('headset', { onHook });
    talks(call as Partial<CallView>);
    desk.line.sent.length = 0;
    headset.tell(2, hook);
    desk.line.sent.length = 0;
    headset.tell(2, 0);
    desk.clock.advance(400);
    expect(asked()).toEqual(commands);
  });

  it('puts on hold with its mute key only where that is wanted, and with its flash key always', () => {
    talks();
    headset.tell(2, mute);
    headset.tell(2, 0);
    expect(asked()).toEqual([]);
    headset.tell(2, flash);
    headset.tell(2, 0);
    desk.line.answerLast();
    talks({ state: 'held', hold: 'on', can: ['resume'] });
    desk.model.preferences.change('headset', { onMute: 'hold' });
    headset.tell(2, mute);
    expect(asked()).toEqual(['hold mine', 'resume mine']);
  });

  it('shows that it rings, that one talks, and with its mute light that the caller is on hold where the key means that', async () => {
    desk.model.preferences.change('headset', { onMute: 'hold' });
    desk.line.put(waitingCall(desk.clock.now()));
    talks({ callId: 'call-1' });
    talks({ callId: 'call-1', state: 'held', hold: 'on', can: [...talkingCan] });
    talks({ callId: 'call-1', state: 'ended', ended: 'callerHungUp', can: [] });
    await settled();
    expect(headset.sent).toEqual(['3: 0 0', '3: 0 1', '3: 1 0', '3: 2 0', '3: 0 0']);
  });

  it('that is unplugged in a call harms nothing, also when it tells of going on-hook as its last', () => {
    talks();
    headset.tell(2, hook);
    headset.tell(2, 0);
    machine.hid.unplug(headset);
    desk.clock.advance(5_000);
    expect(asked()).toEqual([]);
    expect(state()).toEqual({ kind: 'unplugged', name: 'Contoso Headset' });
    expect(desk.said).toContain('The headset is unplugged. Your calls go on');
  });

  it('is used again when it is plugged in again', async () => {
    machine.hid.unplug(headset);
    machine.hid.plug(headset);
    await settled();
    expect(state().kind).toBe('connected');
    desk.line.put(waitingCall(desk.clock.now()));
    headset.tell(2, hook);
    expect(asked()).toEqual(['accept call-1']);
  });

  it('is left to another window that has it, and taken on when that is closed', async () => {
    const other = fakeMachine();
    other.windows.duties.desk.set(false);
    const free = new FakeHeadset();
    other.hid.granted.push(free);
    const waiting = attend(openDesk(), other);
    await settled();
    expect([waiting.headset.state.getSnapshot().kind, free.opened]).toEqual(['elsewhere', false]);
    other.windows.duties.desk.set(true);
    await settled();
    expect(waiting.headset.state.getSnapshot().kind).toBe('connected');
  });

  it('that another program keeps to itself, or that has no hook, is said to be of no use', async () => {
    machine.hid.unplug(headset);
    const taken = new FakeHeadset('Taken Headset');
    taken.isBroken = true;
    machine.hid.offered = [taken];
    await attention.headset.connect();
    expect(state()).toEqual({ kind: 'deaf', name: 'Taken Headset' });
    expect(desk.said).not.toContain('undefined');
  });

  it('gives way to another that the operator chooses', async () => {
    const other = new FakeHeadset('Fabrikam Headset');
    machine.hid.offered = [other];
    await attention.headset.connect();
    expect([state(), headset.opened]).toMatchObject([{ kind: 'connected', name: 'Fabrikam Headset' }, false]);
    desk.line.put(waitingCall(desk.clock.now()));
    headset.tell(2, hook);
    expect(asked()).toEqual([]);
    other.tell(2, hook);
    expect(asked()).toEqual(['accept call-1']);
  });

  it('is forgotten when the operator says so', async () => {
    await attention.headset.disconnect();
    expect([headset.isForgotten, state().kind]).toEqual([true, 'none']);
    desk.line.put(waitingCall(desk.clock.now()));
    headset.tell(2, hook);
    expect(asked()).toEqual([]);
  });

  it('does nothing without a connection, and minds no report that is too short or not its own', () => {
    desk.line.put(waitingCall(desk.clock.now()));
    headset.tell(2);
    headset.tell(9, 255);
    desk.line.lose();
    headset.tell(2, hook);
    expect(asked()).toEqual([]);
    expect(desk.model.notices.shown.getSnapshot()).toEqual([]);
  });
});
