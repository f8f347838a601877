import type { CallView } from '@switchboard/contract/views/call-view';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';
import { me, samplePeople, waitingCall } from '../testing/sample-office.testing.ts';

const mine = { operatorId: me.operatorId, name: me.name };
const ben = { operatorId: 'operator-ben', name: 'Ben Adeyemi' };

describe('An operator at the console', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
  });

  const now = (): number => desk.clock.now();
  const call = (differences: Partial<CallView> = {}): CallView =>
    waitingCall(now(), { since: now(), ...differences });
  const connected = (differences: Partial<CallView> = {}): CallView =>
    call({ state: 'connected', operator: mine, can: ['hold', 'transfer', 'hangUp'], ...differences });
  const find = (text: string): void => {
    desk.model.search.type(text);
    const search = desk.line.searches().at(-1);
    desk.line.say({
      type: 'people',
      id: search?.id ?? '',
      people: [...samplePeople(now())],
      total: 1,
      more: false,
    });
  };
  const sentences = (): readonly string[] => {
    desk.clock.advance(10_000);
    return desk.said;
  };
  const notices = (): readonly string[] =>
    desk.model.notices.shown.getSnapshot().map((notice) => notice.text);

  it('takes the next call with Enter and shows "asked, waiting" until answer and state have come', () => {
    desk.line.welcome([call()]);
    desk.actions.go();
    expect(desk.line.commands()).toMatchObject([{ type: 'accept', callId: 'call-1' }]);
    expect(desk.actions.focus.getSnapshot()?.place).toBe('search');
    desk.line.answerLast();
    expect(desk.model.desk.isAsked('call-1', 'accept')).toBe(true);
    desk.line.put(call({ state: 'connecting', operator: mine, can: ['hangUp'] }));
    expect(desk.model.desk.isAsked('call-1', 'accept')).toBe(false);
    expect(desk.model.calls.arrangement.getSnapshot().current?.callId).toBe('call-1');
  });

  it('does not ask twice for the same thing', () => {
    desk.line.welcome([call()]);
    desk.actions.go();
    desk.actions.go();
    expect(desk.line.commands()).toHaveLength(1);
  });

  it('clears the search when the colleague rings, and keeps it when the transfer is refused', () => {
    desk.line.welcome([connected()]);
    find('jan');
    desk.actions.go();
    expect(desk.line.commands()).toMatchObject([
      { type: 'transfer', to: { kind: 'person', personId: 'person-1' } },
    ]);
    desk.line.answerLast({ code: 'targetUnknown' });
    expect(desk.model.search.state.getSnapshot().text).toBe('jan');
    expect(notices()).toEqual(['Put through: this person is no longer in the directory. Search again.']);

    desk.actions.go();
    desk.line.answerLast();
    desk.line.put(
      call({ state: 'transferring', operator: mine, target: { name: 'Jan' }, can: ['takeBack'] }),
    );
    expect(desk.model.search.state.getSnapshot().text).toBe('');
  });

  it('never puts through by results that are not of the typed text', () => {
    desk.line.welcome([connected()]);
    find('jan');
    desk.model.search.type('okafor');
    desk.actions.go();
    expect(desk.line.commands()).toEqual([]);
    expect(sentences()).toContain('Still looking for okafor: Enter is kept');
  });

  it('is told when a caller hangs up whom they have parked, and not of those whom others have', () => {
    const parked = (callId: string, leftBy: CallView['leftBy']) =>
      call({ callId, state: 'parked', slot: 3, leftBy, can: ['retrieve'] });
    desk.line.welcome([parked('call-1', mine), parked('call-2', ben)]);
    desk.line.put(call({ callId: 'call-2', state: 'ended', ended: 'callerHungUp', can: [] }));
    expect(sentences()).toEqual([]);
    desk.line.put(call({ callId: 'call-1', state: 'ended', ended: 'callerHungUp', can: [] }));
    expect(sentences()).toEqual(['Mrs J. Smith hung up']);
  });

  it('says why nothing can be taken: nobody waits, or a call is still in hand', () => {
    desk.line.welcome([]);
    desk.actions.go();
    expect(sentences()).toContain('No call waits for you');
    desk.line.put(call({ state: 'transferring', operator: mine, can: ['takeBack'] }));
    desk.line.put(call({ callId: 'call-2', can: [] }));
    desk.actions.go();
    expect(sentences()).toContain('Not yet: you still have Mrs J. Smith');
  });

  it('steps back: first the search, then the ringing transfer, never the call', () => {
    const ringing = call({ state: 'transferring', operator: mine, can: ['takeBack'] });
    desk.line.welcome([ringing]);
    desk.model.search.type('x');
    desk.actions.stepBack();
    expect(desk.model.search.state.getSnapshot().text).toBe('');
    expect(desk.line.commands()).toEqual([]);
    desk.actions.stepBack();
    expect(desk.line.commands()).toMatchObject([{ type: 'takeBack' }]);
    desk.line.put(connected());
    desk.actions.stepBack();
    expect(desk.line.commands()).toHaveLength(1);
  });

  it('holds and resumes with one key', () => {
    desk.line.welcome([connected()]);
    desk.actions.holdOrResume();
    desk.line.put(connected({ state: 'held', hold: 'on', can: ['resume', 'transfer', 'hangUp'] }));
    desk.line.answerLast();
    desk.actions.holdOrResume();
    expect(desk.line.commands().map((each) => each.type)).toEqual(['hold', 'resume']);
  });

  it('ends a call at the second press within three seconds', () => {
    desk.line.welcome([connected()]);
    desk.actions.hangUp();
    desk.clock.advance(3_000);
    desk.actions.hangUp();
    expect(desk.line.commands()).toEqual([]);
    desk.clock.advance(2_999);
    desk.actions.hangUp();
    expect(desk.line.commands()).toMatchObject([{ type: 'hangUp' }]);
  });

  it('gives a call back at once while the operator’s own Teams rings', () => {
    desk.line.welcome([call({ state: 'connecting', operator: mine, can: ['hangUp'] })]);
    desk.actions.hangUp();
    expect(desk.line.commands()).toMatchObject([{ type: 'hangUp' }]);
  });

  it('forgets a first press when the call becomes another', () => {
    desk.line.welcome([connected()]);
    desk.actions.hangUp();
    desk.line.put(call({ state: 'ended', operator: mine, ended: 'callerHungUp', can: [] }));
    expect(desk.model.guard.armed.getSnapshot()).toBeUndefined();
  });

  it('refuses commands while lost with a clear sentence, and sends nothing later', () => {
    desk.line.welcome([connected()]);
    desk.line.lose();
    desk.actions.holdOrResume();
    expect(notices()).toEqual([
      'Hold: not connected, so nothing was sent. Try again when the connection is back.',
    ]);
    desk.line.welcome([], true);
    desk.clock.advance(60_000);
    expect(desk.line.commands()).toEqual([]);
  });

  it('says that nothing is known about a command whose answer the broken connection swallowed', () => {
    desk.line.welcome([connected()]);
    desk.actions.holdOrResume();
    desk.line.lose();
    desk.line.welcome([], true);
    expect(desk.model.desk.isAsked('call-1', 'hold')).toBe(false);
    expect(notices()[0]).toMatch(/^Hold: the connection broke before the answer/);
  });

  it('counts a command as done when the call comes round changed after a new connection', () => {
    desk.line.welcome([connected()]);
    desk.actions.holdOrResume();
    desk.line.lose();
    desk.line.welcome([connected({ state: 'held', hold: 'on', can: ['resume'] })], true);
    expect(desk.model.desk.isAsked('call-1', 'hold')).toBe(false);
    expect(notices()).toEqual([]);
  });

  it('says so when no answer comes for ten seconds', () => {
    desk.line.welcome([connected()]);
    desk.actions.holdOrResume();
    desk.clock.advance(9_999);
    expect(notices()).toEqual([]);
    desk.clock.advance(1);
    expect(notices()[0]).toMatch(/^Hold: no answer for 10 seconds/);
  });

  it('keeps what was typed over a new connection, and asks it again', () => {
    desk.line.welcome();
    find('jan');
    desk.line.lose();
    desk.model.search.type('jane');
    desk.clock.advance(100);
    expect(desk.model.search.state.getSnapshot()).toMatchObject({ status: 'offline', text: 'jane' });
    expect(desk.model.search.state.getSnapshot().choices).toHaveLength(12);
    desk.line.welcome([], true);
    expect(desk.line.searches().at(-1)).toMatchObject({ text: 'jane' });
  });

  it('tells the server whose presence is shown, again on each new connection and not in between', () => {
    const watches = () => desk.line.sent.filter((message) => message.type === 'watch');
    desk.line.welcome();
    find('jan');
    expect(watches().at(-1)?.personIds).toHaveLength(12);
    const count = watches().length;
    desk.model.search.move(1);
    expect(watches()).toHaveLength(count);
    desk.line.lose();
    desk.line.welcome([], true);
    expect(watches()).toHaveLength(count + 1);
  });

  it('announces the life of a call, each step once', () => {
    const jan = { name: 'Jan de Vries' };
    desk.line.welcome();
    const steps: readonly CallView[] = [
      call(),
      call({ state: 'connecting', operator: mine, can: ['hangUp'] }),
      connected(),
      connected({ hold: 'asked' }),
      call({ state: 'held', operator: mine, hold: 'on', can: ['resume'] }),
      call({ state: 'transferring', operator: mine, hold: 'on', target: jan, can: ['takeBack'] }),
      call({
        state: 'held',
        operator: mine,
        hold: 'on',
        recall: { target: jan, why: 'noAnswer' },
        can: ['resume'],
      }),
      call({
        state: 'transferring',
        operator: mine,
        target: jan,
        recall: { target: jan, why: 'noAnswer' },
        can: [],
      }),
      call({
        state: 'handedOver',
        operator: mine,
        target: jan,
        recall: { target: jan, why: 'noAnswer' },
        can: [],
      }),
      call({ state: 'ended', operator: mine, ended: 'handedOver', can: [] }),
    ];
    for (const step of steps) {
      desk.line.put(step);
      desk.line.put(step);
      desk.clock.advance(2_000);
    }
    expect(desk.said).toEqual([
      'Call waiting: Mrs J. Smith, Reception',
      'Mrs J. Smith: your Teams rings, pick up',
      'Connected: Mrs J. Smith',
      'On hold: Mrs J. Smith',
      'Ringing Jan de Vries',
      'Came back: Mrs J. Smith. Jan de Vries did not answer',
      'Ringing Jan de Vries',
      'Jan de Vries has Mrs J. Smith',
    ]);
  });

  it('says who took a call, that the caller hung up, and that the own Teams was not picked up', () => {
    desk.line.welcome();
    const life: readonly CallView[] = [
      call({ callId: 'a' }),
      call({ callId: 'a', state: 'connecting', operator: ben, can: [] }),
      call({ callId: 'b', caller: { number: '+1 555 0142' } }),
      call({
        callId: 'b',
        caller: { number: '+1 555 0142' },
        state: 'ended',
        ended: 'callerHungUp',
        can: [],
      }),
      call({ callId: 'c', state: 'connecting', operator: mine, can: [] }),
      call({ callId: 'c', missed: { ...mine, why: 'noAnswer' } }),
    ];
    for (const step of life) {
      desk.line.put(step);
      desk.clock.advance(2_000);
    }
    expect(desk.said).toEqual([
      'Call waiting: Mrs J. Smith, Reception',
      'Ben Adeyemi took Mrs J. Smith',
      'Call waiting: +1 555 0142, Reception',
      '+1 555 0142 hung up',
      'Mrs J. Smith: your Teams rings, pick up',
      'Not picked up in Teams: Mrs J. Smith waits again',
    ]);
  });

  it('says at the start how many wait, not each of them', () => {
    desk.line.welcome([call({ callId: 'a' }), call({ callId: 'b' }), call({ callId: 'c' })]);
    expect(sentences()).toEqual(['3 calls waiting']);
  });

  it('says that the connection is lost and back', () => {
    desk.line.welcome();
    desk.line.lose();
    desk.clock.advance(2_000);
    desk.line.welcome([], true);
    expect(sentences()).toEqual(['Connection lost, trying again', 'Connection is back']);
  });

  it('notices calls that ended while the connection was lost', () => {
    desk.line.welcome([connected()]);
    desk.line.lose();
    desk.clock.advance(5_000);
    desk.line.welcome([], false);
    expect(desk.model.calls.arrangement.getSnapshot().current).toBeUndefined();
    expect(sentences()).toContain('Call with Mrs J. Smith ended');
  });

  it('says how things stand in one sentence', () => {
    desk.line.welcome([
      connected({ since: now() - 72_000 }),
      call({ callId: 'b', arrivedAt: now() - 48_000 }),
      call({ callId: 'c', arrivedAt: now() - 9_000 }),
    ]);
    desk.clock.advance(5_000);
    desk.said.length = 0;
    desk.actions.saySituation();
    desk.clock.advance(500);
    expect(desk.said).toEqual(['Talking to Mrs J. Smith 1 minute 17 seconds, 2 waiting, longest 53 seconds']);
  });
});
