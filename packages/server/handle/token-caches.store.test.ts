import { randomBytes } from 'node:crypto';
import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { createSeal } from '@switchboard/store/access/seal';
import { recordSession } from '@switchboard/store/access/sessions';
import { sweepTokenCaches } from '@switchboard/store/access/token-caches';
import { administerTenant } from '@switchboard/store/tenants/administer-tenant';
import { removeOperator } from '@switchboard/store/tenants/queue-operators';
import { contoso, now, olga, omar, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, test } from 'vitest';
import { createTokenCaches } from './token-caches.ts';

const key = randomBytes(32);
const person = { tenantId: contoso, personId: olga };
const minutes = 60_000;

async function bench() {
  const { store, other } = await tenantStores();
  const clock = new ManualClock(now);
  const cachesOf = (stores: typeof store, keys = [key]) =>
    createTokenCaches({ store: stores, clock, seal: createSeal(keys, randomBytes), log: silentLogger });
  return { store, clock, caches: cachesOf(store), elsewhere: cachesOf(other), cachesOf };
}

test('what one server writes every other reads, until it is removed', async () => {
  const { caches, elsewhere } = await bench();
  expect(await elsewhere.read(person)).toBeUndefined();
  await caches.write(person, 'first');
  await caches.write(person, 'second');
  expect(await elsewhere.read(person)).toBe('second');
  await elsewhere.remove(person);
  expect(await caches.read(person)).toBeUndefined();
});

test('the database alone tells nothing, and a row put in another person’s place does not open', async () => {
  const { store, caches, cachesOf } = await bench();
  await caches.write(person, 'a refresh token');
  const [row] = await store.selectFrom('token_caches').selectAll().execute();
  expect(row?.sealed.includes('refresh')).toBe(false);
  await store.updateTable('token_caches').set({ person_id: omar }).execute();
  expect(await caches.read({ ...person, personId: omar })).toBeUndefined();
  expect(await cachesOf(store, [randomBytes(32)]).read({ ...person, personId: omar })).toBeUndefined();
});

test('tokens go with the operator, and with the last session that ran out', async () => {
  const { store, caches } = await bench();
  const omars = { ...person, personId: omar };
  await caches.write(person, 'of Olga');
  await caches.write(omars, 'of Omar');
  const session = { tenantId: contoso, operatorId: olga, expiresAt: now + 60 * minutes };
  await recordSession(store, { ...session, tokenHash: 'desk' });
  await sweepTokenCaches(store, now + 9 * minutes);
  expect([await caches.read(person), await caches.read(omars)]).toEqual(['of Olga', 'of Omar']);
  await sweepTokenCaches(store, now + 11 * minutes);
  expect([await caches.read(person), await caches.read(omars)]).toEqual(['of Olga', undefined]);
  await administerTenant(store, contoso, (tx) => removeOperator(tx, contoso, olga, now));
  expect(await caches.read(person)).toBeUndefined();
});
