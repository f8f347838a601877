import { randomBytes } from 'node:crypto';
import { personId, tenantId } from '@switchboard/domain/ids';
import type { EncryptionKey } from '@switchboard/graph/subscriptions/encryption-key';
import { sealed as sealedByGraph } from '@switchboard/graph/subscriptions/sealed.testing';
import { createClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { createSeal } from '@switchboard/store/access/seal';
import { readAgedPresences } from '@switchboard/store/presence/presences';
import { directoryHost, putSubscription, readSubscriptions } from '@switchboard/store/presence/subscriptions';
import { contoso, olga, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, test } from 'vitest';
import { clientStateOf, createChangeNotices } from './change-notices.ts';
import { createNoticeKeys } from './notice-keys.ts';

const clock = createClock({ now: Date.now, setTimeout, clearTimeout });
const ada = personId('a0000000-0000-4000-8000-00000000ada0');
const fabrikam = tenantId('fab00000-0000-4000-8000-000000000000');

/** A tenant with a subscription to presence and one to its directory, as another server has made them. */
async function bench(vouched = [contoso]) {
  const { store, other } = await tenantStores();
  const seal = createSeal([randomBytes(32)], randomBytes);
  const keysOf = (of: typeof store) =>
    createNoticeKeys({ store: of, clock, newId: () => crypto.randomUUID(), seal });
  const key = await keysOf(other).current();
  const due = Date.now() + 1_000_000;
  for (const host of [olga, directoryHost])
    await putSubscription(store, contoso, {
      host,
      subscriptionId: `sub-${host}`,
      clientState: seal.seal('the secret', clientStateOf(contoso, host)),
      personIds: [ada],
      madeAt: 0,
      expiresAt: due,
      dueAt: due,
      isDoubted: false,
    });
  const rung: string[] = [];
  const notices = createChangeNotices({
    store,
    clock,
    log: silentLogger,
    seal,
    keys: keysOf(store),
    verify: () => Promise.resolve({ vouched: new Set(vouched), refusals: [] }),
    onNews: () => rung.push('news'),
    onDue: () => rung.push('due'),
  });
  const known = async () => (await readAgedPresences(store, contoso, [ada]))[0]?.availability;
  const subscription = async (host: string) =>
    (await readSubscriptions(store, contoso)).find((each) => each.host === host);
  return { store, notices, key, rung, known, subscription, keysOf, due };
}

const about = (host: string, more: object = {}) => ({
  subscriptionId: `sub-${host}`,
  clientState: 'the secret',
  tenantId: contoso,
  ...more,
});
const told = async (key: EncryptionKey, availability: string, more: object = {}) =>
  about(olga, {
    encryptedContent: await sealedByGraph(
      JSON.stringify({ id: ada, availability, activity: availability }),
      key,
    ),
    ...more,
  });

test('a presence that Graph encrypted is known, however often it comes', async () => {
  const { notices, key, known, rung } = await bench();
  const body = { value: [await told(key, 'Busy')], validationTokens: ['token'] };
  await notices.take(body, 1_000);
  await notices.take(body, 1_001);
  expect(await known()).toBe('Busy');
  expect(rung).toEqual(['news']);
});

test('of several in one body the last holds, and nonsense beside them changes nothing', async () => {
  const { notices, key, known } = await bench();
  const nonsense = [
    null,
    7,
    {},
    { subscriptionId: 'sub-x' },
    about(olga, { encryptedContent: { data: 'x' } }),
  ];
  nonsense.push({ subscriptionId: '\u0000' });
  const value = [...nonsense, await told(key, 'Busy'), ...nonsense, await told(key, 'Away'), ...nonsense];
  await notices.take({ value }, 1_000);
  expect(await known()).toBe('Away');
});

test.each([
  ['with another secret', { clientState: 'guessed' }],
  ['without one', { clientState: undefined }],
  ['of another tenant', { tenantId: fabrikam }],
  ['of a subscription that is not ours', { subscriptionId: 'sub-of-nobody' }],
])('a notice %s is nothing', async (_, more) => {
  const { notices, key, known, rung } = await bench();
  await notices.take({ value: [await told(key, 'Busy', more)] }, 1_000);
  await notices.take({ value: [about(olga, { lifecycleEvent: 'subscriptionRemoved', ...more })] }, 1_000);
  expect([await known(), rung]).toEqual([undefined, []]);
});

test('what no token vouches for is not opened', async () => {
  const { notices, key, known } = await bench([fabrikam]);
  await notices.take({ value: [await told(key, 'Busy')] }, 1_000);
  expect(await known()).toBeUndefined();
});

test.each([null, 7, 'x', {}, { value: 7 }, { value: [[[]]] }, { value: [{ subscriptionId: '\u0000' }] }])(
  'the body %j does no harm',
  async (body) => {
    const { notices, rung } = await bench();
    await notices.take(body, 1_000);
    expect(rung).toEqual([]);
  },
);

test('what Graph says of a subscription itself is due at once', async () => {
  const { notices, subscription, rung, due } = await bench();
  const say = (lifecycleEvent: string) =>
    notices.take({ value: [about(olga, { lifecycleEvent })] }, Date.now());
  await say('reauthorizationRequired');
  expect(await subscription(olga)).toMatchObject({ isDoubted: false, subscriptionId: `sub-${olga}` });
  expect((await subscription(olga))?.dueAt).toBeLessThan(due);
  await say('missed');
  expect(await subscription(olga)).toMatchObject({ isDoubted: true, subscriptionId: `sub-${olga}` });
  await say('subscriptionRemoved');
  expect((await subscription(olga))?.subscriptionId).toBeUndefined();
  expect(rung).toEqual(['due', 'due', 'due']);
});

test('a change of the directory wakes its reading', async () => {
  const { store, notices } = await bench();
  await store
    .insertInto('directory_streams')
    .values({ tenant_id: contoso, stream: 'users', owner: null, owned_until: null } as never)
    .execute();
  await notices.take({ value: [about(directoryHost, { resourceData: { id: ada } })] }, Date.now());
  const row = await store
    .selectFrom('directory_streams')
    .select('wanted_at')
    .where('stream', '=', 'users')
    .executeTakeFirst();
  expect(row?.wanted_at).toBeGreaterThan(0);
});

test('keys are sealed in the database, and the same on every server', async () => {
  const { store, key, keysOf } = await bench();
  const [row] = await store.selectFrom('encryption_keys').selectAll().execute();
  expect(row?.sealed.includes('PRIVATE')).toBe(false);
  expect((await keysOf(store).current()).id).toBe(key.id);
  expect((await keysOf(store).opening()).map(({ id }) => id)).toEqual([key.id]);
});
