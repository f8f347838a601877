import { tenantId } from '@switchboard/domain/ids';
import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { describe, expect, test } from 'vitest';
import { createGraphClient } from './create-graph-client.ts';
import type { GraphRequest } from './graph-request.ts';
import { type Behaviour, passWhenDue, startLocalServer } from './local-server.testing.ts';
import { mailboxLane } from './request-kind.ts';
import { longestAnswer } from './timed-fetch.ts';

const contoso = tenantId('contoso');
const sync: GraphRequest = {
  tenantId: contoso,
  method: 'GET',
  path: '/users/delta',
  kind: 'directory',
  retry: 'safe',
  priority: 'low',
};
const search: GraphRequest = { ...sync, path: '/users', priority: 'high' };
const calendarOf = (mailbox: string): GraphRequest => ({
  tenantId: contoso,
  method: 'GET',
  path: `/me/calendarView?${mailbox}`,
  kind: 'calendar',
  retry: 'safe',
  token: `token of ${mailbox}`,
  mailbox,
});
const fine: Behaviour = { status: 200, body: {} };

async function graph(behave: Parameters<typeof startLocalServer>[0]) {
  const server = await startLocalServer(behave);
  const clock = new ManualClock(0);
  const client = createGraphClient({
    baseUrl: server.url,
    token: async () => 'token',
    clock,
    log: silentLogger,
    timeoutMs: 30_000,
  });
  return { server, clock, client };
}

describe('the directory', () => {
  const nearly: Behaviour = {
    status: 200,
    body: {},
    headers: { 'x-ms-resource-unit': '2', 'x-ms-throttle-limit-percentage': '0.9' },
  };

  test('is told how urgent a request is', async () => {
    const { client, server } = await graph(() => fine);
    await client.request(sync);
    await client.request(search);
    await client.request(calendarOf('eva'));
    expect(server.seen.map(({ headers }) => headers['x-ms-throttle-priority'])).toEqual([
      'low',
      'high',
      undefined,
    ]);
  });

  test('is asked more slowly before its limit is reached, while a search goes out at once', async () => {
    const { client, clock, server } = await graph((_, nth) => (nth < 3 ? nearly : fine));
    await client.request(sync);
    const slowed = client.request(sync);
    expect(await client.request(search)).toMatchObject({ ok: true });
    expect(server.seen.map(({ path }) => path)).toEqual(['/users/delta', '/users']);
    await passWhenDue(clock, 800);
    expect(await slowed).toMatchObject({ ok: true });
  });
});

describe('a mailbox', () => {
  test('gets as many requests at once as Outlook takes, and others theirs', async () => {
    const { client, clock, server } = await graph(({ path }) => (path.endsWith('eva') ? 'silence' : fine));
    const many = Array.from({ length: mailboxLane + 1 }, () => client.request(calendarOf('eva')));
    await server.arrived(mailboxLane);
    expect(await client.request(calendarOf('noor'))).toMatchObject({ ok: true });
    expect(server.seen.filter(({ path }) => path.endsWith('eva'))).toHaveLength(mailboxLane);
    clock.advance(5_000);
    expect(await many.at(-1)).toMatchObject({ refusal: { code: 'crowded' } });
  });

  test('that is throttled holds back nobody else', async () => {
    const { client } = await graph(({ path }) =>
      path.endsWith('eva') ? { status: 429, headers: { 'retry-after': '60' } } : fine,
    );
    await client.request(calendarOf('eva'));
    expect(await client.request(calendarOf('eva'))).toMatchObject({ refusal: { code: 'heldBack' } });
    expect(await client.request(calendarOf('noor'))).toMatchObject({ ok: true });
    expect(await client.request(sync)).toMatchObject({ ok: true });
    expect(client.throttles()).toEqual([
      { tenantId: contoso, kind: 'calendar', mailbox: 'eva', until: 60_000 },
    ]);
  });
});

describe('an answer', () => {
  test('that is far too long is broken off and refused by name', async () => {
    const { client, server } = await graph(() => ({ status: 200, body: 'x'.repeat(longestAnswer + 1) }));
    expect(await client.request(sync)).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', code: 'tooLarge' },
    });
    expect(server.seen).toHaveLength(1);
  });

  test('that is nested a million deep is read without harm', async () => {
    const deep = `{"value":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`;
    const { client } = await graph(() => ({ status: 200, body: deep }));
    expect(await client.request(sync)).toMatchObject({ ok: true, value: { status: 200 } });
  });
});
