import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Bench, inviteBody } from '../graph-api/bench.testing.ts';
import { contoso } from '../world/contoso.ts';
import { registerFaultControl } from './fault-routes.ts';

const { eva, jan } = contoso.people;
const number = contoso.queues.reception.number;
let bench: Bench;
let app: FastifyInstance;
beforeEach(async () => {
  bench = await Bench.start();
  app = Fastify();
  registerFaultControl(app, bench.faults, bench.platform);
});
afterEach(async () => {
  await app.close();
  await bench.stop();
});

async function send(method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object) {
  const response = await app.inject({ method, url: `/control${path}`, ...(payload ? { payload } : {}) });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
}

test('a forgotten call is gone without a word, and those who talk go on', async () => {
  const { path, callId, lineId } = await bench.answered();
  await bench.joined(path, eva);
  expect(await send('POST', `/calls/${callId}/forget`)).toMatchObject({ body: { forgotten: callId } });
  await bench.settled();
  expect(bench.listener.story()).toEqual([]);
  expect((await bench.get(path)).status).toBe(404);
  expect(bench.line(lineId).hears).toEqual({ kind: 'talk', with: ['Eva Berg'] });
  expect((await send('POST', `/calls/${callId}/forget`)).status).toBe(404);
});

test('what rings for a forgotten call stops, and a caller left alone is cut off', async () => {
  const { path, lineId } = await bench.answered();
  await bench.post(`${path}/participants/invite`, inviteBody(jan));
  bench.platform.forget(lineId);
  expect(bench.control.truth()).toMatchObject({ ringing: [], conversations: [] });
  expect(bench.line(lineId).state).toBe('ended');
});

test.each(['incoming', 'redirecting'])(
  'a caller of a forgotten %s call hears no ringing for ever',
  async (state) => {
    const { path, lineId } = await bench.dial();
    if (state === 'redirecting')
      await bench.post(`${path}/redirect`, { targets: [{ identity: { user: { id: jan } } }] });
    expect(bench.platform.calls()).toMatchObject([{ state, lineIds: [lineId] }]);
    bench.platform.forget(lineId);
    expect(bench.line(lineId).state).toBe('ended');
  },
);

test('an orphan is in a call that nobody was told of', async () => {
  const orphan = await send('POST', '/calls/orphan', { from: '+44 20 7946 0999', to: number });
  await bench.settled();
  expect(bench.listener.heard).toEqual([]);
  expect(orphan.body).toMatchObject({ state: 'established', targets: [contoso.queues.reception.id] });
  expect((await send('GET', '/calls')).body).toEqual([orphan.body]);
  expect(bench.control.truth().lines).toMatchObject([{ state: 'connected', hears: { kind: 'silence' } }]);
  expect((await bench.get(`/communications/calls/${String(orphan.body.id)}`)).body.state).toBe('established');
  bench.control.hangUpLine(bench.control.truth().lines[0]?.id ?? '');
  await bench.settled();
  expect(bench.listener.story()).toEqual(['deleted terminated 200/540000']);
});

test('an orphan that nobody answered rings until its time is over', async () => {
  bench.platform.orphan({ from: '+442079460999', to: number, state: 'incoming' });
  await bench.pass(14);
  expect(bench.control.truth().lines).toMatchObject([{ state: 'ringing' }]);
  await bench.pass(1);
  expect(bench.control.truth().lines).toMatchObject([{ state: 'ended' }]);
});

test('faults are read, turned and reset over HTTP, and refused in words', async () => {
  const turned = await send('PATCH', '/faults', { drop: { probability: 0.5, kinds: ['call'] } });
  expect(turned.body).toMatchObject({ settings: { drop: { probability: 0.5, next: 0, kinds: ['call'] } } });
  expect((await send('GET', '/faults')).body).toEqual(turned.body);
  expect(await send('PATCH', '/faults', { drop: { probability: 5 } })).toMatchObject({
    status: 400,
    body: { error: expect.stringContaining('drop.probability') },
  });
  expect((await send('POST', '/faults/reset')).body).toMatchObject({
    settings: { drop: { probability: 0 } },
  });
  expect(await send('POST', '/calls/orphan', { from: 'me', to: number })).toMatchObject({
    status: 400,
    body: { error: expect.stringContaining('from: ') },
  });
  expect((await send('POST', '/calls/orphan', { from: '+442079460999', to: '+15550100' })).status).toBe(404);
});
