import type { CallView } from '@switchboard/contract/views/call-view';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';
import { talkingCall, waitingCall } from '../testing/sample-office.testing.ts';

const jan = { name: 'Jan de Vries', personId: 'person-1' };

describe('Asking a colleague first', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
  });
  const call = (differences: Partial<CallView>): CallView => talkingCall(desk.clock.now(), differences);
  const consulting = (
    phase: 'ringing' | 'talking',
    held: 'caller' | 'target' = 'caller',
    can: CallView['can'] = phase === 'ringing'
      ? ['takeBack', 'leave', 'hangUp']
      : ['complete', 'merge', 'swap', 'back', 'hangUp'],
  ): CallView => call({ state: 'consulting', target: jan, hold: 'on', consult: { phase, held }, can });
  const commands = (): readonly string[] => desk.line.commands().map((each) => each.type);
  const said = (): readonly string[] => {
    desk.clock.advance(8_000);
    return desk.said;
  };

  it('hands over with Enter, talks together with Shift+Enter, swaps with F9, lets go with Shift+F8', () => {
    desk.line.welcome([consulting('talking')]);
    desk.actions.go();
    desk.actions.ask();
    desk.actions.holdOrResume();
    desk.actions.letGo();
    expect(commands()).toEqual(['complete', 'merge', 'swap', 'back']);
  });

  it('Enter takes nobody over while the colleague only rings; Ctrl+Enter leaves the caller to them', () => {
    desk.line.welcome([consulting('ringing', 'caller', ['complete', 'takeBack', 'leave'])]);
    desk.actions.go();
    expect(commands()).toEqual([]);
    desk.actions.goAndLeave();
    expect(commands()).toEqual(['leave']);
  });

  it('Esc takes back what rings, and lets nobody go who talks', () => {
    desk.line.welcome([consulting('ringing')]);
    desk.actions.stepBack();
    desk.line.put(consulting('talking'));
    desk.line.answerLast();
    desk.actions.stepBack();
    expect(commands()).toEqual(['takeBack']);
    expect(said()).toContain('Shift+F8 lets Jan de Vries go');
  });

  it('stays asked until the swap came round', () => {
    desk.line.welcome([consulting('talking')]);
    desk.actions.holdOrResume();
    desk.line.answerLast();
    desk.line.put(consulting('talking'));
    expect(desk.model.desk.isAsked('call-1', 'swap')).toBe(true);
    desk.line.put(consulting('talking', 'target'));
    expect(desk.model.desk.isAsked('call-1', 'swap')).toBe(false);
  });

  it('is said aloud, each step once', () => {
    desk.line.welcome([call({})]);
    const guest = { participantId: 'p', party: jan, isRinging: false };
    const steps = [
      consulting('ringing'),
      consulting('talking'),
      consulting('talking', 'target'),
      call({ state: 'merged', guests: [guest], can: ['drop', 'leave'] }),
      call({
        state: 'merged',
        guests: [guest, { participantId: 'q', party: { number: '+1 555 0142' }, isRinging: true }],
        can: ['drop', 'leave'],
      }),
      call({ state: 'connected' }),
    ];
    for (const step of steps) {
      desk.line.put(step);
      desk.line.put(step);
      desk.clock.advance(2_000);
    }
    expect(desk.said).toEqual([
      'Asking Jan de Vries: rings',
      'Talking to Jan de Vries; Mrs J. Smith hears music',
      'Talking to Mrs J. Smith; Jan de Vries hears music',
      'Talking together: Mrs J. Smith, Jan de Vries',
      'Back with Mrs J. Smith',
    ]);
  });

  it('takes a guest out at the second press, one who only rings at once', () => {
    const merged = call({
      state: 'merged',
      guests: [
        { participantId: 'p', party: jan, isRinging: false },
        { participantId: 'q', party: { number: '+1 555 0142' }, isRinging: true },
      ],
      can: ['add', 'drop', 'leave', 'hangUp'],
    });
    desk.line.welcome([merged]);
    desk.actions.takeOut(merged, 'p');
    expect(commands()).toEqual([]);
    desk.actions.takeOut(merged, 'p');
    desk.actions.actOnNumbered(merged, 1);
    expect(desk.line.commands()).toMatchObject([
      { type: 'drop', participantId: 'p' },
      { type: 'drop', participantId: 'q' },
    ]);
  });
});

describe('Calls that are offered, parked, camped', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
  });
  const offered = (until = desk.clock.now() + 15_000): CallView =>
    waitingCall(desk.clock.now(), { offer: { until }, vip: true, can: ['accept', 'decline'] });
  const withoutOperator = (differences: Partial<CallView>): CallView =>
    waitingCall(desk.clock.now(), { can: ['retrieve'], ...differences });
  const commands = (): readonly string[] => desk.line.commands().map((each) => each.type);

  it('are announced once when offered, taken with Enter, left to others with Shift+F8', () => {
    desk.line.welcome();
    desk.line.put(offered());
    desk.line.put(offered());
    desk.clock.advance(3_000);
    expect(desk.said).toEqual(['Offered to you: Mrs J. Smith, Reception, VIP']);
    desk.actions.letGo();
    expect(commands()).toEqual(['decline']);
    desk.line.put(waitingCall(desk.clock.now(), { can: [] }));
    desk.line.answerLast();
    desk.actions.go();
    expect(commands()).toEqual(['decline']);
    desk.line.put(offered());
    desk.actions.go();
    expect(commands()).toEqual(['decline', 'accept']);
  });

  it('are announced when they are offered at the very start', () => {
    desk.line.welcome([offered()]);
    desk.clock.advance(3_000);
    expect(desk.said).toEqual(['Offered to you: Mrs J. Smith, Reception, VIP']);
  });

  it('are said with their slot when parked, with whom they wait for when camped', () => {
    desk.line.welcome([talkingCall(desk.clock.now())]);
    desk.line.put(withoutOperator({ state: 'parked', slot: 3, parkedFor: jan }));
    desk.clock.advance(2_000);
    desk.line.put(talkingCall(desk.clock.now()));
    desk.clock.advance(2_000);
    desk.line.put(withoutOperator({ state: 'camped', target: jan }));
    desk.clock.advance(2_000);
    desk.line.put(withoutOperator({ state: 'waiting', recall: { why: 'tooLong' }, can: ['accept'] }));
    desk.clock.advance(2_000);
    expect(desk.said).toEqual([
      'Parked in 3: Mrs J. Smith, for Jan de Vries',
      'Connected: Mrs J. Smith',
      'Mrs J. Smith waits for Jan de Vries',
      'Came back: Mrs J. Smith. Nobody took it',
    ]);
  });

  it('can be retrieved, and calls of others taken over, when the server says so', () => {
    const ben = { operatorId: 'operator-ben', name: 'Ben Adeyemi' };
    const parked = withoutOperator({ state: 'parked', slot: 3 });
    const theirs = withoutOperator({ callId: 'b', state: 'held', operator: ben, can: ['takeOver'] });
    desk.line.welcome([parked, theirs]);
    desk.actions.act('retrieve', parked);
    desk.actions.act('takeOver', theirs);
    desk.actions.act('takeOver', parked);
    expect(commands()).toEqual(['retrieve', 'takeOver']);
  });
});
