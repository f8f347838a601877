import { expect, test } from 'vitest';
import { legId } from '../ids.ts';
import {
  everyState,
  given,
  goneTwice,
  leg,
  legEnded,
  observed,
  refusedBy,
  roster,
  theCaller,
  timePassed,
} from './call.testing.ts';
import { evolve } from './evolve.ts';

const live = everyState.filter((state) => state !== 'ended');

test.each(live)('a call that is %s has a deadline', (state) => {
  const call = given(state);
  expect(call.last.nextDue).toBeGreaterThan(call.now);
});

test('an ended call has none', () => {
  expect(given('ended').last.nextDue).toBeUndefined();
});

test('a leg that says nothing is asked how it stands, again and again', () => {
  const call = given('held')
    .after(30_000)
    .when(timePassed)
    .then({ state: 'held', effects: ['observe'] });
  call.after(29_999).when(timePassed).thenNothing();
  call
    .after(1)
    .when(timePassed)
    .then({ effects: ['observe'] });
});

test('what the leg says puts the question off', () => {
  const call = given('held')
    .after(20_000)
    .when(roster(...membersOf(given('held'))));
  call.after(29_999).when(timePassed).thenNothing();
});

const membersOf = (call: ReturnType<typeof given>) =>
  call.state.members.map((member) => ({ ...member, removed: false, isInLobby: false }));

test('what we do ourselves does not put it off', () => {
  given('held', refusedBy('startHoldMusic', 'conflict'))
    .after(30_000)
    .when(timePassed)
    .then({ effects: ['observe'] });
});

test('every fifteen minutes Graph gets a sign of life', () => {
  const call = given('held');
  for (let minute = 1; minute < 15; minute += 1) call.after(60_000).when(timePassed);
  expect(call.effects.filter(({ type }) => type === 'keepAlive')).toHaveLength(0);
  call
    .after(60_000)
    .when(timePassed)
    .then({ effects: ['observe', 'keepAlive'] });
  call
    .after(15 * 60_000)
    .when(timePassed)
    .then({ effects: ['observe', 'keepAlive'] });
});

test('a refusal because something is gone asks how the leg stands', () => {
  const call = given('waiting').when(refusedBy('playPrompt', 'gone'));
  call.then({ state: 'waiting', effects: ['observe'] }).thenCall({ sound: { kind: 'silence' } });
  call.when(...goneTwice).thenCall({ name: 'ended', reason: 'lostByPlatform' });
  const late = given('held')
    .after(15 * 60_000)
    .when(timePassed);
  late.when(refusedBy('keepAlive', 'gone')).then({ effects: ['observe'] });
});

test('a call that got a new leg goes on with it, and does not end with the old one', () => {
  const call = given('waiting');
  call.state = evolve(call.state, { type: 'legRenamed', leg: legId('leg-2') }, call.now);
  call.when(legEnded()).thenNothing();
  call.when({ type: 'doubtRaised' }).then({ effects: ['observe'] });
  expect(call.asked('observe').leg).toBe('leg-2');
  call.when(observed('gone')).thenNothing();
  call.when({ type: 'legEnded', leg: legId('leg-2'), outcome: { code: 200, subcode: 0, message: '' } });
  call.thenCall({ name: 'ended', formerLegs: [leg] });
});

test('who is in a call between two is remembered and nothing follows', () => {
  given('waiting')
    .when(roster(theCaller))
    .then({ state: 'waiting', events: ['rosterRead'], effects: [] });
  given('waiting', roster(theCaller)).when(roster()).then({ state: 'waiting', effects: [] });
});
