import { expect, test } from 'vitest';
import {
  accept,
  by,
  camp,
  change,
  failed,
  given,
  hold,
  invited,
  member,
  olga,
  omar,
  park,
  person,
  roster,
  targetFreed,
  theCaller,
  theOperator,
  theTarget,
  timePassed,
  tina,
  tom,
} from './call.testing.ts';

const retrieve = by('retrieve');

test('to park takes the operator out, and the caller hears music in the lowest slot that is free', () => {
  const call = given('connected');
  call.takenSlots.add(1).add(3);
  call.when(park()).then({ state: 'parked', effects: ['removeParticipant', 'playPrompt'] });
  call.thenCall({ slot: 2, parkedBy: olga, until: call.now + 120_000 });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, 0));
});

test('a held call is parked with the music that it hears', () => {
  given('held')
    .when(park())
    .then({ state: 'parked', effects: ['removeParticipant'] })
    .thenCall({ sound: { kind: 'hold' } });
});

test('a slot that is taken is refused, and so is a call when none is free', () => {
  const taken = given('connected');
  taken.takenSlots.add(7);
  taken.when(park(7)).thenRefused({ code: 'slotTaken' });
  taken.when(park(8)).thenCall({ name: 'parked', slot: 8 });
  const full = given('connected');
  for (let slot = 1; slot <= 99; slot += 1) full.takenSlots.add(slot);
  full.when(park()).thenRefused({ code: 'noSlotFree' });
});

test('a parked or camped call is nobody’s: only retrieving it leads on', () => {
  for (const state of ['parked', 'camped'] as const) {
    for (const command of [park(), hold, by('hangUp')(), by('leave')()])
      given(state).when(command).thenRefused({ code: 'notNow', state });
    given(state).when(accept(omar)).thenRefused({ code: 'notNow', state });
  }
});

test('anyone may retrieve a parked or camped call, and the second is told who was first', () => {
  for (const state of ['parked', 'camped'] as const) {
    const call = given(state, roster(theCaller)).when(retrieve(omar));
    call.then({ state: 'connecting', events: ['operatorRung'], effects: ['invite'] });
    call.thenCall({ operatorId: omar, isFront: true, sound: { kind: 'prompt' } });
    call.when(retrieve(olga)).thenRefused({ code: 'callTaken', by: omar });
    call.when(roster(theCaller, (told) => member(invited(told, -1), person(omar))));
    call.then({ state: 'connected', effects: ['stopPrompts'] });
  }
});

test('who retrieves and does not answer leaves the call to the front of the queue, which is asked anew', () => {
  const call = given('parked', roster(theCaller), retrieve(omar), failed('invite', 408));
  call.thenCall({
    name: 'waiting',
    isFront: true,
    missed: { operatorId: omar, why: 'noAnswer' },
    wait: { isNew: true },
  });
  expect(call.last.nextDue).toBeLessThanOrEqual(call.now);
});

test('an operator who parks and retrieves at once is not taken for themselves on the way out', () => {
  const call = given('parked').when(retrieve(olga), roster(theCaller, theOperator));
  call.then({ state: 'connecting', effects: ['removeParticipant'] });
  call.when(roster(theCaller, (told) => member(invited(told, -1), person(olga))));
  call.then({ state: 'connected' });
});

test('a parked call that nobody retrieves is recalled to the front of the queue', () => {
  const call = given('parked').after(119_999).when(timePassed).thenCall({ name: 'parked' });
  call.after(1).when(timePassed);
  call.thenCall({ name: 'waiting', isFront: true, recall: { why: 'tooLong' }, sound: { kind: 'prompt' } });
});

test('a call parked for somebody says for whom when it comes back', () => {
  const call = given('connected', { type: 'park', operatorId: olga, forPerson: tina }).thenCall({
    parkedFor: tina,
  });
  call
    .after(120_000)
    .when(timePassed)
    .thenCall({ recall: { target: tina, why: 'tooLong' } });
});

test('to camp takes the operator out, and the caller hears music until the contact is free', () => {
  const call = given('connected').when(camp());
  call.then({ state: 'camped', effects: ['removeParticipant', 'playPrompt'] });
  call.thenCall({ target: tom, campedBy: olga, until: call.now + 300_000 });
  given('connected')
    .when(camp(person(olga)))
    .thenRefused({ code: 'targetIsYou' });
});

test('when the contact is free they ring, once, and have the caller with their answer', () => {
  const call = given('camped', roster(theCaller)).when(targetFreed);
  call
    .then({ state: 'transferring', effects: ['invite'] })
    .thenCall({ operatorId: olga, sound: { kind: 'prompt' } });
  call.when(targetFreed).thenNothing();
  call.when(roster(theCaller, theTarget)).then({ state: 'handedOver', effects: ['stopPrompts'] });
});

test('that somebody else is free means nothing to the call', () => {
  given('camped').when({ type: 'targetFreed', personId: tina.id }).thenNothing();
  given('parked').when(targetFreed).thenNothing();
});

test('a contact who is free and does not answer leaves the caller to the front of the queue', () => {
  const call = given('camped', roster(theCaller), targetFreed).after(18_000).when(timePassed);
  call.thenCall({ name: 'waiting', isFront: true, recall: { target: tom, why: 'noAnswer' } });
});

test('a call that camps too long is recalled, and says for whom it waited', () => {
  const call = given('camped').after(300_000).when(timePassed);
  call.thenCall({ name: 'waiting', recall: { target: tom, why: 'tooLong' } });
});

test('an operator who does not go is shown out, and does not get the call by staying', () => {
  for (const state of ['parked', 'camped'] as const) {
    given(state)
      .when(roster(theCaller, theOperator))
      .then({ state, effects: ['removeParticipant'] });
  }
});

test('a caller who hangs up while parked or camped ends the call', () => {
  for (const state of ['parked', 'camped'] as const) {
    given(state, roster(theCaller))
      .when(change({ ...theCaller, removed: true }))
      .then({ state: 'ended', effects: ['hangUp'] })
      .thenCall({ reason: 'callerHungUp' });
  }
});
