import { tenantId } from '@switchboard/domain/ids';
import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { ok, refused } from '@switchboard/kit/result';
import { describe, expect, test } from 'vitest';
import { AuthError } from '../auth/auth-error.ts';
import { createGraphClient, type GraphClientOptions } from './create-graph-client.ts';
import type { GraphRequest } from './graph-request.ts';
import { type Behaviour, passWhenDue, startLocalServer } from './local-server.testing.ts';
import { lanes } from './request-kind.ts';
import { longestWaitMs } from './retry-table.ts';

const contoso = tenantId('11111111-2222-3333-4444-555555555555');
const action: GraphRequest = {
  tenantId: contoso,
  method: 'POST',
  path: '/communications/calls/leg/answer',
  body: { a: 1 },
  clientRequestId: 'effect-1',
  kind: 'call',
  retry: 'never',
};
const reading: GraphRequest = {
  tenantId: contoso,
  method: 'GET',
  path: '/users/x',
  kind: 'directory',
  retry: 'safe',
};
const fine: Behaviour = { status: 200, body: { fine: true } };

async function graph(behaviours: readonly Behaviour[], options: Partial<GraphClientOptions> = {}) {
  const server = await startLocalServer((_, nth) => behaviours[nth - 1] ?? fine);
  const clock = new ManualClock(1_000_000);
  const tokens: boolean[] = [];
  const client = createGraphClient({
    baseUrl: `${server.url}/v1.0`,
    token: async (_, { fresh = false } = {}) => {
      tokens.push(fresh);
      return fresh ? 'fresh-token' : 'first-token';
    },
    clock,
    log: silentLogger,
    timeoutMs: 30_000,
    ...options,
  });
  return { server, clock, client, tokens };
}

describe('a request', () => {
  test('carries token, request id and body to the base URL', async () => {
    const { client, server } = await graph([]);
    const answer = await client.request(action);
    expect(answer).toMatchObject({ ok: true, value: { status: 200, body: { fine: true } } });
    expect(server.seen[0]).toMatchObject({
      method: 'POST',
      path: '/v1.0/communications/calls/leg/answer',
      body: { a: 1 },
      headers: { authorization: 'Bearer first-token', 'client-request-id': 'effect-1' },
    });
  });

  test('follows a link of Graph as it is, and no link to anywhere else', async () => {
    const { client, server } = await graph([]);
    await client.request({ ...reading, path: `${server.url}/v1.0/users/delta?$skiptoken=a%2Bb` });
    expect(server.seen[0]?.path).toBe('/v1.0/users/delta?$skiptoken=a%2Bb');
    const foreign = await client.request({ ...reading, path: 'http://contoso.example/v1.0/users' });
    expect(foreign).toMatchObject({ ok: false, refusal: { kind: 'invalid', code: 'foreignLink' } });
    expect(server.seen).toHaveLength(1);
  });

  test('does not follow a redirect', async () => {
    const { client, server } = await graph([
      { status: 302, headers: { location: 'http://contoso.example/' } },
    ]);
    expect(await client.request(action)).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', status: 302 },
    });
    expect(server.seen).toHaveLength(1);
  });
});

describe('problems', () => {
  test.each([
    [400, 'invalid'],
    [403, 'forbidden'],
    [404, 'gone'],
    [409, 'conflict'],
    [410, 'gone'],
    [412, 'conflict'],
    [415, 'invalid'],
    [422, 'invalid'],
    [423, 'conflict'],
    [500, 'unavailable'],
    [503, 'unavailable'],
  ])('%i is %s, with what Graph says of it, and an action is sent once', async (status, kind) => {
    const body = { error: { code: 7505, message: 'No.', innerError: { 'request-id': 'r-1' } } };
    const { client, server } = await graph([{ status, body }]);
    const answer = await client.request(action);
    expect(answer).toMatchObject({
      ok: false,
      refusal: { kind, status, code: '7505', message: 'No.', requestId: 'r-1' },
    });
    expect(server.seen).toHaveLength(1);
  });

  test.each([
    ['8522', 'gone'],
    ['8523', 'conflict'],
  ])('%s is %s under any status', async (code, kind) => {
    const { client } = await graph([{ status: 400, body: { error: { code, message: 'No.' } } }]);
    expect(await client.request(action)).toMatchObject({ refusal: { kind, code } });
  });

  test('an error page that is not Graph’s still has a code and a sentence', async () => {
    const { client } = await graph([{ status: 400, body: '<html>Bad</html>' }]);
    expect(await client.request(action)).toMatchObject({ refusal: { code: 'http400', status: 400 } });
  });

  test('a refused connection was never sent', async () => {
    const { client, server } = await graph([]);
    await server.stop();
    expect(await client.request(action)).toMatchObject({ refusal: { kind: 'unavailable', sent: 'no' } });
  });

  test('a connection that breaks off may have been executed', async () => {
    const { client, server } = await graph(['reset']);
    expect(await client.request(action)).toMatchObject({ refusal: { kind: 'unavailable', sent: 'maybe' } });
    expect(server.seen).toHaveLength(1);
  });

  test('no answer in time may have been executed', async () => {
    const { client, server, clock } = await graph(['silence']);
    const answer = client.request(action);
    await server.arrived(1);
    clock.advance(30_000);
    expect(await answer).toMatchObject({ refusal: { kind: 'unavailable', sent: 'maybe', code: 'timedOut' } });
  });

  test('an action whose answer breaks off after the status is done; something read is read again', async () => {
    const { client, clock, server } = await graph(['half', 'half', fine]);
    expect(await client.request(action)).toMatchObject({ ok: true, value: { status: 200, body: undefined } });
    const answer = client.request(reading);
    await passWhenDue(clock, 200);
    expect(await answer).toMatchObject({ ok: true, value: { body: { fine: true } } });
    expect(server.seen).toHaveLength(3);
  });
});

describe('what is repeated', () => {
  test('reading is repeated after 503 and a broken connection, with pauses', async () => {
    const { client, clock, server } = await graph([{ status: 503 }, 'reset', fine]);
    const answer = client.request(reading);
    await passWhenDue(clock, 200);
    await passWhenDue(clock, 1_000);
    expect(await answer).toMatchObject({ ok: true });
    expect(server.seen).toHaveLength(3);
  });

  test('reading is given up after three tries', async () => {
    const { client, clock, server } = await graph([{ status: 500 }, { status: 500 }, { status: 500 }, fine]);
    const answer = client.request(reading);
    await passWhenDue(clock, 200);
    await passWhenDue(clock, 1_000);
    expect(await answer).toMatchObject({ refusal: { kind: 'unavailable', status: 500 } });
    expect(server.seen).toHaveLength(3);
  });

  test('401 brings a fresh token and one more try, also for an action', async () => {
    const { client, server, tokens } = await graph([{ status: 401 }, fine]);
    expect(await client.request(action)).toMatchObject({ ok: true });
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer first-token',
      'Bearer fresh-token',
    ]);
    expect(tokens).toEqual([false, true]);
  });

  test('a second 401 is told', async () => {
    const { client, server } = await graph([{ status: 401 }, { status: 401 }, fine]);
    expect(await client.request(action)).toMatchObject({ refusal: { kind: 'unauthorized', status: 401 } });
    expect(server.seen).toHaveLength(2);
  });

  test('a person’s token is replaced once, and the new one stays for what comes after', async () => {
    const { client, server, clock } = await graph([{ status: 401 }, { status: 503 }, { status: 401 }]);
    const asked: string[] = [];
    const freshToken = async () => {
      asked.push('asked');
      return ok('new');
    };
    const request = client.request({ ...reading, token: 'old', freshToken });
    // The second try's pause: the one for the token has none.
    await passWhenDue(clock, 1_000);
    const answer = await request;
    expect(answer).toMatchObject({ refusal: { kind: 'unauthorized', status: 401 } });
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer old',
      'Bearer new',
      'Bearer new',
    ]);
    expect(asked).toEqual(['asked']);
  });

  test('a person’s token that cannot be replaced now is told with the reason, and nothing more is sent', async () => {
    const { client, server } = await graph([{ status: 401 }]);
    const away = { kind: 'unavailable', sent: 'no', status: 0, code: 'unreachable', message: '' } as const;
    const answer = await client.request({ ...action, token: 'old', freshToken: async () => refused(away) });
    expect(answer).toEqual(refused(away));
    expect(server.seen).toHaveLength(1);
  });

  test('a person’s token is not ours to refresh', async () => {
    const { client, tokens } = await graph([{ status: 401 }]);
    const answer = await client.request({ ...reading, token: 'theirs' });
    expect(answer).toMatchObject({ refusal: { kind: 'unauthorized' } });
    expect(tokens).toEqual([]);
  });

  test.each([
    ['unreachable', 'unavailable'],
    ['refused', 'unauthorized'],
  ] as const)('a token that is %s makes the request %s, and nothing is sent', async (code, kind) => {
    const token = () => Promise.reject(new AuthError(code, 'no token'));
    const { client, server } = await graph([], { token });
    expect(await client.request(action)).toMatchObject({ refusal: { kind, code } });
    expect(server.seen).toHaveLength(0);
  });
});

describe('throttling', () => {
  const throttled = (seconds: string): Behaviour => ({ status: 429, headers: { 'retry-after': seconds } });

  test('an action is told how long to wait, and the next one is held back without being sent', async () => {
    const { client, server, clock } = await graph([throttled('7')]);
    expect(await client.request(action)).toMatchObject({
      refusal: { kind: 'throttled', retryAfterMs: 7_000 },
    });
    clock.advance(3_000);
    expect(await client.request(action)).toMatchObject({
      refusal: { kind: 'throttled', code: 'heldBack', retryAfterMs: 4_000 },
    });
    expect(server.seen).toHaveLength(1);
    clock.advance(4_000);
    expect(await client.request(action)).toMatchObject({ ok: true });
  });

  test('reading waits for a short pause and goes on', async () => {
    const { client, server, clock } = await graph([throttled('2')]);
    const answer = client.request(reading);
    await passWhenDue(clock, 2_000);
    expect(await answer).toMatchObject({ ok: true });
    expect(server.seen).toHaveLength(2);
  });

  test('reading does not wait for a long one', async () => {
    const { client } = await graph([throttled('120')]);
    expect(await client.request(reading)).toMatchObject({
      refusal: { kind: 'throttled', retryAfterMs: 120_000 },
    });
  });

  test('the directory never holds back calls; calls hold back the directory', async () => {
    const { client } = await graph([throttled('60'), fine, throttled('60')]);
    await client.request(reading);
    expect(await client.request(action)).toMatchObject({ ok: true });
    await client.request(action);
    expect(await client.request({ ...reading, kind: 'presence' })).toMatchObject({
      refusal: { code: 'heldBack' },
    });
  });

  test('not even the answer to a call is sent while Graph throttles the calls of its tenant for a moment', async () => {
    const { client, server } = await graph([throttled('2')]);
    await client.request(action);
    expect(await client.request({ ...action, urgent: true })).toMatchObject({
      refusal: { code: 'heldBack', retryAfterMs: 2_000 },
    });
    expect(server.seen).toHaveLength(1);
  });

  test('the answer to a call is sent while Graph throttles for longer than a caller can wait', async () => {
    const { client, server } = await graph([throttled('20'), fine]);
    await client.request(action);
    expect(await client.request(action)).toMatchObject({ refusal: { code: 'heldBack' } });
    expect(await client.request({ ...action, urgent: true })).toMatchObject({ ok: true });
    expect(server.seen).toHaveLength(2);
  });

  test('pauses of ours are spread by chance, those of Graph are not', async () => {
    const { client, clock, server } = await graph([{ status: 503 }, throttled('2'), fine], {
      random: () => 0.5,
    });
    const answer = client.request(reading);
    await passWhenDue(clock, 150);
    await passWhenDue(clock, 2_000);
    expect(await answer).toMatchObject({ ok: true });
    expect(server.seen).toHaveLength(3);
  });

  test('another tenant is not held back', async () => {
    const { client } = await graph([throttled('60')]);
    await client.request(action);
    const fabrikam = tenantId('99999999-2222-3333-4444-555555555555');
    expect(await client.request({ ...action, tenantId: fabrikam })).toMatchObject({ ok: true });
  });
});

describe('requests side by side', () => {
  const { call, directory } = lanes;

  /** A Graph that keeps everything waiting but answers to calls. */
  async function slowGraph() {
    const server = await startLocalServer(({ path }) => (path.endsWith('/answer') ? fine : 'silence'));
    const clock = new ManualClock(0);
    const token = async (): Promise<string> => 'token';
    const baseUrl = `${server.url}/v1.0`;
    const client = createGraphClient({ baseUrl, token, clock, log: silentLogger, timeoutMs: 30_000 });
    return { server, clock, client };
  }

  const many = (count: number, request: () => Promise<unknown>): Promise<unknown>[] =>
    Array.from({ length: count }, request);

  test('are bounded for each kind; calls go out while a directory is read and Graph is slow', async () => {
    const { server, clock, client } = await slowGraph();
    const people = many(directory * 3, () => client.request(reading));
    await server.arrived(directory);
    expect(await client.request(action)).toMatchObject({ ok: true });
    expect(server.seen.filter(({ path }) => path.endsWith('/users/x'))).toHaveLength(directory);
    clock.advance(longestWaitMs);
    const settled = await Promise.all(people.slice(directory));
    expect(settled).toEqual(
      settled.map(() => expect.objectContaining({ refusal: expect.objectContaining({ code: 'crowded' }) })),
    );
    expect(server.seen).toHaveLength(directory + 1);
  });

  test('let the answer to a call pass, however many other actions are on their way', async () => {
    const { server, clock, client } = await slowGraph();
    const hold = { ...action, path: '/communications/calls/leg/participants/p/startHoldMusic' };
    void Promise.all(many(call, () => client.request(hold)));
    await server.arrived(call);
    const behind = client.request(action);
    expect(await client.request({ ...action, urgent: true })).toMatchObject({ ok: true });
    clock.advance(longestWaitMs);
    expect(await behind).toMatchObject({ refusal: { kind: 'unavailable', sent: 'no', code: 'crowded' } });
  });

  test('that stood in line when Graph throttled are held back', async () => {
    const server = await startLocalServer((_, nth) =>
      nth <= directory ? { status: 429, headers: { 'retry-after': '60' } } : fine,
    );
    const clock = new ManualClock(0);
    const options = { token: async () => 'token', clock, log: silentLogger, timeoutMs: 30_000 };
    const client = createGraphClient({ ...options, baseUrl: `${server.url}/v1.0` });
    const told = await Promise.all(many(directory + 3, () => client.request(reading)));
    expect(told).toEqual(
      told.map(() => expect.objectContaining({ refusal: expect.objectContaining({ kind: 'throttled' }) })),
    );
    expect(server.seen).toHaveLength(directory);
    expect(client.throttles()).toEqual([{ tenantId: contoso, kind: 'directory', until: 60_000 }]);
  });
});
