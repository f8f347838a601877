import { expect, test } from 'vitest';
import {
  accept,
  add,
  given,
  incomingCall,
  invited,
  member,
  olga,
  person,
  type Reached,
  refusedBy,
  roster,
  theCaller,
  theOperator,
  timePassed,
  tom,
} from './call.testing.ts';

const ringing = [
  'connecting',
  'transferring',
  'consulting',
  'diverting',
] as const satisfies readonly Reached[];
const after: Readonly<Record<(typeof ringing)[number], string>> = {
  connecting: 'waiting',
  transferring: 'held',
  consulting: 'held',
  diverting: 'ended',
};

test.each(ringing)('an invitation of which nobody knows is withdrawn and made anew: %s', (state) => {
  const call = given(state);
  const before = invited(call, -1);
  call.after(5_000).when(refusedBy('invite', 'uncertain'));
  call.then({ state, events: ['invitationRenewed'], effects: ['removeParticipant', 'invite'] });
  expect(call.asked('removeParticipant').participantId).toBe(before);
  expect(invited(call, -1)).not.toBe(before);
});

test.each(ringing)('the time to ring is not made longer by that: %s', (state) => {
  const call = given(state);
  const ringUntil = 'invitation' in call.state ? (call.state.invitation?.ringUntil ?? 0) : 0;
  call
    .after(5_000)
    .when(refusedBy('invite', 'uncertain'))
    .thenCall({ invitation: { ringUntil, renewals: 1 } });
});

test.each(ringing)('after two renewals, or when the time is over, it has failed: %s', (state) => {
  const call = given(state);
  const twice = refusedBy('invite', 'uncertain');
  call.when(twice, twice, twice).thenCall({ name: after[state] });
  expect(call.last.effects.map(({ type }) => type)).toContain('removeParticipant');
  const late = given(state).after(20_000).when(twice);
  late.thenCall({ name: after[state] });
  expect(late.last.effects.map(({ type }) => type)).not.toContain('invite');
});

test('who answers the invitation that was withdrawn is shown out, and who answers the new one is in', () => {
  const call = given('transferring', refusedBy('invite', 'uncertain'));
  const old = member(invited(call, 1), tom);
  call
    .when(roster(theCaller, theOperator, old))
    .then({ state: 'transferring', effects: ['removeParticipant'] });
  call
    .when(roster(theCaller, theOperator, (told) => member(invited(told, -1), tom)))
    .then({ state: 'handedOver' });
});

test('who comes under an id of their own has answered, whichever invitation it was', () => {
  given('transferring', refusedBy('invite', 'uncertain'))
    .when(roster(theCaller, theOperator, member('p-own', tom)))
    .then({ state: 'handedOver' })
    .thenCall({ targetParticipantId: 'p-own' });
});

test('what becomes of an invitation that was withdrawn is nobody’s business', () => {
  const call = given('transferring');
  const { effectId } = call.asked('invite');
  call.when(refusedBy('invite', 'uncertain'));
  for (const problem of ['uncertain', 'gone', 'exhausted'] as const) {
    call.when({ type: 'effectRefused', effectId, problem, message: '' });
    call.thenCall({ name: 'transferring', invitation: { renewals: 1 } });
  }
});

test('a mailbox that is meant is meant again', () => {
  const call = given('connected').when({ type: 'transfer', operatorId: olga, target: tom, toMailbox: true });
  call.when(refusedBy('invite', 'uncertain'));
  expect(call.asked('invite')).toMatchObject({ party: tom, toMailbox: true });
});

test('where mailboxes cannot be rung, the person who answers has the caller', () => {
  const call = given('connected').when({ type: 'transfer', operatorId: olga, target: tom, toMailbox: true });
  call.when(roster(theCaller, theOperator, (told) => member(invited(told, -1), tom)));
  call.then({ state: 'handedOver', effects: ['stopHoldMusic', 'removeParticipant'] });
});

test('the mailbox that is meant has the caller', () => {
  const call = given('connected').when({ type: 'transfer', operatorId: olga, target: tom, toMailbox: true });
  call.when(roster(theCaller, theOperator, (told) => member(invited(told, -1), tom, { isVoicemail: true })));
  call.then({ state: 'handedOver' }).thenCall({ target: tom });
});

test('somebody added to those who talk is rung anew, and then given up', () => {
  const call = given('connected', add(tom));
  for (let renewal = 0; renewal < 2; renewal += 1)
    call
      .when(refusedBy('invite', 'uncertain'))
      .then({ state: 'merged', effects: ['removeParticipant', 'invite'] });
  call.when(refusedBy('invite', 'uncertain')).then({ state: 'connected', effects: ['removeParticipant'] });
});

test('the person to whom the one who is rung forwards their calls has answered, by whatever name and id', () => {
  const forwarded = member('p-forwarded', { kind: 'number', number: '+442079460177' });
  given('transferring')
    .when(roster(theCaller, theOperator, forwarded))
    .then({ state: 'handedOver' })
    .thenCall({ targetParticipantId: 'p-forwarded' });
});

test('for an operator a colleague who picks up by forwarding is shown out', () => {
  const call = given('connecting').when(roster(theCaller, member('p-forwarded', tom)));
  call.thenCall({ name: 'waiting', missed: { operatorId: olga, why: 'noAnswer' } });
  expect(call.last.effects).toContainEqual(expect.objectContaining({ participantId: 'p-forwarded' }));
});

test('who was there before somebody rang has not answered by being there', () => {
  const stranger = member('p-stranger', tom);
  const call = given('connected', roster(theCaller, theOperator, stranger));
  call.when({ type: 'transfer', operatorId: olga, target: { kind: 'number', number: '+442079460177' } });
  call.when(roster(theCaller, theOperator, stranger)).thenCall({ name: 'transferring' });
});

test('of two who come at once nobody knows which was invited', () => {
  const two = [member('p-1', { kind: 'unknown' }), member('p-2', { kind: 'unknown' })];
  const call = given('transferring').when(roster(theCaller, theOperator, ...two));
  call.thenCall({ name: 'transferring' });
  call.after(18_000).when(timePassed).thenCall({ name: 'held' });
});

test('an operator who comes under another id while a caller is not to be seen is known by their name', () => {
  const call = incomingCall().when({ type: 'legEstablished', leg: given('waiting').state.leg }, accept());
  call.when(roster(member('p-own', person(olga)))).then({ state: 'connected' });
});
