import { expect, test } from 'vitest';
import {
  accept,
  completed,
  done,
  established,
  failed,
  given,
  hangUp,
  hold,
  incomingCall,
  leg,
  legEnded,
  observed,
  refusedBy,
  timePassed,
  transfer,
} from './call.testing.ts';

test('a new call is answered in the same breath, with its music fetched beforehand', () => {
  incomingCall().then({ state: 'answering', events: ['callArrived'], effects: ['answer'] });
  expect(
    incomingCall()
      .asked('answer')
      .prefetch.map(({ resourceId }) => resourceId),
  ).toEqual(['music']);
  const prefetch = given('greeting').asked('answer').prefetch;
  expect(prefetch.map(({ resourceId }) => resourceId)).toEqual(['hello', 'music']);
});

test('an answered call without a greeting waits with music at once', () => {
  given('answering')
    .when(established)
    .then({ state: 'waiting', effects: ['playPrompt'] });
});

test('an answered call hears the greeting before it waits', () => {
  const call = given('greeting').then({ state: 'greeting', effects: ['playPrompt'] });
  expect(call.asked('playPrompt').prompt.resourceId).toBe('hello');
  call.when(completed('playPrompt')).then({ state: 'waiting', effects: ['playPrompt'] });
  expect(call.asked('playPrompt').prompt.resourceId).toBe('music');
});

test('a caller whose greeting fails, or is refused, waits for an operator all the same', () => {
  for (const failure of [failed('playPrompt'), refusedBy('playPrompt', 'invalid')]) {
    given('greeting')
      .when(failure)
      .then({ state: 'waiting', effects: [] })
      .thenCall({ sound: { kind: 'silence' } });
  }
});

test('a caller waits though nobody has told that the greeting is over', () => {
  given('greeting').after(8_999).when(timePassed).thenNothing();
  given('greeting')
    .after(9_000)
    .when(timePassed)
    .then({ state: 'waiting', effects: ['playPrompt'] });
});

test('that the leg is established is news once only', () => {
  for (const state of ['greeting', 'waiting', 'connecting', 'connected'] as const) {
    given(state).when(established).thenNothing();
  }
});

test('music plays again when it is over, and when its end got lost', () => {
  given('waiting')
    .when(completed('playPrompt'))
    .then({ state: 'waiting', effects: ['playPrompt'] });
  given('waiting').after(33_999).when(done('playPrompt')).thenNothing();
  const late = given('waiting').after(34_000).when(timePassed);
  expect(late.last.effects.map(({ type }) => type)).toEqual(['playPrompt', 'observe']);
});

test('the end of a prompt counts once', () => {
  const first = given('waiting');
  const { effectId } = first.asked('playPrompt');
  const again = { type: 'operationEnded', leg, operationId: 'op', effectId, completed: true } as const;
  const fact = { ...again, outcome: { code: 200, subcode: 0, message: '' } };
  first.when(fact).then({ effects: ['playPrompt'] });
  first.when(fact).thenNothing();
});

test('music that fails is tried again after a pause that grows, and stays below ten seconds', () => {
  const call = given('waiting');
  const pauses: number[] = [];
  for (let attempt = 0; attempt < 12; attempt += 1) {
    call.when(failed('playPrompt'));
    const { sound } = call.state;
    const pause = sound.kind === 'silence' ? sound.retryAt - call.now : 0;
    pauses.push(pause);
    call
      .after(pause)
      .when(timePassed)
      .thenCall({ sound: { kind: 'prompt' } });
  }
  expect(pauses.slice(0, 3)).toEqual([1_000, 2_000, 3_000]);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(10_000);
});

test('after music has played to its end a failure is the first again', () => {
  const call = given('waiting', failed('playPrompt')).after(1_000);
  call.when(timePassed, completed('playPrompt'), failed('playPrompt'));
  call.thenCall({ sound: { kind: 'silence', failures: 1, retryAt: call.now + 1_000 } });
});

test('an answer that came too late for the caller ends the call, when Graph has said so twice', () => {
  const call = given('answering').when(refusedBy('answer', 'gone'));
  call.then({ state: 'answering', effects: ['observe'] });
  call.when(observed('gone')).then({ state: 'ended', effects: [] }).thenCall({ reason: 'callerHungUp' });
});

test('a call that rings though its answer was refused as gone is answered again', () => {
  const call = given('answering').when(refusedBy('answer', 'gone'), observed('incoming'));
  call.then({ state: 'answering', effects: ['answer'] });
  call.when(done('answer'), established).thenCall({ name: 'waiting' });
  expect(call.state).not.toHaveProperty('isMissed');
});

test('an answer that may have worked is asked about, and the call goes on if it did', () => {
  for (const problem of ['conflict', 'exhausted'] as const) {
    const call = given('answering').after(14_000).when(refusedBy('answer', problem));
    call.then({ state: 'answering', effects: ['observe'] });
    call.when(observed('established')).then({ state: 'waiting', effects: ['playPrompt'] });
  }
});

test('a call that still rings when Graph takes no answer any more ends', () => {
  const call = given('answering').after(14_999).when(refusedBy('answer', 'exhausted'), observed('incoming'));
  call.then({ state: 'answering', effects: [] });
  call.after(1).when(timePassed, observed('incoming')).thenCall({ name: 'ended', reason: 'notAnswered' });
});

test('an answer that Graph does not take leaves nobody in a silent leg', () => {
  for (const problem of ['forbidden', 'invalid'] as const) {
    given('answering')
      .when(refusedBy('answer', problem))
      .then({ state: 'ended', effects: ['hangUp'] })
      .thenCall({ reason: 'notAnswered' });
  }
});

test('a leg that was established while nobody heard it is found by asking', () => {
  const call = given('answering')
    .after(15_000)
    .when(timePassed)
    .then({ effects: ['observe'] });
  call.when(observed('establishing')).then({ state: 'answering', effects: [] });
  call.when(observed('established')).then({ state: 'waiting', effects: ['playPrompt'] });
});

test('nobody can be put through before somebody has taken the call', () => {
  for (const state of ['answering', 'greeting', 'waiting'] as const) {
    for (const command of [hold, transfer(), hangUp]) {
      given(state).when(command).thenRefused({ code: 'notNow', state });
    }
  }
  for (const state of ['answering', 'greeting'] as const) {
    given(state).when(accept()).thenRefused({ code: 'notNow', state });
  }
});

test('a call that the platform lets go ends with that reason', () => {
  for (const [code, subcode] of [
    [408, 8537],
    [410, 301005],
    [500, 1005],
  ] as const) {
    given('waiting').when(legEnded(code, subcode)).thenCall({ name: 'ended', reason: 'lostByPlatform' });
  }
  given('waiting').when(legEnded(200, 540000)).thenCall({ name: 'ended', reason: 'callerHungUp' });
});
