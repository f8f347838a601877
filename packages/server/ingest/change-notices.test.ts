import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import Fastify from 'fastify';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createChangeNoticePosts } from './change-notices.ts';

async function open(take: (body: unknown) => Promise<void> = () => Promise.resolve()) {
  const taken: unknown[] = [];
  const posts = createChangeNoticePosts({
    notices: {
      take(body) {
        taken.push(body);
        return take(body);
      },
    },
    clock: new ManualClock(0),
    log: silentLogger,
  });
  const app = Fastify();
  await posts.register(app);
  app.post('/other', (request) => request.body);
  const stop = new AbortController();
  const done = posts.run(stop.signal);
  onTestFinished(async () => {
    stop.abort();
    await done;
    await app.close();
  });
  const post = (payload: string, contentType = 'application/json', url = '/api/changes') =>
    app.inject({ method: 'POST', url, payload, headers: { 'content-type': contentType } });
  return { app, post, taken };
}

test('Graph’s question is answered with its token, as plain text, at both addresses', async () => {
  const { app } = await open();
  for (const path of ['/api/changes', '/api/changes/lifecycle']) {
    const url = `${path}?validationToken=${encodeURIComponent('<b>A token & more</b>')}`;
    const answer = await app.inject({ method: 'POST', url, headers: { 'content-type': 'text/plain' } });
    expect([answer.statusCode, answer.body]).toEqual([200, '<b>A token & more</b>']);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  }
});

test('notices are answered before they are read', async () => {
  let finish: () => void = () => undefined;
  const { post, taken } = await open(() => new Promise((resolve) => (finish = resolve)));
  expect((await post('{"value":[{"subscriptionId":"1"}]}')).statusCode).toBe(202);
  expect((await post('{"value":[]}', 'text/plain')).statusCode).toBe(202);
  expect(taken).toEqual([{ value: [{ subscriptionId: '1' }] }]);
  finish();
  await vi.waitFor(() => expect(taken).toHaveLength(2));
  finish();
});

test.each([
  ['', 400],
  ['{', 400],
  ['null', 400],
  ['[]', 400],
  ['"value"', 400],
  ['{"value":{}}', 400],
  ['{"value":[null,7,"x",{"subscriptionId":{}}]}', 202],
])('a body %j is answered %i', async (body, status) => {
  const { post } = await open();
  expect((await post(body)).statusCode).toBe(status);
});

test('what nobody can keep up with is refused, so that Graph sends it again', async () => {
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const { post } = await open(() => finished);
  onTestFinished(() => finish());
  const answers: number[] = [];
  for (let each = 0; each < 502; each += 1) answers.push((await post('{"value":[]}')).statusCode);
  expect(answers.filter((status) => status === 202)).toHaveLength(501);
  expect(answers.at(-1)).toBe(503);
});

test('a few large bodies are refused as many small ones are', async () => {
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const { post } = await open(() => finished);
  onTestFinished(() => finish());
  const large = JSON.stringify({ value: ['x'.repeat(3 * 1_048_576)] });
  const answers: number[] = [];
  for (let each = 0; each < 8; each += 1) answers.push((await post(large)).statusCode);
  expect(answers).toEqual([202, 202, 202, 202, 202, 202, 503, 503]);
  expect((await post('{"value":[]}')).statusCode).toBe(202);
});

test('a body that makes trouble does not keep the next one waiting', async () => {
  let first = true;
  const { post, taken } = await open(() => {
    const isFirst = first;
    first = false;
    return isFirst ? Promise.reject(new Error('no database')) : Promise.resolve();
  });
  await post('{"value":[]}');
  await post('{"value":[1]}');
  await vi.waitFor(() => expect(taken).toHaveLength(2));
});

test('other addresses read JSON as before', async () => {
  const { post } = await open();
  expect((await post('{"a":1}', 'application/json', '/other')).json()).toEqual({ a: 1 });
});
