import { expect, test } from 'vitest';
import {
  by,
  done,
  failed,
  given,
  hold,
  invited,
  member,
  observed,
  olga,
  omar,
  person,
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
import type { CallStory } from './call-story.testing.ts';

const takeOver = by('takeOver');
const omarHere = (told: CallStory) => member(invited(told, -1), person(omar));
/** Olga has left the caller to the ringing. */
const givenOut = () => given('transferring', by('leave')());

test('a held call is taken over: its operator goes, and the other rings while the music goes on', () => {
  const call = given('held').when(takeOver(omar));
  call.then({ state: 'connecting', effects: ['removeParticipant', 'invite'] });
  call.thenCall({ operatorId: omar, isFront: true, sound: { kind: 'hold' } });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, 0));
});

test('the caller talks to the one who took over, and the one before is shown out until they are gone', () => {
  const call = given('held', takeOver(omar)).when(roster(theCaller, theOperator, omarHere));
  call
    .then({ state: 'connected', effects: ['stopHoldMusic', 'removeParticipant'] })
    .thenCall({ operatorId: omar });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, 0));
  call.when(roster(theCaller, omarHere)).then({ state: 'connected', effects: [] });
});

test('the one before has no say any more', () => {
  const call = given('held', takeOver(omar));
  for (const command of [resume, by('hangUp')(), hold])
    call.when(command).thenRefused({ code: 'notYourCall', by: omar });
});

test('who takes over and does not answer leaves the caller to the front of the queue, with music', () => {
  const call = given('held', takeOver(omar)).after(15_000).when(timePassed);
  call.thenCall({ name: 'waiting', isFront: true, missed: { operatorId: omar }, sound: { kind: 'hold' } });
  const busy = given('held', takeOver(omar), failed('invite', 486));
  busy.thenCall({ name: 'waiting', missed: { why: 'busy' }, wait: { isNew: true } });
});

test('a transfer whose operator has left is taken over: the colleague stops ringing', () => {
  const call = givenOut().when(takeOver(omar));
  call.then({ state: 'connecting', effects: ['removeParticipant', 'invite'] });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, 1));
  call.when(roster(theCaller, (told) => member(invited(told, 1), tom)));
  call.then({ state: 'connecting', effects: ['removeParticipant'] });
  call.when(roster(theCaller, omarHere)).then({ state: 'connected', effects: ['stopHoldMusic'] });
});

test('the operator who left a transfer may come back for it, and is not taken for themselves on the way out', () => {
  const call = givenOut().when(takeOver(olga), roster(theCaller, theOperator));
  call.then({ state: 'connecting', effects: ['removeParticipant'] });
  call
    .when(roster(theCaller, (told) => member(invited(told, -1), person(olga))))
    .then({ state: 'connected' });
});

test('nobody takes over from an operator who talks, or who waits for the colleague to answer', () => {
  for (const state of [
    'connecting',
    'connected',
    'transferring',
    'consulting',
    'merged',
    'handedOver',
  ] as const)
    given(state).when(takeOver(omar)).thenRefused({ code: 'notNow', state });
  for (const state of ['waiting', 'parked', 'camped'] as const)
    given(state).when(takeOver(omar)).thenRefused({ code: 'notNow', state });
});

test('nobody takes a call over from themselves', () => {
  given('held').when(takeOver(olga)).thenRefused({ code: 'notNow', state: 'held' });
});

test('a call is taken over once', () => {
  const call = given('held', takeOver(omar));
  call.when(takeOver(omar)).thenRefused({ code: 'notNow', state: 'connecting' });
});

test('a recalled call can be taken over, and says why it came back', () => {
  const call = given('transferring', failed('invite', 486), takeOver(omar));
  call.thenCall({ name: 'connecting', operatorId: omar, recall: { target: tom, why: 'busy' } });
});

test('the operator who gave a call out and left may still take it back, or hang up', () => {
  givenOut().when(takeBack).thenCall({ name: 'waiting', isFront: true });
  const ended = givenOut().when(by('hangUp')()).then({ state: 'ended' });
  expect(
    ended.last.effects.flatMap((e) => (e.type === 'removeParticipant' ? [e.participantId] : [])),
  ).toContain(invited(ended, 1));
});

test('an operator who goes on with another device keeps the caller', () => {
  const call = given('connected').when(roster(theCaller, member('p-mobile', person(olga))));
  call.then({ state: 'handedOver', effects: [] }).thenCall({ target: person(olga) });
});

test('whom the operator brought in by their own Teams keeps the caller when the operator hangs up', () => {
  const brought = member('p-brought', tom);
  const call = given('connected', roster(theCaller, theOperator, brought)).when(roster(theCaller, brought));
  call.then({ state: 'handedOver', effects: [] }).thenCall({ target: tom, targetParticipantId: 'p-brought' });
});

test('nobody leaves a call while somebody may be on hold in it', () => {
  const call = given('connected', transfer(), roster(theCaller, theOperator, theTarget));
  call.after(3_000).when(timePassed).thenCall({ name: 'handedOver' });
  call.when(done('stopHoldMusic'));
  expect(call.last.nextDue).toBeLessThanOrEqual(call.now);
  call.when(timePassed, observed('established', theCaller, theTarget));
  call.thenCall({ name: 'ended', reason: 'handedOver' });
});
