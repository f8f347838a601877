import { expect, test } from 'vitest';
import { callId, personId } from '../ids.ts';
import { distribute, type QueueOperator, type WaitingCall } from './distribute.ts';
import type { Strategy } from './queue.ts';

const now = 100_000;

const call = (id: string, changes: Partial<WaitingCall> = {}): WaitingCall => ({
  callId: callId(id),
  isFront: false,
  isVip: false,
  priority: 0,
  arrivedAt: 1_000,
  refusedBy: [],
  ...changes,
});
const operator = (id: string, changes: Partial<QueueOperator> = {}): QueueOperator => ({
  operatorId: personId(id),
  isAvailable: true,
  idleSince: 1_000,
  rank: 0,
  ...changes,
});
const offered = (until: number, ...ids: string[]): WaitingCall['offer'] & object => ({
  operatorIds: ids.map((id) => personId(id)),
  until,
});
const refusals = (...ids: string[]): WaitingCall['refusedBy'] =>
  [...new Set(ids)].map((id) => ({
    operatorId: personId(id),
    times: ids.filter((one) => one === id).length,
  }));

/** The offers as "call: operators", for short. */
const offers = (
  strategy: Strategy,
  calls: readonly WaitingCall[],
  operators: readonly QueueOperator[],
): readonly string[] =>
  distribute({ strategy, calls, operators, now }).map(
    (offer) => `${offer.callId}: ${offer.operatorIds.join(' ')}`,
  );

const single = ['longestIdle', 'roundRobin', 'ordered'] as const;

test('with pick nothing is offered', () => {
  expect(offers('pick', [call('a')], [operator('olga')])).toEqual([]);
});

test('all at once offers the first call to everybody who is free', () => {
  const busy = operator('busy', { isAvailable: false });
  const calls = [call('b'), call('a', { arrivedAt: 500 })];
  expect(offers('allAtOnce', calls, [operator('otto'), busy, operator('olga')])).toEqual(['a: olga otto']);
});

test('all at once, who is free while the first call is with others has the next one', () => {
  const first = call('a', { arrivedAt: 500, offer: offered(now + 1, 'olga') });
  const olga = operator('olga', { offeredCallId: callId('a') });
  expect(offers('allAtOnce', [first, call('b')], [olga, operator('otto')])).toEqual(['b: otto']);
});

test('longest idle gives the first call to whoever is idle longest, and so on', () => {
  const operators = [operator('olga', { idleSince: 300 }), operator('otto', { idleSince: 200 })];
  const calls = [call('b', { arrivedAt: 2 }), call('a', { arrivedAt: 1 }), call('c', { arrivedAt: 3 })];
  expect(offers('longestIdle', calls, operators)).toEqual(['a: otto', 'b: olga']);
});

test('round robin asks whoever was not asked for longest, and the new ones first', () => {
  const operators = [
    operator('olga', { lastOfferedAt: 300, idleSince: 1 }),
    operator('otto', { lastOfferedAt: 200, idleSince: 2 }),
    operator('nora', { idleSince: 3 }),
    operator('nils', { idleSince: 4 }),
  ];
  const calls = [call('a'), call('b'), call('c'), call('d')];
  expect(offers('roundRobin', calls, operators)).toEqual(['a: nora', 'b: nils', 'c: otto', 'd: olga']);
});

test('round robin breaks a tie of two asked at the same moment by who is idle longer', () => {
  const operators = [
    operator('ada', { lastOfferedAt: 5, idleSince: 20 }),
    operator('bob', { lastOfferedAt: 5, idleSince: 10 }),
  ];
  expect(offers('roundRobin', [call('a')], operators)).toEqual(['a: bob']);
});

test('ordered asks by rank, and within a rank whoever is idle longest', () => {
  const operators = [
    operator('olga', { rank: 2, idleSince: 1 }),
    operator('otto', { rank: 1, idleSince: 9 }),
    operator('nora', { rank: 1, idleSince: 8 }),
  ];
  expect(offers('ordered', [call('a'), call('b'), call('c')], operators)).toEqual([
    'a: nora',
    'b: otto',
    'c: olga',
  ]);
});

test.each(single)('%s: calls go in the order of the line', (strategy) => {
  const calls = [
    call('old', { arrivedAt: 1 }),
    call('urgent', { priority: 1 }),
    call('vip', { isVip: true }),
    call('back', { isFront: true }),
  ];
  const operators = ['a', 'b', 'c', 'd'].map((id) => operator(id));
  expect(offers(strategy, calls, operators)).toEqual(['back: a', 'vip: b', 'urgent: c', 'old: d']);
});

test.each(single)('%s: who refused a call comes last for it, and only for it', (strategy) => {
  const first = call('a', { arrivedAt: 1, refusedBy: refusals('ada') });
  const operators = [operator('ada'), operator('bob')];
  expect(offers(strategy, [first, call('b')], operators)).toEqual(['a: bob', 'b: ada']);
});

test.each(single)(
  '%s: when all have refused, it begins anew with those who did so least often',
  (strategy) => {
    const operators = [operator('ada'), operator('bob'), operator('cid')];
    const tired = call('a', { refusedBy: refusals('ada', 'ada', 'bob', 'cid') });
    expect(offers(strategy, [tired], operators)).toEqual(['a: bob']);
    expect(offers(strategy, [tired], [operator('ada')])).toEqual(['a: ada']);
  },
);

test.each(['allAtOnce', ...single] as const)('%s: who has an offer gets no second one', (strategy) => {
  const elsewhere = operator('ada', { offeredCallId: callId('of another queue') });
  const ringing = call('a', { arrivedAt: 1, offer: offered(now + 1, 'bob') });
  expect(offers(strategy, [ringing, call('b')], [elsewhere, operator('bob')])).toEqual([]);
});

test.each(single)(
  '%s: an offer whose time is over counts as refused, though nobody recorded it yet',
  (strategy) => {
    const lapsed = call('a', { arrivedAt: 1, offer: offered(now, 'ada') });
    const ada = operator('ada', { offeredCallId: callId('a') });
    expect(offers(strategy, [lapsed, call('b')], [ada, operator('bob')])).toEqual(['a: bob', 'b: ada']);
    expect(offers(strategy, [lapsed], [ada])).toEqual(['a: ada']);
  },
);

test.each(['allAtOnce', ...single] as const)(
  '%s: nobody free, or nobody waiting, is no offer',
  (strategy) => {
    expect(offers(strategy, [call('a')], [])).toEqual([]);
    expect(offers(strategy, [call('a')], [operator('ada', { isAvailable: false })])).toEqual([]);
    expect(offers(strategy, [], [operator('ada')])).toEqual([]);
  },
);
