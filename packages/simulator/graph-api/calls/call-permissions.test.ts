import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, inviteBody, tokens } from '../bench.testing.ts';

const { eva } = contoso.people;
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

test('without a token and with a forged one the answer is 401', async () => {
  const { path } = await bench.dial();
  for (const token of ['', 'forged']) {
    const answer = await bench.post(`${path}/answer`, bench.answerBody(), { token });
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } });
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  }
});

test('answering needs its permission, and no user can', async () => {
  const { path } = await bench.dial();
  const weak = [
    tokens.appWith('Calls.Initiate.All'),
    tokens.user(eva, 'User.Read', 'Calls.JoinGroupCall.All'),
  ];
  for (const token of weak)
    expect((await bench.post(`${path}/answer`, bench.answerBody(), { token })).status).toBe(403);
  const token = tokens.appWith('calls.joingroupcall.all');
  expect((await bench.post(`${path}/answer`, bench.answerBody(), { token })).status).toBe(202);
});

test('what the token held at the answer counts for the rest of the call', async () => {
  const { path } = await bench.dial();
  const token = tokens.appWith('Calls.JoinGroupCall.All');
  await bench.post(`${path}/answer`, bench.answerBody(), { token });
  const prompt = { prompts: [{ mediaInfo: { uri: bench.listener.prompt(1) } }] };
  expect((await bench.post(`${path}/playPrompt`, prompt)).status).toBe(403);
  expect((await bench.post(`${path}/participants/invite`, inviteBody(eva))).status).toBe(403);
});

test('redirecting needs its permission, rejecting none', async () => {
  const { path } = await bench.dial();
  const token = tokens.appWith();
  const targets = [{ identity: { user: { id: eva } } }];
  expect((await bench.post(`${path}/redirect`, { targets }, { token })).status).toBe(403);
  expect((await bench.post(`${path}/reject`, { reason: 'none' }, { token })).status).toBe(202);
});

test('what the token held at the redirect counts while the others ring', async () => {
  const targets = [{ identity: { user: { id: eva } } }];
  const strong = await bench.dial();
  expect((await bench.post(`${strong.path}/redirect`, { targets })).status).toBe(202);
  expect(await bench.get(strong.path)).toMatchObject({ status: 200, body: { state: 'redirecting' } });
  const weak = await bench.dial();
  const token = tokens.appWith('Calls.Initiate.All');
  expect((await bench.post(`${weak.path}/redirect`, { targets }, { token })).status).toBe(202);
  expect((await bench.get(weak.path)).status).toBe(200);
  expect((await bench.get(`${weak.path}/participants/any`)).status).toBe(403);
  expect((await bench.delete(weak.path)).status).toBe(204);
});

test('every answer carries its ids and date, and errors repeat them', async () => {
  const answer = await bench.get('/communications/calls/none', { headers: { 'client-request-id': 'mine' } });
  expect(answer.status).toBe(404);
  expect(answer.headers.get('client-request-id')).toBe('mine');
  expect(answer.headers.get('request-id')).toBeTruthy();
  expect(Date.parse(answer.headers.get('date') ?? '')).toBe(bench.clock.now());
  expect(answer.body.error).toMatchObject({
    innerError: { 'client-request-id': 'mine', 'request-id': expect.any(String) },
  });
});

test('bodies that are no JSON or too large are refused in Graph’s words', async () => {
  const { path } = await bench.dial();
  expect(await bench.post(`${path}/answer`, '{"callbackUri":')).toMatchObject({
    status: 400,
    body: { error: { code: 'BadRequest' } },
  });
  const large = JSON.stringify({ callbackUri: 'x'.repeat(5_000_000) });
  expect((await bench.post(`${path}/answer`, large)).status).toBe(413);
  expect((await bench.post(`${path}/answer`, bench.answerBody())).status).toBe(202);
});
