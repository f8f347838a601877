import { expect, test } from 'vitest';
import { participantId } from '../ids.ts';
import {
  add,
  by,
  caller,
  change,
  consult,
  done,
  failed,
  given,
  hangUp,
  incomingCall,
  invited,
  member,
  observed,
  olga,
  person,
  refusedBy,
  roster,
  theCaller,
  theOperator,
  theTarget,
  timePassed,
  tina,
  tom,
  undatedRoster,
} from './call.testing.ts';
import type { CallStory, Step } from './call-story.testing.ts';

const theTom = (told: CallStory) => member(invited(told, 1), tom);
const theTina = (told: CallStory) => member(invited(told, 2), tina);
/** Olga, the caller and Tom talk. */
const merged = (...then: readonly Step[]) => given('merged', done('stopHoldMusic'), ...then);
const drop =
  (which: number): Step =>
  (told) => ({
    type: 'drop',
    operatorId: olga,
    participantId: participantId(invited(told, which)),
  });
const leave = by('leave')();

test('a colleague can be added to two who talk: they ring, and nobody is put on hold', () => {
  const call = given('connected').when(add(tom));
  call.then({ state: 'merged', events: ['guestInvited'], effects: ['invite'] });
  call.thenCall({ guests: [], sound: { kind: 'none' } });
  call.when(roster(theCaller, theOperator, theTarget));
  call.then({ state: 'merged', events: ['rosterRead', 'guestJoined'], effects: [] });
  call.thenCall({ guests: [{ party: tom, participantId: invited(call, -1) }] });
});

test('one rings at a time, and nobody who is there is added', () => {
  const call = merged(add(tina));
  call
    .when(add({ kind: 'number', number: '+442079460199' }))
    .thenRefused({ code: 'notNow', state: 'merged' });
  merged().when(add(tom)).thenRefused({ code: 'targetIsThere' });
  merged()
    .when(add(person(olga)))
    .thenRefused({ code: 'targetIsYou' });
  merged()
    .when(add(theCaller.party as typeof tom))
    .thenRefused({ code: 'targetIsThere' });
});

test('whoever is added and does not come leaves those who talk alone', () => {
  const late = merged(add(tina)).after(18_000).when(timePassed);
  late.thenCall({ name: 'merged', guests: [{ party: tom }] });
  expect(late.asked('removeParticipant').participantId).toBe(invited(late, -1));
  merged(add(tina), failed('invite', 486)).then({ state: 'merged', events: ['guestMissed'], effects: [] });
});

test('the first who is added and does not come leaves two who talk', () => {
  given('connected', add(tom), failed('invite', 486)).then({
    state: 'connected',
    events: ['guestMissed', 'mergeEnded'],
    effects: [],
  });
  const mailbox = (told: CallStory) => member(invited(told, -1), tom, { isVoicemail: true });
  given('connected', add(tom), roster(theCaller, theOperator, mailbox)).then({
    state: 'connected',
    effects: ['removeParticipant'],
  });
});

test('an invitation of which nobody knows is made anew, and those who talk go on', () => {
  merged(add(tina), refusedBy('invite', 'uncertain')).then({
    state: 'merged',
    effects: ['removeParticipant', 'invite'],
  });
});

test('whoever rings can be dropped, and somebody who talks', () => {
  const ringing = merged(add(tina), drop(-1));
  ringing.then({ state: 'merged', events: ['guestMissed'], effects: ['removeParticipant'] });
  ringing.when(drop(-1)).thenRefused({ code: 'notNow', state: 'merged' });
  const talking = merged(add(tina), roster(theCaller, theOperator, theTom, theTina), drop(1));
  talking.then({ state: 'merged', effects: ['removeParticipant'] }).thenCall({ guests: [{ party: tina }] });
});

test('when the last guest is dropped operator and caller talk, and the guest is shown out until they are gone', () => {
  const call = merged(drop(1)).then({ state: 'connected', effects: ['removeParticipant'] });
  call
    .when(roster(theCaller, theOperator, theTom))
    .then({ state: 'connected', effects: ['removeParticipant'] });
});

test('when the last guest hangs up operator and caller talk', () => {
  merged(roster(theCaller, theOperator)).then({
    state: 'connected',
    events: ['rosterRead', 'guestLeft', 'mergeEnded'],
    effects: [],
  });
});

test('the operator may leave the others together', () => {
  const call = merged(leave).then({ state: 'handedOver', effects: ['removeParticipant'] });
  call.thenCall({ target: tom, operatorId: olga });
  call.when(roster(theCaller, theTom)).after(3_000).when(timePassed);
  call.when(observed('established', theCaller, theTom));
  call.then({ state: 'ended', effects: ['hangUp'] }).thenCall({ reason: 'handedOver' });
});

test('nobody rings on when the operator leaves the others together, and who comes too late is shown out', () => {
  const call = merged(add(tina), leave);
  call.then({ state: 'handedOver', effects: ['removeParticipant', 'removeParticipant'] });
  call.when(roster(theCaller, theTom, theTina)).then({ state: 'handedOver', effects: ['removeParticipant'] });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, -1));
});

test('an operator who hangs up leaves the others together, and whoever rings stops ringing', () => {
  const call = merged(add(tina), roster(theCaller, theTom));
  call.then({ state: 'handedOver', effects: ['removeParticipant'] });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, -1));
});

test('an operator who hangs up while the first is added and rings leaves the caller to the queue', () => {
  const call = given('connected', add(tom), roster(theCaller));
  call.then({ state: 'waiting', effects: ['removeParticipant', 'playPrompt'] }).thenCall({ isFront: true });
});

test('an operator cannot leave a caller alone with somebody who rings only', () => {
  given('connected', add(tom)).when(leave).thenRefused({ code: 'notNow', state: 'merged' });
});

test('when operator and guests hang up together the caller goes to the front of the queue', () => {
  merged(roster(theCaller))
    .then({ state: 'waiting', effects: ['playPrompt'] })
    .thenCall({ isFront: true });
});

test('after the operator has left, the caller stays with the second guest when the first goes', () => {
  const call = merged(add(tina), roster(theCaller, theOperator, theTom, theTina), leave);
  call.when(roster(theCaller, theTina)).then({ state: 'handedOver', effects: [] });
  call.when(roster(theCaller)).then({ state: 'waiting', effects: ['startHoldMusic'] });
});

test('when the caller hangs up, or the operator ends the call, everybody is let go', () => {
  for (const ending of [change({ ...theCaller, removed: true }), hangUp]) {
    const call = merged(add(tina)).when(ending).then({ state: 'ended' });
    const removed = call.last.effects.flatMap((e) =>
      e.type === 'removeParticipant' ? [e.participantId] : [],
    );
    expect(removed).toEqual(expect.arrayContaining([invited(call, 0), invited(call, 1), invited(call, 2)]));
  }
});

test('a merged call is not held, parked or consulted about', () => {
  const refusal = { code: 'notNow', state: 'merged' } as const;
  for (const type of ['hold', 'resume', 'park'] as const)
    merged().when({ type, operatorId: olga }).thenRefused(refusal);
  merged().when(consult(tina)).thenRefused(refusal);
  merged().when(by('merge')()).thenRefused(refusal);
});

test('keys are sent where people talk', () => {
  const keys = { type: 'sendTones', operatorId: olga, tones: ['1', '#'] } as const;
  merged(keys).then({ events: ['tonesSent'], effects: ['sendTones'] });
  given('connected', keys).then({ effects: ['sendTones'] });
  given('held').when(keys).thenRefused({ code: 'notNow', state: 'held' });
});

test('a caller from inside who is added to their own call is there already', () => {
  const inside = member('p-caller', tom);
  const call = incomingCall(tom).when({ type: 'legEstablished', leg: given('waiting').state.leg });
  call.when({ type: 'accept', operatorId: olga }, roster(inside, theOperator));
  call.when(add(tom)).thenRefused({ code: 'targetIsThere' });
  expect(caller).not.toEqual(tom);
});

test('one more who leaves while a doubt is open is asked about anew', () => {
  const call = merged().when(undatedRoster(theCaller, theOperator));
  call.then({ state: 'merged', effects: ['observe'] });
  call.when(undatedRoster(theCaller, theOperator)).thenNothing();
  call.when(undatedRoster(theCaller)).then({ state: 'merged', effects: ['observe'] });
});
