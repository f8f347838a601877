import { personId, tenantId } from '@switchboard/domain/ids';
import { describe, expect, test } from 'vitest';
import { problem, stubClient } from '../client/stub-client.testing.ts';
import { busyStatus, intervalsOfView } from './busy-interval.ts';
import { readSchedules } from './schedules.ts';

const tenant = tenantId('contoso');
const noor = { tenantId: tenant, operator: { personId: personId('noor'), token: 'token of noor' } };
const hour = 3_600_000;
const from = Date.UTC(2026, 10, 23, 8);
const to = from + 10 * hour;
const at = (h: number) => ({
  dateTime: `2026-11-23T${String(h).padStart(2, '0')}:00:00.0000000`,
  timeZone: 'UTC',
});
const eva = 'eva@contoso.example';

const scheduleOf = async (schedule: object) => {
  const { client } = stubClient({ body: { value: [{ scheduleId: eva, ...schedule }] } });
  const read = await readSchedules(client, noor, { addresses: [eva], from, to });
  if (!read.ok) throw new Error(read.refusal.message);
  return { schedule: read.value.byAddress.get(eva), ignored: read.value.ignored };
};

describe('schedules', () => {
  test('are asked for 20 at a time, nobody twice, by the operator’s rights and mailbox', async () => {
    const addresses = Array.from({ length: 125 }, (_, n) => `p${n}@contoso.example`);
    const answers = Array.from({ length: 7 }, () => ({ body: { value: [] } }));
    const { client, asked } = stubClient(...answers);
    await readSchedules(client, noor, { addresses: [...addresses, ' P0@contoso.example'], from, to });
    expect(asked.map(({ body }) => (body as { schedules: string[] }).schedules.length)).toEqual([
      20, 20, 20, 20, 20, 20, 5,
    ]);
    expect(asked[0]).toMatchObject({
      method: 'POST',
      path: '/me/calendar/getSchedule',
      token: 'token of noor',
      mailbox: 'noor',
      kind: 'calendar',
      body: {
        startTime: { dateTime: '2026-11-23T08:00:00', timeZone: 'UTC' },
        endTime: { dateTime: '2026-11-23T18:00:00', timeZone: 'UTC' },
        availabilityViewInterval: 30,
      },
    });
  });

  test('may be asked for by the application, through a mailbox', async () => {
    const { client, asked } = stubClient({ body: { value: [] } });
    await readSchedules(
      client,
      { tenantId: tenant, mailbox: 'Desk@contoso.example' },
      { addresses: [eva], from, to },
    );
    expect(asked[0]).toMatchObject({
      path: '/users/Desk%40contoso.example/calendar/getSchedule',
      mailbox: 'desk@contoso.example',
    });
    expect(asked[0]).not.toHaveProperty('token');
  });

  test('have what the owner shows, and of private items only that they are there', async () => {
    const { schedule, ignored } = await scheduleOf({
      scheduleItems: [
        {
          status: 'Busy',
          start: at(12),
          end: at(13),
          isPrivate: true,
          subject: 'Doctor',
          location: 'Clinic',
        },
        { status: 'oof', start: at(9), end: at(10), subject: 'Fair', location: 'Hall 4' },
        { status: 'juggling', start: at(14), end: at(15) },
        { status: 'busy', start: at(16), end: at(15) },
        { status: 'busy', start: { dateTime: 'x' }, end: at(15) },
        null,
      ],
      workingHours: {
        daysOfWeek: ['Monday', 'someday', 7],
        startTime: '08:30:00.0000000',
        endTime: '17:00:00.0000000',
        timeZone: { name: 'W. Europe Standard Time' },
      },
    });
    expect(schedule).toEqual({
      ok: true,
      value: {
        intervals: [
          {
            from: from + hour,
            to: from + 2 * hour,
            status: 'outOfOffice',
            isPrivate: false,
            subject: 'Fair',
            place: 'Hall 4',
          },
          { from: from + 4 * hour, to: from + 5 * hour, status: 'busy', isPrivate: true },
          { from: from + 6 * hour, to: from + 7 * hour, status: 'unknown', isPrivate: false },
        ],
        isCoarse: false,
        workingHours: { days: [1], from: 510, to: 1_020, zone: { kind: 'named', name: 'Europe/Berlin' } },
      },
    });
    expect(ignored).toHaveLength(3);
  });

  test('come out of the view alone where the owner shows no more', async () => {
    const { schedule } = await scheduleOf({ availabilityView: '00221034', scheduleItems: [] });
    expect(schedule).toMatchObject({
      ok: true,
      value: {
        isCoarse: true,
        intervals: [
          { from: from + hour, to: from + 2 * hour, status: 'busy' },
          { from: from + 2 * hour, to: from + 2.5 * hour, status: 'tentative' },
          { from: from + 3 * hour, to: from + 3.5 * hour, status: 'outOfOffice' },
          { from: from + 3.5 * hour, to: from + 4 * hour, status: 'elsewhere' },
        ],
      },
    });
  });

  test.each([
    ['ErrorMailRecipientNotFound', 'noMailbox'],
    ['errorNoFreeBusyAccess', 'noRight'],
    ['ErrorMailboxMoveInProgress', 'failed'],
    [undefined, 'failed'],
  ])('of somebody refused with %s are the refusal %s of that person alone', async (responseCode, code) => {
    const { schedule } = await scheduleOf({ error: { message: 'No.', responseCode } });
    expect(schedule).toEqual({ ok: false, refusal: { code, message: 'No.' } });
  });

  test.each([
    [problem('forbidden', 403, 'ErrorAccessDenied'), 'noRight'],
    [problem('gone', 404, 'MailboxNotEnabledForRESTAPI'), 'noMailbox'],
    [problem('invalid', 400, 'ErrorInvalidParameter'), 'failed'],
    [{ body: 'x' }, 'failed'],
    [{ body: { value: {} } }, 'failed'],
  ])('end with the refusal %# of the whole request', async (answer, code) => {
    const { client } = stubClient(answer);
    expect(await readSchedules(client, noor, { addresses: [eva], from, to })).toMatchObject({
      ok: false,
      refusal: { code },
    });
  });

  test('of more than 42 days, or of none, are not asked for', async () => {
    const { client } = stubClient();
    for (const end of [from, from + 42 * 24 * hour]) {
      expect(await readSchedules(client, noor, { addresses: [eva], from, to: end })).toMatchObject({
        ok: false,
      });
    }
  });
});

test('words of Outlook are ours in any case', () => {
  expect(
    ['free', 'tentative', 'busy', 'oof', 'workingelsewhere', 'unknown', undefined].map(busyStatus),
  ).toEqual(['free', 'tentative', 'busy', 'outOfOffice', 'elsewhere', 'unknown', 'unknown']);
  expect(intervalsOfView('x?0', 0, 10)).toEqual([]);
});
