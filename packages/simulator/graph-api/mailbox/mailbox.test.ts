import { afterAll, beforeAll, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, tokens } from '../bench.testing.ts';

const { eva, jan } = contoso.people;
const token = tokens.user(eva, 'MailboxSettings.Read');
let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench.stop());

test('a mailbox tells its zone, its hours and that nobody is away', async () => {
  expect((await bench.get('/me/mailboxSettings', { token })).body).toMatchObject({
    timeZone: 'GMT Standard Time',
    workingHours: { startTime: expect.stringMatching(/^0\d:\d\d:00\.0000000$/) },
    automaticRepliesSetting: { status: 'disabled' },
  });
});

test('an absence is an automatic reply, with its end where it has one', async () => {
  const from = bench.clock.now();
  const app = { token: tokens.appWith('MailboxSettings.Read') };
  const replies = async () =>
    (await bench.get(`/users/${jan}/mailboxSettings?$select=automaticRepliesSetting`, app)).body;
  bench.world.absences.set(jan, { message: 'Back on Monday', from, until: Date.UTC(2026, 10, 30) });
  expect(await replies()).toMatchObject({
    automaticRepliesSetting: {
      status: 'scheduled',
      internalReplyMessage: 'Back on Monday',
      scheduledEndDateTime: { dateTime: '2026-11-30T00:00:00.0000000', timeZone: 'UTC' },
    },
  });
  bench.world.absences.set(jan, { message: 'Gone sailing', from, until: null });
  expect(await replies()).toMatchObject({ automaticRepliesSetting: { status: 'alwaysEnabled' } });
});

test('nobody reads a colleague’s settings, and options are refused by name', async () => {
  expect((await bench.get(`/users/${jan}/mailboxSettings`, { token })).status).toBe(403);
  expect((await bench.get('/me/mailboxSettings?$top=1', { token })).status).toBe(400);
  expect((await bench.get('/me/mailboxSettings?$select=colour', { token })).status).toBe(400);
});

test('a resource account has no mailbox, and nobody’s is not found', async () => {
  const app = { token: tokens.appWith('MailboxSettings.Read') };
  const { reception } = contoso.queues;
  expect(await bench.get(`/users/${reception.id}/mailboxSettings`, app)).toMatchObject({
    status: 404,
    body: { error: { code: 'MailboxNotEnabledForRESTAPI' } },
  });
  expect((await bench.get('/users/nobody/mailboxSettings', app)).status).toBe(404);
});
