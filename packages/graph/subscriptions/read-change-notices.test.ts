import { tenantId } from '@switchboard/domain/ids';
import { beforeAll, describe, expect, test } from 'vitest';
import type { KnownSubscription } from './change-notice.ts';
import { type EncryptionKey, makeEncryptionKey } from './encryption-key.ts';
import { namedInNotices, readChangeNotices } from './read-change-notices.ts';
import { sealed } from './sealed.testing.ts';

const contoso = tenantId('11111111-2222-3333-4444-555555555555');
const presences = 'aaaaaaaa-0000-4000-8000-000000000001';
const users = 'aaaaaaaa-0000-4000-8000-000000000002';
const eva = '7e57c0de-0000-4000-8000-0000000000e1';
const clientState = 'secret of this one';
const known = new Map<string, KnownSubscription>([
  [presences, { tenantId: contoso, clientState, about: 'presence' }],
  [users, { tenantId: contoso, clientState, about: 'users' }],
]);
const vouched = new Set([contoso]);
let key: EncryptionKey;
beforeAll(async () => {
  key = await makeEncryptionKey(0, () => 'key-1');
});

const read = (...value: unknown[]) => {
  const result = readChangeNotices({ value }, { known, keys: [key], vouched });
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
};
const basic = {
  subscriptionId: presences.toUpperCase(),
  clientState,
  changeType: 'updated',
  tenantId: contoso.toUpperCase(),
  resource: `communications/presences/${eva}`,
};
const common = { tenantId: contoso, subscriptionId: presences };

describe('a notification', () => {
  test('with data inside is a presence', async () => {
    const inside = JSON.stringify({ id: eva.toUpperCase(), availability: 'busy', activity: 'InACall' });
    const { notices, ignored } = read({ ...basic, encryptedContent: await sealed(inside, key) });
    expect(ignored).toEqual([]);
    expect(notices).toEqual([
      {
        ...common,
        type: 'presenceChanged',
        presence: { personId: eva, availability: 'Busy', activity: 'InACall' },
      },
    ]);
  });

  test('with data that nobody vouches for is none', async () => {
    const encryptedContent = await sealed('{"id":"eva"}', key);
    const result = readChangeNotices(
      { value: [{ ...basic, encryptedContent }] },
      { known, keys: [key], vouched: new Set() },
    );
    expect(result).toMatchObject({ value: { notices: [], ignored: [expect.stringContaining('vouches')] } });
  });

  test.each([
    [{ encryptedContent: null }],
    [{ resource: `communications/presences('${eva}')` }],
    [{ resource: 'somewhere', resourceData: { id: eva.toUpperCase() } }],
    [{ resource: `users/${eva}/presence`, resourceData: 'x' }],
  ])('without data says whose presence is to be read %#', (more) => {
    expect(read({ ...basic, ...more }).notices).toEqual([
      { ...common, type: 'presenceMoved', personId: eva },
    ]);
  });

  test('about users wakes the sync', () => {
    const about = { ...common, subscriptionId: users, type: 'directoryChanged' };
    const change = { ...basic, subscriptionId: users, resource: `Users/${eva}` };
    expect(read(change, { ...change, resource: null, changeType: 'deleted' }).notices).toEqual([
      { ...about, personId: eva },
      about,
    ]);
  });

  test.each([
    ['reauthorizationRequired', { type: 'renewalAsked', expiresAt: Date.UTC(2026, 10, 23, 10) }],
    ['SubscriptionRemoved', { type: 'subscriptionRemoved' }],
    ['missed', { type: 'noticesMissed' }],
  ])('of the life of a subscription is read: %s', (lifecycleEvent, notice) => {
    const item = { ...basic, lifecycleEvent, subscriptionExpirationDateTime: '2026-11-23T10:00:00Z' };
    expect(read(item).notices).toEqual([{ ...common, ...notice }]);
  });

  test('is ignored for a reason when it is not ours, not Graph’s, or not to be understood', () => {
    const { notices, ignored } = read(
      { ...basic, clientState: 'guessed' },
      { ...basic, clientState: undefined },
      { ...basic, subscriptionId: 'another' },
      { ...basic, tenantId: '99999999-2222-3333-4444-555555555555' },
      { ...basic, lifecycleEvent: 'somethingNew' },
      { ...basic, resource: 'me/messages/1' },
      { ...basic, encryptedContent: { data: 7 } },
      {
        ...basic,
        encryptedContent: { data: 'A', dataSignature: 'A', dataKey: 'A', encryptionCertificateId: 'x' },
      },
      null,
      [],
      'text',
    );
    expect(notices).toEqual([]);
    expect(ignored).toHaveLength(11);
  });
});

describe('a body', () => {
  test('names its subscriptions and brings its tokens, before anything of it is trusted', () => {
    expect(namedInNotices({ value: [basic, basic, null], validationTokens: ['a', 7] })).toEqual({
      ok: true,
      value: { subscriptionIds: [presences], validationTokens: ['a'] },
    });
  });

  test.each([null, 'x', 7, [], {}, { value: {} }, { value: Array.from({ length: 6_000 }, () => basic) }])(
    '%# that is none is malformed',
    (body) => {
      const reading = { known, keys: [key], vouched };
      expect(readChangeNotices(body, reading)).toMatchObject({ ok: false, refusal: { code: 'malformed' } });
      expect(namedInNotices(body)).toMatchObject({ ok: false, refusal: { code: 'malformed' } });
    },
  );

  test('that is nested without end costs nothing', () => {
    let deep: unknown = 'x';
    for (let n = 0; n < 200_000; n += 1) deep = [deep];
    expect(read(deep, { ...basic, resourceData: deep, encryptedContent: deep }).notices).toEqual([]);
  });
});
