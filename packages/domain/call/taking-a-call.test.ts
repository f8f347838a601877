import { expect, test } from 'vitest';
import {
  accept,
  caller,
  callWithoutPlace,
  completed,
  established,
  failed,
  given,
  hangUp,
  hold,
  incomingCall,
  invited,
  mailboxOf,
  member,
  olga,
  omar,
  person,
  refusedBy,
  roster,
  theCaller,
  theOperator,
  timePassed,
  tom,
} from './call.testing.ts';

test('accepting rings the operator while the caller goes on hearing music', () => {
  const call = given('waiting').when(accept());
  call.then({ state: 'connecting', events: ['operatorRung', 'checkPlanned'], effects: ['invite'] });
  const invitation = { ringUntil: call.now + 15_000 };
  call.thenCall({ operatorId: olga, invitation, sound: { kind: 'prompt' }, isGroup: true });
  expect(call.asked('invite').party).toEqual(person(olga));
  call.when(completed('playPrompt')).then({ state: 'connecting', effects: ['playPrompt'] });
});

test('who accepts second is told who was first, until the call is over', () => {
  for (const state of ['connecting', 'connected', 'held', 'transferring', 'handedOver'] as const) {
    given(state).when(accept(omar)).thenRefused({ code: 'callTaken', by: olga });
  }
  given('ended').when(accept(omar)).thenRefused({ code: 'callGone' });
});

test('a call belongs to the operator who took it', () => {
  for (const state of ['connecting', 'connected', 'held', 'transferring'] as const) {
    given(state).when({ type: 'hangUp', operatorId: omar }).thenRefused({ code: 'notYourCall', by: olga });
  }
});

test('when the operator is in, the music ends and they talk', () => {
  const call = given('connecting').when(roster(theCaller, theOperator));
  call.then({ state: 'connected', effects: ['stopPrompts'] });
  call.thenCall({ operatorId: olga, operatorParticipantId: invited(call, 0), sound: { kind: 'none' } });
});

test('an operator who shows up under another participant id is the operator', () => {
  given('connecting')
    .when(roster(theCaller, member('p-other', person(olga))))
    .then({ state: 'connected' })
    .thenCall({ operatorParticipantId: 'p-other' });
});

test('a roster before the operator is in changes nothing for the caller', () => {
  given('connecting').when(roster(theCaller)).then({ state: 'connecting', effects: [] });
  given('connecting')
    .when(roster(theCaller, (told) => ({ ...theOperator(told), isInLobby: true })))
    .then({ state: 'connecting', effects: [] });
});

test.each([
  [408, 'noAnswer'],
  [480, 'notSignedIn'],
  [486, 'busy'],
  [603, 'declined'],
  [500, 'failed'],
] as const)('an invitation that ends with %i gives the caller back to the queue: %s', (code, why) => {
  given('connecting')
    .when(failed('invite', code))
    .then({ state: 'waiting', events: ['operatorMissed'], effects: [] })
    .thenCall({ isFront: true, missed: { operatorId: olga, why }, sound: { kind: 'prompt' } });
});

test('an operator who does not answer stops ringing, and the caller waits in front', () => {
  given('connecting')
    .after(14_999)
    .when(timePassed)
    .then({ state: 'connecting', effects: ['observe'] });
  const call = given('connecting').after(15_000).when(timePassed);
  const events = ['operatorMissed', 'waitPlanned', 'checkPlanned'];
  call.then({ state: 'waiting', events, effects: ['removeParticipant', 'observe'] });
  call.thenCall({ isFront: true, missed: { operatorId: olga, why: 'noAnswer' } });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, 0));
});

test('hanging up while the own Teams rings gives the caller back', () => {
  given('connecting')
    .when(hangUp)
    .then({ state: 'waiting', effects: ['removeParticipant'] })
    .thenCall({ missed: { operatorId: olga, why: 'declined' } });
});

test('a refused invitation gives the caller back; one that may ring all the same is withdrawn', () => {
  const refused = given('connecting').when(refusedBy('invite', 'forbidden'));
  refused.then({ state: 'waiting', effects: [] }).thenCall({ missed: { why: 'failed' } });
  const unheard = given('connecting').when(refusedBy('invite', 'exhausted'));
  unheard.then({ state: 'waiting', effects: ['removeParticipant'] }).thenCall({ missed: { why: 'failed' } });
});

test('a mailbox that picks up is shown out, and the caller keeps the music', () => {
  const call = given('connecting').when(roster(theCaller, mailboxOf(person(olga))));
  call.then({ state: 'waiting', effects: ['removeParticipant'] });
  call.thenCall({ missed: { why: 'noAnswer' }, sound: { kind: 'prompt' } });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, 0));
});

test('a mailbox that comes beside the ringing ends both', () => {
  given('connecting')
    .when(roster(theCaller, member('p-mailbox', person(olga), { isVoicemail: true })))
    .then({ state: 'waiting', effects: ['removeParticipant', 'removeParticipant'] });
});

test('a delegate who picks up for the operator is shown out', () => {
  const call = given('connecting').when(roster(theCaller, (told) => member(invited(told, 0), tom)));
  call.then({ state: 'waiting', effects: ['removeParticipant'] }).thenCall({ missed: { why: 'noAnswer' } });
});

test('an operator who picks up after the ringing was withdrawn is shown out', () => {
  const call = given('connecting').after(15_000).when(timePassed, roster(theCaller, theOperator));
  call.then({ state: 'waiting', effects: ['removeParticipant'] });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, 0));
});

test('an operator who missed the call may take it after all', () => {
  const call = given('connecting', hangUp, accept());
  call.when(roster(theCaller, (told) => member(invited(told, -1), person(olga))));
  call.then({ state: 'connected', effects: ['stopPrompts'] });
});

test('an invitation that succeeded without anybody to be seen is looked into soon', () => {
  const call = given('connecting').when(completed('invite')).then({ state: 'connecting', effects: [] });
  expect(call.last.nextDue).toBe(call.now + 2_000);
  call
    .after(2_000)
    .when(timePassed)
    .then({ state: 'connecting', effects: ['observe'] });
});

test('an operator who rings the own queue is not in it by that', () => {
  const call = incomingCall(person(olga)).when(established, accept());
  call.when(roster(member('p-caller', person(olga)))).then({ state: 'connecting', effects: [] });
});

test('a caller whom Microsoft does not name is the one whom nobody invited', () => {
  for (const from of [caller, { kind: 'unknown' }, { kind: 'number', number: 'anonymous' }] as const) {
    const call = callWithoutPlace(from).when(established, accept());
    call.when(roster(member('p-17', { kind: 'unknown' }), theOperator));
    call.then({ state: 'connected' }).thenCall({ callerParticipantId: 'p-17' });
  }
});

test('a caller who has left is not taken for the next stranger', () => {
  const call = callWithoutPlace({ kind: 'unknown' }).when(established, accept());
  call.when(roster(member('p-17', { kind: 'unknown' }), theOperator));
  call.when(roster(member('p-18', tom), theOperator)).thenCall({ name: 'ended', reason: 'callerHungUp' });
});

test('a call whose caller nobody can place is held with music for all', () => {
  const call = callWithoutPlace(caller).when(established, accept(), roster(theOperator));
  call
    .when(hold)
    .then({ state: 'held', effects: ['playPrompt'] })
    .thenCall({ sound: { kind: 'prompt' } });
});
