import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, tokens } from '../bench.testing.ts';

const { eva, jan } = contoso.people;
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

const statusesOf = async (count: number, path: string, token = tokens.app): Promise<number[]> => {
  const seen: number[] = [];
  for (let at = 0; at < count; at++) seen.push((await bench.get(path, { token })).status);
  return seen;
};

test('a directory that is asked too much refuses in the documented way, and tells before how near it is', async () => {
  // 5,000 units in ten seconds for a tenant of this size; a thousandth of it is five.
  bench.control.changeSettings({ limitFactor: 0.001 });
  expect(await statusesOf(4, `/users/${jan}`)).toEqual([200, 200, 200, 200]);
  const near = await bench.get(`/users/${jan}`);
  expect(near.headers.get('x-ms-throttle-limit-percentage')).toBe('0.8');
  const refused = await bench.get(`/users/${jan}`);
  expect(refused).toMatchObject({ status: 429, body: { error: { code: 'TooManyRequests' } } });
  expect(refused.headers.get('x-ms-throttle-information')).toBe('ResourceUnitLimitExceeded');
  expect(refused.headers.get('x-ms-throttle-scope')).toBe(
    `Tenant_Application/ReadWrite/${contoso.applicationId}/${contoso.tenantId}`,
  );
  await bench.pass(Number(refused.headers.get('retry-after')));
  expect((await bench.get(`/users/${jan}`)).status).toBe(200);
});

test('each service has limits of its own, and those of presence are 1,500 in thirty seconds', async () => {
  bench.control.changeSettings({ limitFactor: 2 / 1_500 });
  expect(await statusesOf(3, `/users/${jan}/presence`)).toEqual([200, 200, 429]);
  expect(await statusesOf(1, `/users/${jan}`)).toEqual([200]);
  await bench.pass(15);
  expect(await statusesOf(2, `/users/${jan}/presence`)).toEqual([200, 429]);
});

test('each mailbox has limits of its own', async () => {
  bench.control.changeSettings({ limitFactor: 1 / 10_000 });
  const token = (person: string) => tokens.user(person, 'Contacts.Read');
  expect(await statusesOf(2, '/me/contacts', token(eva))).toEqual([200, 429]);
  expect(await statusesOf(2, '/me/contacts', token(jan))).toEqual([200, 429]);
});

test('a mailbox takes four requests at once and no fifth', async () => {
  bench.control.changeSettings({ outlookLatencyMs: 100 });
  const token = tokens.user(eva, 'Contacts.Read');
  const asked = Array.from({ length: 5 }, () => bench.get('/me/contacts', { token }));
  const first = await Promise.race(asked);
  expect(first).toMatchObject({
    status: 429,
    body: {
      error: {
        code: 'ApplicationThrottled',
        message: 'Application is over its MailboxConcurrency limit.',
      },
    },
  });
  expect(first.headers.get('retry-after')).toBe('2');
  await bench.pass(1);
  const statuses = (await Promise.all(asked)).map((answer) => answer.status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(4);
});

test('without limits nothing is refused, and the cost is told all the same', async () => {
  bench.control.changeSettings({ limitFactor: 0 });
  const { status, headers } = await bench.get('/users?$select=id');
  expect([status, headers.get('x-ms-resource-unit')]).toEqual([200, '1']);
});
