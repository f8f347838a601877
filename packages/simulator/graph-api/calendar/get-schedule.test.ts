import { must } from '@switchboard/kit/assert';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CalendarEvent } from '../../world/calendar-event.ts';
import { contoso } from '../../world/contoso.ts';
import { Bench, tokens } from '../bench.testing.ts';

const { eva, jan, sigridur, lukasz } = contoso.people;
const token = tokens.user(eva, 'Calendars.ReadBasic');
const address = (name: string): string => `${name}@contoso.example`;
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

type Schedule = {
  scheduleId: string;
  availabilityView: string;
  scheduleItems: Record<string, unknown>[];
  error?: { responseCode: string };
};

const body = (schedules: readonly string[], more: Record<string, unknown> = {}) => ({
  schedules,
  startTime: { dateTime: '2026-11-23T09:00:00', timeZone: 'GMT Standard Time' },
  endTime: { dateTime: '2026-11-23T18:00:00', timeZone: 'Europe/London' },
  availabilityViewInterval: 60,
  ...more,
});

async function ask(schedules: readonly string[], more = {}, headers = {}): Promise<Schedule[]> {
  const answer = await bench.post('/me/calendar/getSchedule', body(schedules, more), { token, headers });
  expect(answer.status).toBe(200);
  return answer.body.value as Schedule[];
}

/** A day without anything but what the test puts there. */
function clear(personId: string): void {
  const person = must(bench.world.directory.find(personId), 'a person');
  const [from, to] = [bench.clock.now() - 43_200_000, bench.clock.now() + 86_400_000];
  for (const { id } of bench.world.calendars.between(person, from, to))
    bench.world.calendars.remove(person, id);
}

function put(personId: string, more: Partial<CalendarEvent>): void {
  bench.world.calendars.add(must(bench.world.directory.find(personId), 'a person'), {
    id: `event-${personId}-${more.subject ?? ''}`,
    subject: 'Budget review',
    location: 'Room 1.01',
    start: Date.UTC(2026, 10, 23, 10),
    end: Date.UTC(2026, 10, 23, 12),
    isAllDay: false,
    showAs: 'busy',
    isPrivate: false,
    seriesId: null,
    isOnline: false,
    ...more,
  });
}

test('each hour is a digit, and the strongest of what overlaps counts', async () => {
  clear(jan);
  put(jan, { showAs: 'tentative' });
  put(jan, { subject: 'Over', showAs: 'busy', start: Date.UTC(2026, 10, 23, 11) });
  put(jan, {
    subject: 'Away',
    showAs: 'oof',
    start: Date.UTC(2026, 10, 23, 16),
    end: Date.UTC(2026, 10, 24),
  });
  const [schedule] = await ask([address('jan.devries')]);
  expect(schedule).toMatchObject({
    scheduleId: 'jan.devries@contoso.example',
    availabilityView: '012000033',
    workingHours: { daysOfWeek: expect.any(Array), timeZone: { name: 'GMT Standard Time' } },
  });
});

test('what it is about is told by those who share it, and private appointments are told without', async () => {
  for (const person of [jan, sigridur, lukasz]) {
    clear(person);
    put(person, {});
    put(person, { subject: 'Dentist', isPrivate: true, start: Date.UTC(2026, 10, 23, 11) });
  }
  const names = ['jan.devries', 'sigridur.thorsdottir', 'lukasz.muller'].map(address);
  const [calendar, details, freeBusy] = await ask(names);
  for (const shared of [calendar, details]) {
    expect(shared?.scheduleItems).toMatchObject([
      { subject: 'Budget review', location: 'Room 1.01', isPrivate: false, status: 'busy' },
      { isPrivate: true, status: 'busy' },
    ]);
    expect(shared?.scheduleItems[1]).not.toHaveProperty('subject');
  }
  expect(Object.keys(freeBusy?.scheduleItems[0] ?? {})).toEqual(['status', 'start', 'end']);
});

test('one’s own private appointments are told in full', async () => {
  clear(eva);
  put(eva, { subject: 'Dentist', isPrivate: true });
  const [own] = await ask([address('eva.berg')]);
  expect(own?.scheduleItems).toMatchObject([{ subject: 'Dentist', isPrivate: true }]);
});

test('times come in the zone that is preferred, in UTC without one', async () => {
  clear(jan);
  put(jan, {});
  const [utc] = await ask([address('jan.devries')]);
  expect(utc?.scheduleItems[0]?.start).toEqual({ dateTime: '2026-11-23T10:00:00.0000000', timeZone: 'UTC' });
  const prefer = { Prefer: 'outlook.timezone="W. Europe Standard Time"' };
  const answer = await bench.post('/me/calendar/getSchedule', body([address('jan.devries')]), {
    token,
    headers: prefer,
  });
  expect(answer.headers.get('preference-applied')).toBe(prefer.Prefer);
  expect((answer.body.value as Schedule[])[0]?.scheduleItems[0]?.start).toEqual({
    dateTime: '2026-11-23T11:00:00.0000000',
    timeZone: 'W. Europe Standard Time',
  });
});

test('who is unknown, and who shows nothing, is an error of its own and spoils no other', async () => {
  const names = [
    'nobody@contoso.example',
    address('thilan.nguyen'),
    address('jan.devries'),
    'all.contoso@contoso.example',
  ];
  const schedules = await ask(names);
  expect(schedules.map(({ error }) => error?.responseCode)).toEqual([
    'ErrorMailRecipientNotFound',
    'ErrorNoFreeBusyAccess',
    undefined,
    'ErrorFreeBusyDLLimitReached',
  ]);
});

test('a short list of people shows as busy where any of them is', async () => {
  for (const person of [eva, contoso.people.omar]) clear(person);
  put(eva, {});
  put(contoso.people.omar, { start: Date.UTC(2026, 10, 23, 14), end: Date.UTC(2026, 10, 23, 15) });
  const [team] = await ask(['reception.team@contoso.example']);
  expect(team).toMatchObject({ availabilityView: '022002000', scheduleItems: [] });
});

test('an absence with a return date shows as out of office until then', async () => {
  clear(jan);
  const now = bench.clock.now();
  bench.world.absences.set(jan, { message: 'Back soon', from: now, until: now + 2 * 3_600_000 });
  expect((await ask([address('jan.devries')]))[0]?.availabilityView).toBe('330000000');
});

test('twenty are taken; of more all are refused, or each one too many, by the setting', async () => {
  const some = (count: number) => Array.from({ length: count }, () => address('jan.devries'));
  expect(await ask(some(20))).toHaveLength(20);
  expect((await bench.post('/me/calendar/getSchedule', body(some(21)), { token })).status).toBe(400);
  bench.control.changeSettings({ tooManySchedules: 'errorInEach' });
  expect((await ask(some(21))).at(-1)?.error?.responseCode).toBe('ErrorTooManyAttendees');
});

test.each([
  [{ endTime: { dateTime: '2026-11-22T09:00:00', timeZone: 'UTC' } }, 'ErrorInvalidParameter'],
  [{ endTime: { dateTime: '2027-01-04T09:00:00', timeZone: 'UTC' } }, 'ErrorTimeIntervalTooBig'],
  [{ endTime: { dateTime: '2026-11-23T18:00:00', timeZone: 'Moon' } }, 'TimeZoneNotSupportedException'],
  [{ availabilityViewInterval: 1_440 }, 'ErrorInvalidMergedFreeBusyInterval'],
  [{ availabilityViewInterval: 4 }, 'BadRequest'],
])('%j is refused', async (more, code) => {
  const answer = await bench.post('/me/calendar/getSchedule', body([address('jan.devries')], more), {
    token,
  });
  expect(answer).toMatchObject({ status: 400, body: { error: { code } } });
});

test('it is asked in one’s own name, or by an application in anybody’s', async () => {
  const question = body([address('omar.haddad')]);
  const denied = await bench.post(`/users/${jan}/calendar/getSchedule`, question, { token });
  expect(denied).toMatchObject({ status: 403, body: { error: { code: 'ErrorAccessDenied' } } });
  const app = tokens.appWith('Calendars.ReadBasic');
  const path = `/users/${jan}/calendar/microsoft.graph.getSchedule`;
  expect((await bench.post(path, question, { token: app })).status).toBe(200);
  expect((await bench.post('/me/calendar/getSchedule', question, { token: app })).status).toBe(403);
});
