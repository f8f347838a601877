import { must } from '@switchboard/kit/assert';
import { expect, test } from 'vitest';
import {
  accept,
  completed,
  done,
  failed,
  given,
  hold,
  olga,
  refusedBy,
  resume,
  roster,
  theCaller,
  theOperator,
  timePassed,
  transfer,
} from './call.testing.ts';

test('holding plays music to the caller alone, and shows it when Graph has said yes', () => {
  const call = given('connected').when(hold);
  call
    .then({ state: 'held', effects: ['startHoldMusic'] })
    .thenCall({ sound: { kind: 'hold', isOn: false } });
  expect(call.asked('startHoldMusic').participantId).toBe('p-caller');
  call
    .when(done('startHoldMusic'))
    .then({ effects: [] })
    .thenCall({ sound: { kind: 'hold', isOn: true } });
  call.when(done('startHoldMusic')).thenNothing();
  call.when(completed('startHoldMusic')).thenNothing();
});

test('the end of the operation shows the hold as well as the answer does', () => {
  given('connected', hold, completed('startHoldMusic')).thenCall({ sound: { kind: 'hold', isOn: true } });
});

test('resuming ends the music', () => {
  const call = given('held')
    .when(resume)
    .then({ state: 'connected', effects: ['stopHoldMusic'] });
  call.thenCall({ operatorId: olga, sound: { kind: 'none' } });
  expect(call.asked('stopHoldMusic').participantId).toBe('p-caller');
});

test('a caller can be held while they are talked to, and resumed while they are held', () => {
  for (const state of ['connecting', 'held', 'transferring', 'handedOver'] as const) {
    given(state).when(hold).thenRefused({ code: 'notNow', state });
  }
  for (const state of ['connecting', 'connected', 'transferring', 'handedOver'] as const) {
    given(state).when(resume).thenRefused({ code: 'notNow', state });
  }
});

test('a hold that Graph refuses, or that fails later, gives the caller back to the operator', () => {
  for (const failure of [refusedBy('startHoldMusic', 'conflict'), failed('startHoldMusic')]) {
    const call = given('connected', hold).when(failure);
    call.then({ state: 'connected', events: ['soundChanged', 'callResumed'], effects: [] });
    call.thenCall({ operatorId: olga, sound: { kind: 'none' } });
  }
});

test('hold music that breaks off after it began is noticed', () => {
  given('held').when(failed('startHoldMusic')).then({ state: 'connected', effects: [] });
});

test('without hold music the caller of a transfer hears music all the same', () => {
  given('connected', transfer())
    .when(refusedBy('startHoldMusic', 'forbidden'))
    .then({ state: 'transferring', effects: ['playPrompt'] });
});

test('hold music takes over from music that plays to all', () => {
  const call = given('connected', transfer(), refusedBy('startHoldMusic', 'conflict'), failed('invite', 486));
  call.then({ state: 'held', events: ['transferReturned'] }).thenCall({ sound: { kind: 'prompt' } });
  call.when(transfer()).then({ state: 'transferring', effects: ['stopPrompts', 'startHoldMusic', 'invite'] });
});

test('hold music that is known to play is not taken for refused when its answer was lost', () => {
  const call = given('connected', hold, completed('startHoldMusic')).when(
    refusedBy('startHoldMusic', 'conflict'),
  );
  call.then({ state: 'held' }).thenCall({ sound: { kind: 'hold', isOn: true } });
});

test('the end of hold music is asked for again as long as Graph does not confirm it', () => {
  const call = given('held', resume).when(refusedBy('stopHoldMusic', 'exhausted'));
  call.then({ state: 'connected', effects: ['stopHoldMusic'] });
  call.when(refusedBy('stopHoldMusic', 'exhausted')).then({ effects: ['stopHoldMusic'] });
  call.when(refusedBy('stopHoldMusic', 'conflict')).then({ events: ['soundChanged'], effects: [] });
  call.when(refusedBy('stopHoldMusic', 'exhausted')).thenNothing();
});

test('a hold of which nobody knows whether it came about is ended, since the caller is spoken to', () => {
  for (const problem of ['exhausted', 'uncertain'] as const) {
    const call = given('connected', hold).when(refusedBy('startHoldMusic', problem));
    call.then({ state: 'connected', effects: ['stopHoldMusic'] }).thenCall({ sound: { kind: 'none' } });
    expect(call.asked('stopHoldMusic').participantId).toBe('p-caller');
  }
});

test('the end of hold music is still asked for when something else plays or plays again', () => {
  const call = given('held').when(resume).withoutConsoleOf(olga).when(roster(theCaller));
  call.then({ state: 'waiting', effects: ['playPrompt'] });
  call.when(refusedBy('stopHoldMusic', 'exhausted')).then({ state: 'waiting', effects: ['stopHoldMusic'] });
  call.when(done('stopHoldMusic')).then({ events: ['soundChanged'], effects: [] });
  call.thenCall({ sound: { kind: 'prompt' } });
});

test('who is put on hold again is not to be released any more', () => {
  const call = given('held', resume, hold);
  const [first] = call.effects.filter(({ type }) => type === 'stopHoldMusic');
  call.when({
    type: 'effectRefused',
    effectId: must(first, 'a stop').effectId,
    problem: 'exhausted',
    message: '',
  });
  call.thenNothing().thenCall({ name: 'held', sound: { kind: 'hold' } });
});

test('an operator who leaves a held call gives it to the front of the queue, and the music goes on', () => {
  const call = given('held').when(roster(theCaller));
  call.then({ state: 'waiting', effects: [] });
  call.thenCall({ isFront: true, recall: { why: 'left' }, sound: { kind: 'hold', isOn: true } });
  call.when(accept()).then({ state: 'connecting', effects: ['invite'] });
  call.when(
    roster(theCaller, (told) => ({
      ...theOperator(told),
      participantId: told.asked('invite').participantId,
    })),
  );
  call.then({ state: 'connected', effects: ['stopHoldMusic'] });
});

test('hold music that fails while nobody is there is replaced by music for all', () => {
  given('held', roster(theCaller))
    .when(failed('startHoldMusic'))
    .then({ state: 'waiting', effects: ['playPrompt'] });
});

test('a held call with nothing due is left alone', () => {
  given('held').after(1_000).when(timePassed).thenNothing();
});
