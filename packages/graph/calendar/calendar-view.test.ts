import { personId, tenantId } from '@switchboard/domain/ids';
import { describe, expect, test } from 'vitest';
import { problem, stubClient } from '../client/stub-client.testing.ts';
import { readCalendar } from './calendar-view.ts';
import { readMailboxSettings } from './mailbox-settings.ts';
import { isWorkingTime } from './working-hours.ts';

const noor = {
  tenantId: tenantId('contoso'),
  operator: { personId: personId('noor'), token: 'token of noor' },
};
const from = Date.UTC(2026, 10, 23);
const day = 24 * 3_600_000;
const berlin = (time: string) => ({ dateTime: `2026-11-23T${time}`, timeZone: 'W. Europe Standard Time' });

describe('a calendar', () => {
  const meeting = {
    subject: 'Budget',
    start: berlin('10:00:00'),
    end: berlin('11:00:00'),
    showAs: 'busy',
    isAllDay: false,
    sensitivity: 'Normal',
    organizer: { emailAddress: { name: 'Ana Cruz', address: 'ana@contoso.example' } },
    location: { displayName: 'Room 4' },
  };

  test('is read page after page, in the zone that was asked for', async () => {
    const nextLink = 'https://graph.microsoft.com/v1.0/users/eva/calendarView?$skip=100';
    const { client, asked } = stubClient(
      { body: { value: [meeting, null, { subject: 'no time' }], '@odata.nextLink': nextLink } },
      {
        body: {
          value: [
            { ...meeting, sensitivity: 'private' },
            { ...meeting, isCancelled: true },
          ],
        },
      },
    );
    const question = { who: 'eva', from, to: from + day, timeZone: 'W. Europe Standard Time"; x' };
    const at9 = Date.UTC(2026, 10, 23, 9);
    const common = { from: at9, to: at9 + 3_600_000, status: 'busy', isAllDay: false };
    expect(await readCalendar(client, noor, question)).toEqual({
      ok: true,
      value: {
        entries: [
          { ...common, isPrivate: false, subject: 'Budget', place: 'Room 4', organiser: 'Ana Cruz' },
          { ...common, isPrivate: true },
        ],
        isWhole: true,
        ignored: [expect.stringContaining('no event'), expect.stringContaining('start')],
      },
    });
    expect(asked[0]?.path).toMatch(
      /^\/users\/eva\/calendarView\?startDateTime=2026-11-23T00:00:00\.000Z&endDateTime=2026-11-24T00:00:00\.000Z&/,
    );
    expect(asked).toMatchObject([
      { headers: { Prefer: 'outlook.timezone="W. Europe Standard Time x"' } },
      { path: nextLink, headers: { Prefer: 'outlook.timezone="W. Europe Standard Time x"' } },
    ]);
  });

  test('of the operator is their own', async () => {
    const { client, asked } = stubClient({ body: { value: [] } });
    await readCalendar(client, noor, { who: 'NOOR', from, to: from + day });
    expect(asked[0]?.path).toMatch(/^\/me\/calendarView\?/);
  });

  test('that has no end is read in part', async () => {
    const nextLink = 'https://graph.microsoft.com/v1.0/x';
    const pages = Array.from({ length: 10 }, () => ({
      body: { value: [meeting], '@odata.nextLink': nextLink },
    }));
    const { client } = stubClient(...pages);
    expect(await readCalendar(client, noor, { who: 'eva', from, to: from + day })).toMatchObject({
      value: { isWhole: false },
    });
  });

  test.each([
    [problem('forbidden', 403, 'ErrorAccessDenied'), 'noRight'],
    // Outlook hides a calendar that is not shared as if it were not there.
    [problem('gone', 404, 'ErrorItemNotFound'), 'noRight'],
    [problem('gone', 404, 'Whatever'), 'noMailbox'],
    [problem('invalid', 400, 'MailboxNotSupportedForRESTAPI'), 'noMailbox'],
    [{ body: { value: null } }, 'failed'],
  ])('may be refused %#', async (answer, code) => {
    const { client } = stubClient(answer);
    expect(await readCalendar(client, noor, { who: 'eva', from, to: from + day })).toMatchObject({
      ok: false,
      refusal: { code },
    });
  });
});

describe('the settings of a mailbox', () => {
  const settingsOf = async (body: unknown) => {
    const { client } = stubClient({ body });
    return readMailboxSettings(client, noor, 'eva');
  };

  test('tell why somebody is away and when they are back', async () => {
    const read = await settingsOf({
      timeZone: 'Pacific Standard Time',
      automaticRepliesSetting: {
        status: 'Scheduled',
        externalAudience: 'all',
        scheduledStartDateTime: berlin('00:00:00.0000000'),
        scheduledEndDateTime: berlin('18:00:00.0000000'),
        internalReplyMessage:
          '<html><head><style>p { color: red }</style></head><body><p>Back&nbsp;on &lt;Monday&gt;.</p><p>Ask Ana &#8211; 4711</p></body></html>',
        externalReplyMessage: 'Back on Monday.',
      },
    });
    expect(read).toEqual({
      ok: true,
      value: {
        timeZone: { kind: 'named', name: 'America/Los_Angeles' },
        automaticReply: {
          from: Date.UTC(2026, 10, 22, 23),
          until: Date.UTC(2026, 10, 23, 17),
          text: 'Back on <Monday>.\nAsk Ana – 4711',
          publicText: 'Back on Monday.',
        },
      },
    });
  });

  test.each([
    [{ status: 'disabled', internalReplyMessage: 'old text' }, undefined],
    [{ status: 'sometimes', internalReplyMessage: 'x' }, undefined],
    [
      {
        status: 'alwaysEnabled',
        externalAudience: 'none',
        externalReplyMessage: 'x',
        scheduledEndDateTime: berlin('18:00:00'),
      },
      {},
    ],
    ['x', undefined],
    [null, undefined],
  ])('with the replies %j tell of %j', async (automaticRepliesSetting, reply) => {
    const read = await settingsOf({ automaticRepliesSetting });
    expect(read.ok && read.value.automaticReply).toEqual(reply);
  });

  test.each([7, null, [], 'x'])('that are %j are a refusal', async (body) => {
    expect(await settingsOf(body)).toMatchObject({ ok: false, refusal: { code: 'failed' } });
  });
});

describe('working hours', () => {
  const zone = { kind: 'named', name: 'Europe/Berlin' } as const;
  const at = (utcHour: number, date = 23) => Date.UTC(2026, 10, date, utcHour, 30);

  test('hold on their days by their own clock', () => {
    const hours = { days: [1] as const, from: 480, to: 1_020, zone };
    expect([6, 7, 15, 16].map((utcHour) => isWorkingTime(hours, at(utcHour)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isWorkingTime(hours, at(9, 24))).toBe(false);
  });

  test('may go over midnight', () => {
    const night = { days: [1] as const, from: 1_320, to: 360, zone };
    expect([at(2), at(22), at(2, 24), at(6, 24)].map((moment) => isWorkingTime(night, moment))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
