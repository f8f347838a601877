import type { CalendarCommandMessage } from '@switchboard/contract/commands/people-command';
import type { GraphRequest } from '@switchboard/graph/client/graph-request';
import { olga } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, test } from 'vitest';
import {
  addressesIn,
  at,
  calendarDesk,
  colleague,
  forbidden,
  hour,
  item,
  london,
  monday,
  nineToFive,
} from './calendar-desk.testing.ts';

const one = (personId: string, more: object = {}): CalendarCommandMessage => ({
  type: 'readCalendar',
  id: '1',
  personId,
  timeZone: london,
  ...more,
});

interface Mailbox {
  readonly events?: object;
  readonly schedule?: object;
  readonly presence?: object;
  readonly settings?: object;
}

/** A Microsoft that knows one mailbox. */
const mailbox =
  ({ events, schedule, presence, settings }: Mailbox) =>
  (request: GraphRequest) => {
    if (request.path.includes('/calendarView')) return events ?? forbidden();
    if (request.path.endsWith('/mailboxSettings')) return settings ?? forbidden();
    if (request.path.includes('/getPresencesByUserId'))
      return { value: presence === undefined ? [] : [presence] };
    return { value: addressesIn(request).map((scheduleId) => ({ scheduleId, ...schedule })) };
  };

const event = (from: number, to: number, more: object = {}) => ({
  subject: 'Ward round',
  start: at(from),
  end: at(to),
  showAs: 'busy',
  isAllDay: false,
  sensitivity: 'normal',
  location: { displayName: 'Room 1.01' },
  organizer: { emailAddress: { name: 'Jan' } },
  ...more,
});

test('a shared calendar tells appointments; private ones have no words, hidden ones take their time', async () => {
  const { ask } = await calendarDesk(
    [colleague('jan')],
    mailbox({
      events: { value: [event(10, 11), event(12, 13, { sensitivity: 'private', subject: 'Dentist' })] },
      schedule: {
        scheduleItems: [
          item(10, 11, { subject: 'Ward round' }),
          item(12, 13, { isPrivate: true }),
          item(14, 15, { isPrivate: true, subject: 'Hidden' }),
          item(33, 34),
        ],
        workingHours: nineToFive,
      },
    }),
  );
  const [ten, noon, two] = [monday + hour, monday + 3 * hour, monday + 5 * hour];
  expect(await ask(one('jan'))).toMatchObject({
    ok: true,
    value: {
      type: 'calendar',
      detail: 'calendar',
      schedule: {
        freeFrom: monday,
        freeUntil: ten,
        nextFree: { from: monday, to: ten },
        intervals: [
          { from: ten, to: ten + hour, subject: 'Ward round', place: 'Room 1.01', organiser: 'Jan' },
          { from: noon, to: noon + hour, status: 'busy', isPrivate: true },
          { from: two, to: two + hour, status: 'busy', isPrivate: true },
        ],
      },
    },
  });
  expect(JSON.stringify(await ask(one('jan')))).not.toMatch(/Dentist|Hidden/);
});

test('of a calendar that is not shared the schedule is told', async () => {
  const { ask } = await calendarDesk(
    [colleague('jan')],
    mailbox({ schedule: { scheduleItems: [item(9, 10)], workingHours: nineToFive } }),
  );
  expect(await ask(one('jan'))).toMatchObject({
    value: { detail: 'schedule', schedule: { freeFrom: monday + hour, intervals: [{ status: 'busy' }] } },
  });
});

test('of somebody who shows nothing it is said that there is no right', async () => {
  const error = { responseCode: 'ErrorNoFreeBusyAccess', message: 'No.' };
  const { ask, asked } = await calendarDesk([colleague('jan')], mailbox({ schedule: { error } }));
  const answer = { value: { schedule: { personId: 'jan', problem: 'noRight', intervals: [] } } };
  expect(await ask(one('jan'))).toMatchObject(answer);
  const before = asked.length;
  await ask(one('jan'));
  expect(asked.length).toBeGreaterThan(before);
});

test('a calendar is told though the schedule failed', async () => {
  const { ask } = await calendarDesk(
    [colleague('jan')],
    mailbox({
      events: { value: [event(8, 10)] },
      schedule: { error: { responseCode: 'ErrorTimeoutExpired' } },
    }),
  );
  expect(await ask(one('jan'))).toMatchObject({
    value: {
      detail: 'calendar',
      schedule: { freeFrom: monday + hour, intervals: [{ subject: 'Ward round' }] },
    },
  });
});

test('who is away says why, and when they are back, by their calendar or their mailbox', async () => {
  const away = {
    schedule: { scheduleItems: [item(0, 48, { status: 'oof' })], workingHours: nineToFive },
    presence: { id: 'jan', outOfOfficeSettings: { isOutOfOffice: true, message: 'At the fair' } },
  };
  const colleagueOf = async (told: Mailbox) => {
    const { ask } = await calendarDesk([colleague('jan')], mailbox(told));
    const answer = await ask(one('jan'));
    return answer.ok && answer.value.type === 'calendar' ? answer.value.schedule : undefined;
  };
  const wednesday = monday + 48 * hour;
  const byCalendar = await colleagueOf(away);
  expect(byCalendar?.outOfOffice).toEqual({ message: 'At the fair', until: wednesday });
  expect(byCalendar).not.toHaveProperty('freeFrom');
  expect(byCalendar?.nextFree).toEqual({ from: wednesday, to: wednesday + 8 * hour });
  const settings = {
    timeZone: 'Romance Standard Time',
    automaticRepliesSetting: {
      status: 'scheduled',
      internalReplyMessage: '<p>Back in <b>June</b></p>',
      scheduledStartDateTime: at(-100),
      scheduledEndDateTime: at(1_000),
    },
  };
  expect(await colleagueOf({ ...away, settings })).toMatchObject({
    timeZone: 'Europe/Paris',
    outOfOffice: { message: 'Back in June', until: Date.UTC(2026, 10, 23) + 1_000 * hour },
  });
  expect(
    await colleagueOf({ presence: { id: 'jan', outOfOfficeSettings: { isOutOfOffice: false } } }),
  ).not.toHaveProperty('outOfOffice');
});

test('mailbox settings of colleagues are not asked for again within the hour; one’s own always', async () => {
  const people = [colleague('jan'), colleague('eva'), colleague('olga', { personId: olga })];
  const { ask, asked, clock } = await calendarDesk(people, mailbox({ schedule: {} }));
  const settingsAsked = () =>
    asked.filter(({ path }) => path.endsWith('/mailboxSettings')).map(({ path }) => path);
  await ask(one('jan'));
  await ask(one('eva'));
  expect(settingsAsked()).toEqual(['/users/jan/mailboxSettings']);
  await ask(one(olga));
  expect(settingsAsked().at(-1)).toBe('/me/mailboxSettings');
  clock.advance(hour);
  await ask(one('eva'));
  expect(settingsAsked().at(-1)).toBe('/users/eva/mailboxSettings');
});

test('contacts and people without an address have no mailbox, whoever is unknown is refused', async () => {
  const noMail = { personId: colleague('lea').personId, name: 'Lea' };
  const { ask, asked } = await calendarDesk([colleague('guest', { isGuest: true }), noMail], mailbox({}));
  for (const id of ['guest', 'lea', 'personal:x', 'shared:x', 'organisation:x']) {
    expect(await ask(one(id))).toMatchObject({ value: { schedule: { personId: id, problem: 'noMailbox' } } });
  }
  expect(await ask(one('nobody'))).toEqual({ ok: false, refusal: { code: 'personUnknown' } });
  expect(await ask(one('lea', { timeZone: 'Mars/Olympus' }))).toMatchObject({
    refusal: { field: 'timeZone' },
  });
  expect(asked).toEqual([]);
});
