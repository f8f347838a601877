import { afterAll, beforeAll, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, tokens } from '../bench.testing.ts';

const { eva, jan } = contoso.people;
let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench.stop());

test('one presence, with a sequence number that rises as text', async () => {
  const before = await bench.get(`/users/${jan}/presence`);
  expect(before.body).toMatchObject({ id: jan, availability: 'Available', activity: 'Available' });
  bench.control.setPresence(jan, { availability: 'Away', activity: 'Away' });
  const after = await bench.get('/users/jan.devries@contoso.example/presence');
  expect(after.body).toMatchObject({ availability: 'Away' });
  expect(String(after.body.sequenceNumber) > String(before.body.sequenceNumber)).toBe(true);
});

test('many presences, each id answered, nobody’s as unknown', async () => {
  const nobody = 'ffffffff-0000-4000-8000-000000000000';
  const { body } = await bench.post('/communications/getPresencesByUserId', { ids: [eva, nobody] });
  expect(body.value).toMatchObject([
    { id: eva, availability: 'Available' },
    { id: nobody, availability: 'PresenceUnknown' },
  ]);
});

test('650 ids are taken, 651 are refused', async () => {
  const ids = (count: number) => Array.from({ length: count }, () => eva);
  expect((await bench.post('/communications/getPresencesByUserId', { ids: ids(650) })).status).toBe(200);
  expect((await bench.post('/communications/getPresencesByUserId', { ids: ids(651) })).status).toBe(400);
});

test('one’s own needs Presence.Read, others’ Presence.Read.All', async () => {
  const own = { token: tokens.user(eva, 'Presence.Read') };
  expect((await bench.get('/me/presence', own)).body).toMatchObject({ id: eva });
  expect((await bench.get(`/users/${jan}/presence`, own)).status).toBe(403);
  expect(
    (await bench.get(`/users/${jan}/presence`, { token: tokens.user(eva, 'Presence.Read.All') })).status,
  ).toBe(200);
  expect((await bench.get(`/users/${jan}/presence`, { token: tokens.appWith('User.Read.All') })).status).toBe(
    403,
  );
});

test('several requests in one, each through the same door', async () => {
  const { body } = await bench.post('/$batch', {
    requests: [
      { id: '1', method: 'GET', url: `/users/${jan}/presence` },
      { id: '2', method: 'GET', url: '/users/nobody@contoso.example' },
      {
        id: '3',
        method: 'POST',
        url: '/communications/getPresencesByUserId',
        body: { ids: [eva] },
        headers: { 'Content-Type': 'application/json' },
      },
      { id: '4', method: 'GET', url: '/me', dependsOn: ['2'] },
    ],
  });
  const responses = body.responses as { id: string; status: number; body: unknown }[];
  expect(responses.map(({ id, status }) => [id, status])).toEqual([
    ['1', 200],
    ['2', 404],
    ['3', 200],
    ['4', 424],
  ]);
  expect(responses[2]?.body).toMatchObject({ value: [{ id: eva }] });
});

test('a batch of twenty-one, with an id twice or a batch inside is refused', async () => {
  const one = (id: string, url = '/me') => ({ id, method: 'GET', url });
  const bad = [
    Array.from({ length: 21 }, (_, index) => one(String(index))),
    [one('1'), one('1')],
    [one('1', '/$batch')],
  ];
  for (const requests of bad) expect((await bench.post('/$batch', { requests })).status).toBe(400);
});

test('who is away says so, and so does a status message until its end', async () => {
  const now = bench.clock.now();
  const path = `/users/${contoso.people.lukasz}/presence`;
  expect((await bench.get(path)).body).toMatchObject({
    outOfOfficeSettings: { isOutOfOffice: false, message: null },
    statusMessage: null,
  });
  bench.world.absences.set(contoso.people.lukasz, { message: 'Back on Monday', from: now, until: null });
  bench.world.presence.setLocation(contoso.people.lukasz, 'remote');
  bench.world.presence.setNote(contoso.people.lukasz, {
    text: 'In the laboratory',
    publishedAt: now,
    expiresAt: now + 3_600_000,
  });
  expect((await bench.get(path)).body).toMatchObject({
    sequenceNumber: '000000000004',
    outOfOfficeSettings: { isOutOfOffice: true, message: 'Back on Monday' },
    statusMessage: { message: { content: 'In the laboratory', contentType: 'text' } },
    workLocation: { source: 'manual', workLocationType: 'remote' },
  });
  await bench.pass(3_600);
  expect((await bench.get(path)).body.statusMessage).toBeNull();
});

test('an option that nobody knows is refused', async () => {
  expect((await bench.get(`/users/${jan}/presence?$top=1`)).status).toBe(400);
});
