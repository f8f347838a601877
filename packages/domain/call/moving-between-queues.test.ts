import { expect, test } from 'vitest';
import { queueId } from '../ids.ts';
import type { Destination, QueueSettings } from '../queue/queue.ts';
import type { QueueSituation } from '../queue/situation.ts';
import {
  accept,
  caller,
  closedMessage,
  completed,
  established,
  given,
  incomingCall,
  invited,
  member,
  moveTo,
  olga,
  omar,
  openNow,
  person,
  queueTurned,
  roster,
  theCaller,
  theOperator,
  timePassed,
} from './call.testing.ts';

const nobodyNow: QueueSituation = { ...openNow, operatorsAtWork: 0 };
const to = (name: string): { readonly destination: Destination } => ({
  destination: { to: 'queue', queueId: queueId(name) },
});
/** A call to the reception, where nobody is, on its way to sales. */
const overflown = (settings: Partial<QueueSettings> = {}) =>
  incomingCall(caller, { diversions: { nobodyThere: to('sales') }, ...settings }, nobodyNow).when(
    established,
  );

test('an overflow leads to the other queue, with music, and that queue is asked at once', () => {
  const call = overflown().then({ state: 'waiting', effects: ['playPrompt'] });
  call.thenCall({ queueId: 'sales', formerQueues: ['reception'], isFront: false, wait: { isNew: true } });
  expect(call.last.nextDue).toBeLessThanOrEqual(call.now);
});

test('the message is heard first', () => {
  const nobodyThere = { ...to('sales'), message: closedMessage };
  const call = overflown({ diversions: { nobodyThere } }).thenCall({
    name: 'announcing',
    queueId: 'reception',
  });
  call.when(completed('playPrompt')).thenCall({ name: 'waiting', queueId: 'sales' });
});

test('a queue that keeps the call plans its waiting and gives it its rank', () => {
  const call = overflown().inQueue({}, { diversions: {}, maxWait: 60_000, priority: 5, vip: ['+4420*'] });
  call
    .withQueueNow(openNow)
    .when(timePassed)
    .then({ state: 'waiting', events: ['waitPlanned'] });
  call.thenCall({ rank: { isVip: true, priority: 5 }, queueId: 'sales' });
  expect('wait' in call.state && call.state.wait.isNew).toBeUndefined();
  call.when(timePassed).thenNothing();
});

test('a call that waits is moved once by the turn of its queue, though that queue is what is looked at', () => {
  for (const turn of [queueTurned, timePassed]) {
    const call = given('connecting', { type: 'hangUp', operatorId: olga });
    call.inQueue({}, { diversions: { nobodyThere: to('sales') } }).withQueueNow(nobodyNow);
    call.when(turn).then({ events: ['messageBegun', 'callMoved'] });
    call.thenCall({ name: 'waiting', queueId: 'sales', formerQueues: ['reception'] });
  }
});

test('the next queue may overflow further, but never to one where the call was', () => {
  const call = overflown().inQueue({}, { diversions: { nobodyThere: to('service-desk') } });
  call.when(timePassed).thenCall({ queueId: 'service-desk', formerQueues: ['reception', 'sales'] });
  call.inQueue({}, { diversions: { nobodyThere: to('reception') } }).when(timePassed);
  call.thenCall({ name: 'waiting', queueId: 'service-desk', formerQueues: ['reception', 'sales'] });
  call.when(queueTurned).thenNothing();
});

test('a queue that is closed ends the call rather than send it back', () => {
  const closed = { ...to('reception'), message: closedMessage };
  const call = overflown().inQueue({}, { diversions: { closed } });
  call
    .withQueueNow({ ...openNow, state: 'closed' })
    .when(timePassed)
    .thenCall({ name: 'announcing' });
  call.when(completed('playPrompt')).thenCall({ name: 'ended', reason: 'closed', queueId: 'sales' });
});

test('the last queue of a chain keeps the call when it is full of others', () => {
  const call = overflown().inQueue({}, { diversions: { full: to('reception') }, maxWaiting: 1 });
  call
    .withQueueNow({ ...openNow, waiting: 1 })
    .when(timePassed)
    .thenCall({ name: 'waiting', queueId: 'sales' });
});

test('an operator moves the caller ahead of the others in another queue, and is out', () => {
  const call = given('connected').when(moveTo('sales'));
  call.then({ state: 'waiting', effects: ['removeParticipant', 'playPrompt'] });
  call.thenCall({ queueId: 'sales', formerQueues: ['reception'], isFront: true });
  expect(call.asked('removeParticipant').participantId).toBe(invited(call, 0));
  call.when(roster(theCaller, theOperator)).then({ state: 'waiting', effects: ['removeParticipant'] });
  given('held')
    .when(moveTo('sales'))
    .then({ state: 'waiting', effects: ['removeParticipant'] });
});

test('a call cannot be moved to the queue that it is in, nor while nobody talks to the caller', () => {
  given('connected').when(moveTo('reception')).thenRefused({ code: 'sameQueue' });
  for (const state of ['transferring', 'consulting', 'merged'] as const)
    given(state).when(moveTo('sales')).thenRefused({ code: 'notNow', state });
});

test('an operator may move a caller back to where they were', () => {
  const call = given('connected', moveTo('sales'), timePassed, accept(omar));
  call.when(roster(theCaller, (told) => member(invited(told, -1), person(omar))));
  call.when({ type: 'moveToQueue', operatorId: omar, queueId: queueId('reception') });
  call.thenCall({ name: 'waiting', queueId: 'reception', formerQueues: ['reception', 'sales'] });
});

test('a caller moved by hand to a queue that is full or closed waits there if somebody is at work', () => {
  for (const state of ['open', 'closed'] as const) {
    const call = given('connected', moveTo('sales'));
    call.inQueue({}, { maxWaiting: 1, diversions: { full: to('service-desk'), closed: to('service-desk') } });
    call
      .withQueueNow({ state, waiting: 5, operatorsAtWork: 1 })
      .when(timePassed)
      .thenCall({ queueId: 'sales' });
  }
});

test('a caller moved by hand to a queue where nobody is does not wait there for ever', () => {
  const call = given('connected', moveTo('sales')).inQueue(
    {},
    { diversions: { nobodyThere: to('service-desk') } },
  );
  call.withQueueNow(nobodyNow).when(timePassed).thenCall({ queueId: 'service-desk' });
  const closed = given('connected', moveTo('sales'));
  closed
    .withQueueNow({ ...nobodyNow, state: 'closed' })
    .when(timePassed)
    .thenCall({ name: 'ended', reason: 'closed' });
});

test('who took a call before it moved does not lose it by the move of another', () => {
  const call = overflown().when(accept()).then({ state: 'connecting' }).thenCall({ queueId: 'sales' });
  call.when(queueTurned).thenNothing();
});
