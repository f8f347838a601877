import { expect, test } from 'vitest';
import {
  accept,
  change,
  completed,
  done,
  failed,
  given,
  goneTwice,
  hangUp,
  incomingCall,
  invited,
  mailboxOf,
  member,
  observed,
  olga,
  omar,
  person,
  refusedBy,
  resume,
  roster,
  takeBack,
  theCaller,
  theOperator,
  theTarget,
  timePassed,
  tom,
  transfer,
} from './call.testing.ts';

test('a transfer holds the caller and rings the colleague', () => {
  const call = given('connected').when(transfer());
  call.then({ state: 'transferring', effects: ['startHoldMusic', 'invite'] });
  call.thenCall({ operatorId: olga, invitation: { party: tom, ringUntil: call.now + 18_000 } });
});

test('an invitation cancelled by ourselves rings on as the one that follows it', () => {
  given('transferring')
    .when(failed('invite', 400, 8508))
    .thenNothing();
  given('connecting')
    .when(failed('invite', 400, 8508))
    .thenNothing();
});

test('a transfer out of hold leaves the music as it is', () => {
  given('held')
    .when(transfer())
    .then({ state: 'transferring', effects: ['invite'] });
});

test('a call can be put through while its operator has the caller, and not to themselves', () => {
  for (const state of ['connecting', 'transferring', 'handedOver'] as const) {
    given(state).when(transfer()).thenRefused({ code: 'notNow', state });
  }
  given('connected')
    .when(transfer(person(olga)))
    .thenRefused({ code: 'targetIsYou' });
});

test('when the colleague answers, the music ends, the operator is taken out, and we stay until it has settled', () => {
  const call = given('transferring').when(roster(theCaller, theOperator, theTarget));
  call.then({ state: 'handedOver', effects: ['stopHoldMusic', 'removeParticipant'] });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, 0));
  call.thenCall({ target: tom, targetParticipantId: invited(call, -1), settleUntil: call.now + 3_000 });
  call.when(roster(theCaller, theTarget)).then({ state: 'handedOver', effects: [] });
  call.when(done('stopHoldMusic')).after(2_999).when(timePassed).thenNothing();
  call
    .after(1)
    .when(timePassed)
    .then({ state: 'handedOver', effects: ['observe'] });
  call.when(observed('established', theCaller, theTarget)).then({ state: 'ended', effects: ['hangUp'] });
  call.thenCall({ reason: 'handedOver', operatorId: olga, target: tom });
});

const settled = () =>
  given('transferring')
    .when(roster(theCaller, theOperator, theTarget), done('stopHoldMusic'))
    .after(3_000)
    .when(timePassed);

test('a target who left unheard of is missed by the last look, and the caller comes back', () => {
  const call = settled().when(observed('established', theCaller));
  call.then({ state: 'waiting' }).thenCall({ isFront: true, recall: { target: tom, why: 'left' } });
});

test('a roster that shows both of them after the question is as good as the answer', () => {
  const call = settled().when(roster(theCaller, theTarget)).then({ state: 'ended' });
  expect(call.last.effects.at(-1)?.type).toBe('hangUp');
});

test('a last look that Graph refuses, or never answers, keeps nobody', () => {
  const refused = settled();
  const { effectId } = refused.asked('observe');
  refused.when({ type: 'effectRefused', effectId, problem: 'exhausted', message: '' });
  refused.then({ state: 'ended', effects: ['hangUp'] });
  const unanswered = settled().after(9_999).when(timePassed).thenCall({ name: 'handedOver' });
  unanswered.after(1).when(timePassed).thenCall({ name: 'ended', reason: 'handedOver' });
});

test.each([
  [408, 'noAnswer'],
  [480, 'notSignedIn'],
  [486, 'busy'],
  [603, 'declined'],
] as const)('an invitation that ends with %i recalls the call to its operator, on hold: %s', (code, why) => {
  given('transferring')
    .when(failed('invite', code))
    .then({ state: 'held', events: ['transferReturned'], effects: [] })
    .thenCall({ operatorId: olga, recall: { target: tom, why }, sound: { kind: 'hold' } });
});

test('a colleague who does not answer stops ringing, and the operator has the call again', () => {
  given('transferring')
    .after(17_999)
    .when(timePassed)
    .then({ state: 'transferring', effects: ['observe'] });
  const call = given('transferring').after(18_000).when(timePassed);
  call
    .then({ state: 'held', effects: ['removeParticipant', 'observe'] })
    .thenCall({ recall: { target: tom, why: 'noAnswer' } });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, -1));
});

test('a recalled call can be resumed, or put through again', () => {
  given('transferring', failed('invite', 486), resume).then({
    state: 'connected',
    effects: ['stopHoldMusic'],
  });
  const again = given('transferring', failed('invite', 486), transfer());
  again.then({ state: 'transferring', effects: ['invite'] });
  again.when(roster(theCaller, theOperator, theTarget)).then({ state: 'handedOver' });
});

test('an operator who takes the transfer back has the call on hold, without a reason to be told', () => {
  const call = given('transferring').when(takeBack);
  call.then({ state: 'held', events: ['transferTakenBack'], effects: ['removeParticipant'] });
  expect('recall' in call.state).toBe(false);
  for (const state of ['connecting', 'connected', 'held', 'handedOver'] as const) {
    given(state).when(takeBack).thenRefused({ code: 'notNow', state });
  }
});

test('a colleague who picks up too late is shown out, and the operator keeps the call', () => {
  const call = given('transferring', takeBack).when(roster(theCaller, theOperator, theTarget));
  call.then({ state: 'held', effects: ['removeParticipant'] });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, -1));
  call.when(resume, roster(theCaller, theOperator, member('p-again', tom)));
  call.then({ state: 'connected', effects: ['removeParticipant'] });
});

test("a colleague's mailbox is shown out, and the call recalled", () => {
  given('transferring')
    .when(roster(theCaller, theOperator, mailboxOf(tom)))
    .then({ state: 'held', effects: ['removeParticipant'] })
    .thenCall({ recall: { why: 'noAnswer' } });
});

test('a refused invitation recalls the call', () => {
  given('transferring')
    .when(refusedBy('invite', 'invalid'))
    .then({ state: 'held', effects: [] })
    .thenCall({ recall: { why: 'failed' } });
});

test('an invitation that finds no leg any more recalls the call and looks what became of the leg', () => {
  const call = given('transferring').when(refusedBy('invite', 'gone'));
  call.then({ state: 'held', effects: ['observe'] });
  call.when(...goneTwice).thenCall({ name: 'ended', reason: 'lostByPlatform' });
});

test('the operator may leave at once; the colleague answers and has the call', () => {
  const call = given('transferring').when(roster(theCaller));
  call.then({ state: 'transferring', events: ['rosterRead', 'operatorLeft'], effects: [] });
  call.when(roster(theCaller, theTarget)).then({ state: 'handedOver', effects: ['stopHoldMusic'] });
});

test('when the operator has left and the colleague does not answer, the caller waits in front, with music', () => {
  for (const ending of [timePassed, failed('invite', 486)]) {
    const call = given('transferring', roster(theCaller)).after(18_000).when(ending);
    call.thenCall({ name: 'waiting', isFront: true, recall: { target: tom }, sound: { kind: 'hold' } });
    call.when(accept(omar)).then({ state: 'connecting' });
  }
});

test('a transfer taken back after the operator has left gives the caller to the queue', () => {
  given('transferring', roster(theCaller))
    .when(takeBack)
    .then({ state: 'waiting', effects: ['removeParticipant'] })
    .thenCall({ isFront: true, sound: { kind: 'hold' } });
});

test('operator and colleague may change places in one roster', () => {
  given('transferring')
    .when(roster(theCaller, theTarget))
    .then({
      state: 'handedOver',
      events: ['rosterRead', 'operatorLeft', 'callHandedOver', 'soundChanged', 'checkPlanned'],
    });
  given('transferring')
    .when(change({ ...theCaller }, theTarget))
    .then({ state: 'handedOver', effects: ['stopHoldMusic', 'removeParticipant'] });
});

test('a colleague who leaves at once has not taken the call: the caller waits in front', () => {
  const call = given('handedOver').after(1_000).when(roster(theCaller));
  call.then({ state: 'waiting', effects: ['startHoldMusic'] });
  call.thenCall({ isFront: true, recall: { target: tom, why: 'left' } });
});

test('an operator who is still there after the hand-over is asked out until they are gone', () => {
  const call = given('handedOver').when(roster(theCaller, theOperator, theTarget));
  call.then({ state: 'handedOver', effects: ['removeParticipant'] });
  call.when(roster(theCaller, theOperator)).then({ state: 'waiting' });
  expect(call.last.effects.map(({ type }) => type)).toEqual(['startHoldMusic', 'removeParticipant']);
});

test('nobody talks with two operators: one whose time is over is shown out when the next has the call', () => {
  const call = given('held', roster(theCaller), accept(omar));
  const newcomer = member(invited(call, -1), person(omar));
  call.when(roster(theCaller, newcomer)).then({ state: 'connected' });
  call
    .when(roster(theCaller, newcomer, theOperator))
    .then({ state: 'connected', effects: ['removeParticipant'] });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, 0));
});

test('what the operator did before the hand-over cannot be undone after it', () => {
  for (const command of [hangUp, resume, takeBack]) {
    given('handedOver').when(command).thenRefused({ code: 'notNow', state: 'handedOver' });
  }
});

test('nobody is put through to themselves', () => {
  const self = incomingCall(tom).when({ type: 'legEstablished', leg: given('waiting').state.leg }, accept());
  const inLeg = member('p-caller', tom);
  self.when(roster(inLeg, theOperator), transfer(tom)).thenRefused({ code: 'targetIsThere' });
});

test('an invitation that succeeded before the roster says so is looked into soon', () => {
  const call = given('transferring').when(completed('invite'));
  expect(call.last.nextDue).toBe(call.now + 2_000);
});
