import { expect, test } from 'vitest';
import { contoso, now, tenantStores } from '../testing/sample-tenant.testing.ts';
import { releaseLeases, takeLease } from './leases.ts';

const first = { tenantId: contoso, work: 'distribution', owner: 1 };
const second = { ...first, owner: 2 };
const soon = { now, until: now + 4_000 };

test('of servers that ask at once one has the lease, keeps it, and no other gets it before it runs out', async () => {
  const { store, other } = await tenantStores();
  const asked = await Promise.all([takeLease(store, first, soon), takeLease(other, second, soon)]);
  expect(asked.filter((isTaken) => isTaken)).toHaveLength(1);
  const [holder, waiter] = asked[0] === true ? [first, second] : [second, first];
  expect(await takeLease(store, holder, { now: now + 2_000, until: now + 6_000 })).toBe(true);
  expect(await takeLease(other, waiter, { now: now + 5_999, until: now + 9_999 })).toBe(false);
  expect(await takeLease(other, waiter, { now: now + 6_000, until: now + 10_000 })).toBe(true);
  expect(await takeLease(store, holder, { now: now + 6_001, until: now + 10_001 })).toBe(false);
});

test('a lease that is given up is free at once, and others of the same server stay', async () => {
  const { store } = await tenantStores();
  await takeLease(store, first, soon);
  await takeLease(store, { ...first, work: 'something else' }, soon);
  await releaseLeases(store, 1, 'distribution');
  expect(await takeLease(store, second, soon)).toBe(true);
  expect(await takeLease(store, { ...second, work: 'something else' }, soon)).toBe(false);
  await releaseLeases(store, 1);
  expect(await takeLease(store, { ...second, work: 'something else' }, soon)).toBe(true);
});
