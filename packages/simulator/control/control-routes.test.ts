import { randomUUID } from 'node:crypto';
import { createClock, ManualClock } from '@switchboard/kit/clock';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../world/contoso.ts';
import { World } from '../world/world.ts';
import { Control } from './control.ts';
import { registerControl } from './control-routes.ts';
import { registerEventStream } from './event-stream.ts';

const { eva, jan } = contoso.people;
let app: FastifyInstance;
let world: World;
let url: string;

beforeEach(async () => {
  world = new World({ clock: new ManualClock(0), newId: randomUUID, seed: 1, people: 60 });
  const control = new Control({ world, settled: async () => undefined, pressed: () => false });
  app = Fastify({ forceCloseConnections: true });
  registerControl(app, control);
  registerEventStream(app, world, createClock({ now: Date.now, setTimeout, clearTimeout }));
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => app.close());

async function send(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) {
  const response = await app.inject({ method, url: `/control${path}`, ...(payload ? { payload } : {}) });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
}

const dial = () => send('POST', '/lines', { from: '+44 20 7946 0999', to: '+44 20 7946 0100', name: 'Ada' });

test('a call is dialled, seen in the truth and hung up', async () => {
  const line = await dial();
  expect(line).toMatchObject({ status: 200, body: { number: '+442079460999', name: 'Ada' } });
  expect((await send('GET', '/truth')).body).toMatchObject({
    lines: [{ state: 'ringing', hears: { kind: 'ringing' } }],
  });
  const path = `/lines/${String(line.body.id)}/hang-up`;
  expect((await send('POST', path)).status).toBe(200);
  expect((await send('POST', path)).status).toBe(409);
});

test('people are found, shown and changed', async () => {
  expect((await send('GET', '/people?search=cardio')).body).toEqual(
    expect.arrayContaining([expect.objectContaining({ displayName: 'Jan de Vries' })]),
  );
  await send('POST', `/people/${jan}/presence`, { availability: 'Away', activity: 'Away' });
  await send('POST', `/people/${jan}/client`, {
    signedIn: false,
    unanswered: { afterSeconds: 9, then: 'voicemail' },
  });
  await send('PATCH', `/people/${jan}`, { jobTitle: 'Head' });
  expect((await send('GET', '/people/jan.devries@contoso.example')).body).toMatchObject({
    person: { jobTitle: 'Head' },
    presence: { availability: 'Away' },
    client: { signedIn: false, unanswered: { afterSeconds: 9, then: 'voicemail' } },
  });
  expect((await send('DELETE', `/people/${jan}`, { forGood: true })).status).toBe(200);
  expect((await send('GET', `/people/${jan}`)).status).toBe(404);
});

test('what cannot be done is refused with a status and a sentence', async () => {
  const cases: [number, string, Awaited<ReturnType<typeof send>>][] = [
    [400, 'from: ', await send('POST', '/lines', { to: '+442079460100' })],
    [400, 'not a telephone number', await send('POST', '/lines', { from: 'me', to: '+442079460100' })],
    [
      404,
      'nobody has the number',
      await send('POST', '/lines', { from: '+442079460999', to: '+442079460555' }),
    ],
    [404, 'there is nobody', await send('POST', '/people/nobody/answer')],
    [409, 'nothing rings', await send('POST', `/people/${eva}/answer`)],
    [409, 'is in no call', await send('POST', `/people/${eva}/hang-up`)],
    [409, 'nothing rings at', await send('POST', '/numbers/answer', { number: '+15550100' })],
    [400, 'retries', await send('PATCH', '/settings', { retries: 'many' })],
    [400, 'colour', await send('PATCH', '/settings', { colour: 'red' })],
    [400, 'behaviour', await send('POST', `/people/${eva}/client`, { behaviour: { kind: 'sulk' } })],
    [400, 'milliseconds', await send('POST', '/clock/advance', { milliseconds: -1 })],
  ];
  for (const [status, words, answer] of cases) {
    expect(answer).toMatchObject({ status, body: { error: expect.stringContaining(words) } });
  }
});

test('a colleague picks up what rings for somebody else, unless they are in a call', async () => {
  const ring = (personId: string) =>
    world.bells.ring({
      conversation: world.exchange.open('group'),
      target: { kind: 'person', id: personId },
      from: 'a test',
      onEnd: () => undefined,
    });
  ring(eva);
  expect(await send('POST', `/people/${jan}/pick-up`, { for: eva })).toMatchObject({
    status: 200,
    body: { person: { displayName: 'Jan de Vries' }, inConversation: expect.any(String) },
  });
  ring(eva);
  expect((await send('POST', `/people/${jan}/pick-up`, { for: eva })).status).toBe(409);
  expect((await send('POST', `/people/${jan}/pick-up`, { for: 'nobody' })).status).toBe(404);
  expect(
    await send('POST', `/people/${eva}/client`, { pickedUpBy: { person: 'nobody', afterSeconds: 1 } }),
  ).toMatchObject({ status: 404, body: { error: expect.stringContaining('pickedUpBy.person') } });
});

test('settings are read and changed in part', async () => {
  await send('PATCH', '/settings', { retries: 3 });
  expect((await send('GET', '/settings')).body).toMatchObject({ retries: 3, keepAliveMinutes: 45 });
});

test('a clock driven by hand is advanced, the real one is not', async () => {
  expect((await send('POST', '/clock/advance', { milliseconds: 5_000 })).body).toEqual({ now: 5_000 });
  const real = new World({
    clock: createClock({ now: Date.now, setTimeout, clearTimeout }),
    newId: randomUUID,
    seed: 1,
    people: 0,
  });
  const control = new Control({ world: real, settled: async () => undefined, pressed: () => false });
  expect(await control.advance(1)).toMatchObject({ ok: false, refusal: { status: 409 } });
});

test('the log tells what happened since', async () => {
  await dial();
  const entries = (await send('GET', '/log')).body as unknown as { sequence: number; message: string }[];
  expect(entries.at(-1)?.message).toContain('dials Contoso Reception');
  expect((await send('GET', `/log?since=${entries.at(-1)?.sequence ?? 0}`)).body).toEqual([]);
});

test('any number of changes at once is told as one event', async () => {
  const response = await fetch(`${url}/control/events`);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain('event: change');
  await dial();
  const told = (await reader?.read())?.value ?? '';
  for (let count = 0; count < 20; count++) world.touch();
  const later = (await reader?.read())?.value ?? '';
  expect(told).toContain('event: change');
  expect(later.match(/event: change/g)).toHaveLength(1);
  await reader?.cancel();
});
