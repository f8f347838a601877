import { personId, tenantId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import { problem, stubClient } from '../client/stub-client.testing.ts';
import {
  listSubscriptions,
  reauthorizeSubscription,
  renewSubscription,
  subscribe,
  unsubscribe,
} from './subscribe.ts';
import { renewAt, subscriptionFromGraph } from './subscription.ts';
import { validationAnswer } from './validation-answer.ts';
import { presenceSubscription, usersSubscription } from './wanted-subscription.ts';

const tenant = tenantId('contoso');
const noor = { tenantId: tenant, operator: { personId: personId('noor'), token: 'token of noor' } };
const now = Date.UTC(2026, 10, 23, 9);
const minute = 60_000;
const address = {
  notificationUrl: 'https://switchboard.contoso.example/api/changes',
  lifecycleUrl: 'https://switchboard.contoso.example/api/changes/lifecycle',
  clientState: 'secret of this one',
};
const key = { id: 'key-1', certificate: 'MIIB', privateKeyPem: '', madeAt: now };
const answer = { body: { id: 'SUB-1', expirationDateTime: '2026-11-23T09:59:00.0000000Z', resource: 'x' } };

test('an operator’s subscription watches the first 650 people for an hour, with what changed inside', () => {
  const people = ['eva', "x' or 1 eq 1", ...Array.from({ length: 700 }, (_, n) => `p${n}`), 'eva'].map(
    personId,
  );
  const wanted = presenceSubscription(people, address, key, now);
  expect(wanted).toMatchObject({
    changeType: 'updated',
    notificationUrl: address.notificationUrl,
    lifecycleNotificationUrl: address.lifecycleUrl,
    clientState: address.clientState,
    expirationDateTime: '2026-11-23T09:59:00.000Z',
    includeResourceData: true,
    encryptionCertificate: 'MIIB',
    encryptionCertificateId: 'key-1',
  });
  expect(wanted.resource).toMatch(/^\/communications\/presences\?\$filter=id in \('eva','p0',/);
  expect(wanted.resource.split(',')).toHaveLength(650);
  expect(wanted.resource).not.toContain('1 eq 1');
});

test('one of all users wakes the sync for four weeks, without their data', () => {
  expect(usersSubscription(address, now)).toEqual({
    changeType: 'updated,deleted',
    resource: '/users',
    notificationUrl: address.notificationUrl,
    lifecycleNotificationUrl: address.lifecycleUrl,
    clientState: address.clientState,
    expirationDateTime: '2026-12-21T09:00:00.000Z',
    latestSupportedTlsVersion: 'v1_2',
  });
});

test('a subscription is made once, renewed, reauthorised and ended by the rights of the operator', async () => {
  const { client, asked } = stubClient(answer, answer, { body: undefined }, { body: undefined });
  const wanted = presenceSubscription([personId('eva')], address, key, now);
  const made = { id: 'sub-1', expiresAt: now + 59 * minute, resource: 'x' };
  expect(await subscribe(client, noor, wanted)).toEqual({ ok: true, value: made });
  expect(await renewSubscription(client, noor, 'sub-1', now + 59 * minute)).toEqual({
    ok: true,
    value: made,
  });
  expect(await reauthorizeSubscription(client, noor, 'sub-1')).toMatchObject({ ok: true });
  expect(await unsubscribe(client, noor, 'sub-1')).toMatchObject({ ok: true });
  expect(asked.map(({ method, path, retry }) => `${method} ${path} ${retry}`)).toEqual([
    'POST /subscriptions never',
    'PATCH /subscriptions/sub-1 safe',
    'POST /subscriptions/sub-1/reauthorize safe',
    'DELETE /subscriptions/sub-1 safe',
  ]);
  expect(asked.every(({ token }) => token === 'token of noor')).toBe(true);
  expect(asked[1]?.body).toEqual({ expirationDateTime: '2026-11-23T09:59:00.000Z' });
});

test.each([
  [problem('gone', 404, 'ResourceNotFound'), 'gone'],
  [problem('forbidden', 403, 'Forbidden'), 'noRight'],
  [
    {
      ...problem('invalid', 400, 'InvalidRequest'),
      message: 'Subscription validation request failed. HTTP 404',
    },
    'notReached',
  ],
  [problem('invalid', 400, 'InvalidRequest'), 'graph'],
  [{ ...problem('invalid', 409, 'Conflict'), kind: 'conflict' as const }, 'exists'],
  [{ body: { id: 'x' } }, 'graph'],
  [{ body: { id: 'x', expirationDateTime: 'later' } }, 'graph'],
])('a refusal of Graph has a name %#', async (refusal, code) => {
  const { client } = stubClient(refusal);
  expect(await renewSubscription(client, noor, 'x', now)).toMatchObject({ ok: false, refusal: { code } });
});

test('what Graph does not know any more is ended', async () => {
  const { client } = stubClient(problem('gone', 404, 'ResourceNotFound'));
  expect(await unsubscribe(client, noor, 'x')).toMatchObject({ ok: true });
});

test('all that there are can be listed', async () => {
  const nextLink = 'https://graph.microsoft.com/v1.0/subscriptions?$skiptoken=1';
  const { client } = stubClient(
    { body: { value: [answer.body, null, { id: 7 }], '@odata.nextLink': nextLink } },
    { body: { value: [{ ...answer.body, id: 'sub-2' }] } },
  );
  const listed = await listSubscriptions(client, { tenantId: tenant });
  expect(listed.ok && listed.value.map(({ id }) => id)).toEqual(['sub-1', 'sub-2']);
});

test('a renewal is due after two thirds of the life that Graph gave', () => {
  expect(renewAt(now, { expiresAt: now + 60 * minute })).toBe(now + 40 * minute);
  expect(renewAt(now, { expiresAt: now - minute })).toBe(now);
  expect(subscriptionFromGraph({ id: 'a', expirationDateTime: '2016-11-20T18:23:45.9356913Z' })).toEqual({
    id: 'a',
    expiresAt: Date.UTC(2016, 10, 20, 18, 23, 45, 935),
  });
});

test('the handshake is answered with the token as plain text, and nothing else is taken for one', () => {
  expect(
    validationAnswer('/api/changes?a=1&validationToken=Validation%3A+Testing+%3Cb%3E%26%20more'),
  ).toEqual({
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
    body: 'Validation: Testing <b>& more',
  });
  for (const other of [
    '/api/changes',
    '/api/changes?validationToken=',
    `/?validationToken=${'x'.repeat(5_000)}`,
  ]) {
    expect(validationAnswer(other)).toBeUndefined();
  }
});
