import { personId } from '@switchboard/domain/ids';
import type { StoredSubscription } from '@switchboard/store/presence/subscriptions';
import { expect, test } from 'vitest';
import { planSubscriptions } from './subscription-plan.ts';

const now = 10_000_000;
const ids = (...names: string[]) => names.map(personId);
const [eva, omar] = [personId('eva'), personId('omar')];
const live = (
  host: string,
  personIds: readonly string[],
  more: Partial<StoredSubscription> = {},
): StoredSubscription => ({
  host,
  subscriptionId: `of ${host}`,
  personIds: ids(...personIds),
  madeAt: now - 600_000,
  expiresAt: now + 600_000,
  dueAt: now + 300_000,
  isDoubted: false,
  ...more,
});
const plan = (wanted: readonly string[], subscriptions: readonly StoredSubscription[], hosts = [eva, omar]) =>
  planSubscriptions({ wanted: ids(...wanted), hosts, subscriptions, most: 3, now });

test('the first who is wanted gets a subscription by the rights of the first operator', () => {
  expect(plan(['ada'], [])).toEqual({ end: [], make: { host: eva, personIds: ids('ada') } });
});

test('without operators, or without wanted people, there is none', () => {
  expect(plan(['ada'], [], [])).toEqual({ end: [] });
  expect(plan([], [live('eva', ['ada'])])).toEqual({ end: ['eva'] });
});

test('who is covered is covered once, whichever operator sees them', () => {
  expect(plan(['ada', 'ben'], [live('eva', ['ada', 'ben'])])).toEqual({ end: [] });
});

test('a newcomer joins the subscription with room, once it is two minutes old', () => {
  const young = live('eva', ['ada', 'gone'], { madeAt: now - 60_000 });
  expect(plan(['ada', 'new'], [young])).toEqual({ end: [] });
  expect(plan(['ada', 'new'], [live('eva', ['ada', 'gone'])])).toEqual({
    end: [],
    make: { host: eva, personIds: ids('ada', 'new') },
  });
});

test('where all are full another operator’s rights serve, but not one whom Graph refused just now', () => {
  const full = live('eva', ['ada', 'ben', 'cy']);
  const wanted = ['ada', 'ben', 'cy', 'dora'];
  expect(plan(wanted, [full]).make).toEqual({ host: omar, personIds: ids('dora') });
  const { subscriptionId: _, ...refused } = live('omar', [], { dueAt: now + 1, problem: 'noRight' });
  expect(plan(wanted, [full, refused])).toEqual({ end: [] });
  expect(plan(wanted, [full, { ...refused, dueAt: now }]).make?.host).toBe(omar);
});

test('one that has expired covers nobody', () => {
  expect(plan(['ada'], [live('eva', ['ada'], { expiresAt: now, dueAt: now })]).make?.host).toBe(eva);
});

test('no more people than Graph takes, the most important first', () => {
  expect(plan(['a', 'b', 'c', 'd'], []).make?.personIds).toEqual(ids('a', 'b', 'c'));
});
