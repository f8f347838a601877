import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bench, inviteBody } from '../graph-api/bench.testing.ts';
import { contoso } from '../world/contoso.ts';

const { eva, jan } = contoso.people;
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

test.each([
  ['serverError', 500, 'generalException'],
  ['unavailable', 503, 'serviceNotAvailable'],
  ['gatewayTimeout', 504, 'GatewayTimeout'],
] as const)('%s answers the next request with %d without doing it', async (name, status, code) => {
  const { path, lineId } = await bench.dial();
  bench.faults.set({ [name]: { next: 1, kinds: ['answer'] } });
  const first = await bench.post(`${path}/answer`, bench.answerBody());
  expect(first).toMatchObject({ status, body: { error: { code } } });
  expect(bench.line(lineId).state).toBe('ringing');
  expect((await bench.post(`${path}/answer`, bench.answerBody())).status).toBe(202);
  expect(bench.faults.done[name]).toBe(1);
  expect(bench.faults.settings[name].next).toBe(0);
});

test('an invitation is done and its reply is lost, as often as asked and no more', async () => {
  const { path } = await bench.answered();
  bench.faults.set({ unavailable: { next: 1, kinds: ['invite'], done: 'always' } });
  expect((await bench.get(path)).status).toBe(200);
  expect((await bench.post(`${path}/participants/invite`, inviteBody(eva))).status).toBe(503);
  expect(bench.control.truth().ringing).toMatchObject([{ personId: eva }]);
  expect((await bench.post(`${path}/participants/invite`, inviteBody(jan))).status).toBe(200);
});

test('a connection is cut before or after the request is done', async () => {
  const { path, lineId } = await bench.dial();
  bench.faults.set({ reset: { next: 1, kinds: ['answer'] } });
  await expect(bench.post(`${path}/answer`, bench.answerBody())).rejects.toThrow('fetch failed');
  expect(bench.line(lineId).state).toBe('ringing');
  bench.faults.set({ reset: { next: 1, done: 'always' } });
  await expect(bench.post(`${path}/answer`, bench.answerBody())).rejects.toThrow('fetch failed');
  expect(bench.line(lineId).state).toBe('connected');
});

test('silence lasts until the client gives up, and the next request is answered', async () => {
  const { path } = await bench.answered();
  bench.faults.set({ silence: { next: 1, kinds: ['keepAlive'] } });
  const patience = new AbortController();
  const asked = bench.post(`${path}/keepAlive`, undefined, { signal: patience.signal });
  const outcome = asked.then(
    () => 'answered',
    (error: unknown) => String(error),
  );
  while (bench.faults.done.silence === 0) await new Promise((resolve) => setImmediate(resolve));
  patience.abort();
  expect(await outcome).toContain('AbortError');
  expect((await bench.post(`${path}/keepAlive`, undefined)).status).toBe(200);
});

test('429 tells how long to wait, or does not', async () => {
  const { path } = await bench.answered();
  bench.faults.set({ throttle: { next: 1, retryAfterSeconds: 7 } });
  const told = await bench.get(path);
  expect(told).toMatchObject({ status: 429, body: { error: { code: 'TooManyRequests' } } });
  expect(told.headers.get('retry-after')).toBe('7');
  expect(told.headers.get('x-ms-throttle-scope')).toContain(contoso.tenantId);
  bench.faults.set({ throttle: { next: 1, retryAfterSeconds: null } });
  expect((await bench.get(path)).headers.get('retry-after')).toBeNull();
  expect((await bench.get(path)).status).toBe(200);
});

test('a sticky 429 holds the whole service of the tenant until its time is over, and no other service', async () => {
  const { path } = await bench.answered();
  bench.faults.set({ throttle: { next: 1, kinds: ['playPrompt'], retryAfterSeconds: 10, sticky: true } });
  const prompt = { prompts: [{ mediaInfo: { uri: bench.listener.prompt(1) } }] };
  expect((await bench.post(`${path}/playPrompt`, prompt)).status).toBe(429);
  await bench.pass(4);
  const later = await bench.get(path);
  expect([later.status, later.headers.get('retry-after')]).toEqual([429, '6']);
  expect((await bench.get('/users?$top=1')).status).toBe(200);
  await bench.pass(6);
  expect((await bench.get(path)).status).toBe(200);
});

test('within a batch each part has faults of its own, and none keeps the others waiting', async () => {
  bench.faults.set({ silence: { next: 1, kinds: ['presence'] }, reset: { next: 1, kinds: ['presence'] } });
  const requests = [1, 2, 3].map((id) => ({ id: String(id), method: 'GET', url: `/users/${jan}/presence` }));
  const { body } = await bench.post('/$batch', { requests });
  expect((body.responses as { status: number }[]).map(({ status }) => status)).toEqual([504, 504, 200]);
});

test('a request finds that Graph has forgotten its call', async () => {
  const { path, lineId } = await bench.answered();
  bench.faults.set({ forget: { next: 1, kinds: ['keepAlive'] } });
  expect((await bench.post(`${path}/keepAlive`, undefined)).status).toBe(404);
  await bench.settled();
  expect(bench.listener.story()).toEqual([]);
  expect(bench.line(lineId).state).toBe('ended');
  expect((await bench.get(path)).status).toBe(404);
  expect(bench.faults.done.forget).toBe(1);
});

test('the same seed and the same requests give the same faults, whatever else is turned', async () => {
  const statuses = async (): Promise<number[]> => {
    const seen = [];
    for (let count = 0; count < 30; count++) seen.push((await bench.get('/users?$top=1')).status);
    return seen;
  };
  bench.faults.set({ unavailable: { probability: 0.3 } });
  const first = await statuses();
  expect(new Set(first)).toEqual(new Set([200, 503]));
  bench.faults.reset();
  bench.faults.set({ unavailable: { probability: 0.3 }, drop: { probability: 1 } });
  expect(await statuses()).toEqual(first);
});
