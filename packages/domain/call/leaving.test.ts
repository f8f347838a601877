import { expect, test } from 'vitest';
import {
  change,
  everyState,
  given,
  hangUp,
  leg,
  legEnded,
  member,
  observed,
  olga,
  roster,
  theCaller,
  theOperator,
  theTarget,
  timePassed,
  undatedRoster,
} from './call.testing.ts';

const live = everyState.filter((state) => state !== 'ended');
const conference = ['connecting', 'connected', 'held', 'transferring', 'handedOver'] as const;

test.each(live)('a leg that ends while %s ends the call, and nothing more is asked of it', (state) => {
  const reason = state === 'handedOver' ? 'handedOver' : 'callerHungUp';
  given(state).when(legEnded()).then({ state: 'ended', effects: [] }).thenCall({ reason });
});

test.each(conference)('a caller who leaves the conference while %s ends it for all', (state) => {
  const call = given(state);
  if (state === 'connecting') call.when(roster(theCaller));
  const others = call.state.members.filter((one) => one.participantId !== 'p-caller');
  call.when(change({ ...theCaller, removed: true }));
  call.thenCall({ name: 'ended', reason: state === 'handedOver' ? 'handedOver' : 'callerHungUp' });
  const removed = call.last.effects.flatMap((e) => (e.type === 'removeParticipant' ? [e.participantId] : []));
  const ringing =
    state === 'connecting' || state === 'transferring' ? [call.asked('invite').participantId] : [];
  expect(removed).toEqual([...ringing, ...others.map((one) => one.participantId)]);
  expect(call.last.effects.at(-1)?.type).toBe('hangUp');
});

test('a roster without a caller whom none has shown yet proves nothing', () => {
  given('connecting').when(roster(theOperator)).then({ state: 'connected' });
});

test('an operator who hangs up in Teams with the console open ends the call', () => {
  const call = given('connected').when(roster(theCaller));
  call
    .then({ state: 'ended', effects: ['removeParticipant', 'hangUp'] })
    .thenCall({ reason: 'operatorHungUp' });
  expect(call.asked('removeParticipant').participantId).toBe('p-caller');
});

test('an operator whose console and Teams both vanish gives the caller to the front of the queue', () => {
  const call = given('connected').withoutConsoleOf(olga).when(roster(theCaller));
  call
    .then({ state: 'waiting', effects: ['playPrompt'] })
    .thenCall({ isFront: true, recall: { why: 'left' } });
});

test.each(['connected', 'held', 'transferring'] as const)(
  'hanging up while %s ends the call for all',
  (state) => {
    const call = given(state).when(hangUp);
    call.then({ state: 'ended' }).thenCall({ reason: 'operatorHungUp', operatorId: olga });
    expect(call.last.effects.at(-1)?.type).toBe('hangUp');
    const removed = call.last.effects.flatMap((e) =>
      e.type === 'removeParticipant' ? [e.participantId] : [],
    );
    for (const one of call.state.members) expect(removed).toContain(one.participantId);
  },
);

const reasonsByState: Readonly<Record<string, string>> = {
  answering: 'callerHungUp',
  handedOver: 'handedOver',
};

test('a leg that Graph does not know any more ends the call as lost, when Graph says so twice', () => {
  for (const state of live) {
    const call = given(state)
      .when({ type: 'doubtRaised' })
      .then({ state, effects: ['observe'] });
    call.when(observed('gone')).then({ state, events: ['legMissed'], effects: [] });
    call.after(1_999).when(timePassed).thenCall({ isMissed: true });
    call
      .after(1)
      .when(timePassed)
      .then({ effects: ['observe'] });
    call.when(observed('gone'));
    call.thenCall({ name: 'ended', reason: reasonsByState[state] ?? 'lostByPlatform' });
  }
});

test('a leg that is there when Graph is asked a second time was never gone', () => {
  for (const sign of [observed('established'), roster(theCaller)]) {
    const call = given('waiting').when({ type: 'doubtRaised' }, observed('gone')).after(2_000);
    call.when(timePassed, sign).thenCall({ name: 'waiting' });
    expect(call.state).not.toHaveProperty('isMissed');
    expect(call.state.name === 'ended' ? 0 : call.state.checkAt).toBeGreaterThan(call.now + 10_000);
    call.when({ type: 'doubtRaised' }, observed('gone')).thenCall({ name: 'waiting' });
  }
});

test('a roster that is older than the newest, or the same again, is ignored', () => {
  const call = given('connected');
  const old = { type: 'rosterSeen', leg, members: [theCaller], partial: false } as const;
  call.when({ ...old, sequence: call.sequence }).thenNothing();
  call.when({ ...old, sequence: 0 }).thenNothing();
});

test('an old report of a change may hold what no other says: Graph is asked', () => {
  const call = given('connected').when(change(), change());
  const late = { type: 'rosterSeen', leg, members: [theCaller], partial: true } as const;
  call.when({ ...late, sequence: call.sequence }).thenNothing();
  call.when({ ...late, sequence: call.sequence - 1 }).then({ state: 'connected', effects: ['observe'] });
});

test('an answer from before the operator joined does not end the call', () => {
  const call = given('connecting').when({ type: 'doubtRaised' });
  call.when(roster(theCaller, theOperator)).then({ state: 'connected' });
  call.when(observed('established', theCaller)).then({ state: 'connected', effects: ['observe'] });
  call.when(observed('established', theCaller, theOperator)).then({ state: 'connected', effects: [] });
});

test('that somebody has left is believed at the second asking', () => {
  const call = given('connected').when({ type: 'doubtRaised' }, observed('established', theCaller));
  call.then({ state: 'connected', effects: ['observe'] });
  call.when(undatedRoster(theCaller)).thenNothing();
  call.when(observed('established', theCaller)).thenCall({ name: 'ended', reason: 'operatorHungUp' });
});

test('a roster that came between question and answer makes the answer doubtful again', () => {
  const call = given('connected')
    .when(undatedRoster(theCaller))
    .then({ effects: ['observe'] });
  call.when(roster(theCaller, theOperator), observed('established', theCaller));
  call.then({ state: 'connected', effects: ['observe'] });
});

test('a question that was never answered does not stand in the way of the next', () => {
  const call = given('connected').when(undatedRoster(theCaller));
  const { effectId } = call.asked('observe');
  call.when({ type: 'effectRefused', effectId, problem: 'exhausted', message: '' });
  call.when(undatedRoster(theCaller)).then({ effects: ['observe'] });
});

test('an answer that says nothing of who is there leaves the doubt to the next report', () => {
  const call = given('connected').when(undatedRoster(theCaller), observed('established'));
  call.then({ state: 'connected', effects: [] });
  call.when(undatedRoster(theCaller)).then({ effects: ['observe'] });
});

test('that somebody has come is believed of any report', () => {
  given('connecting').when(undatedRoster(theCaller, theOperator)).then({ state: 'connected' });
  given('transferring')
    .when(undatedRoster(theCaller, theOperator, theTarget))
    .then({ state: 'handedOver' });
});

test('the same roster twice changes nothing', () => {
  given('connected').when(undatedRoster(theCaller, theOperator)).thenNothing();
});

test('our own bot in a roster is nobody the call is about', () => {
  const bot = member('p-bot', { kind: 'application', id: 'switchboard' });
  given('connected')
    .when(roster(theCaller, theOperator, bot))
    .then({ state: 'connected', effects: [] });
});

test('facts about another leg are ignored in every state', () => {
  for (const state of live) {
    const other = given('waiting').state.leg.replace('1', '2') as typeof leg;
    given(state)
      .when({ ...legEnded(), leg: other } as ReturnType<typeof legEnded>)
      .thenNothing();
  }
});

test('nothing that comes after the end changes it', () => {
  for (const fact of [legEnded(), timePassed, { type: 'doubtRaised' } as const, roster(theCaller)]) {
    given('ended').when(fact).thenNothing();
  }
  given('ended').when(hangUp).thenRefused({ code: 'callGone' });
});

test('a report of changes that was missed is noticed by the number of the next one', () => {
  const call = given('connected');
  call.sequence += 1;
  call.when(change()).then({ state: 'connected', effects: ['observe'] });
  given('connected').when(change()).then({ state: 'connected', effects: [] });
});
