import { must } from '@switchboard/kit/assert';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contoso } from '../../world/contoso.ts';
import { Bench, tokens } from '../bench.testing.ts';

const { eva, jan, sigridur } = contoso.people;
const token = tokens.user(eva, 'Calendars.Read', 'Calendars.Read.Shared');
let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.stop());

type Event = Record<string, unknown>;
const week = 'startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-11-28T00:00:00Z';

function put(subject: string, isPrivate: boolean): void {
  bench.world.calendars.add(must(bench.world.directory.find(jan), 'Jan'), {
    id: `event-${subject}`,
    subject,
    location: 'Room 1.01',
    start: Date.UTC(2026, 10, 23, 3),
    end: Date.UTC(2026, 10, 23, 4),
    isAllDay: false,
    showAs: 'busy',
    isPrivate,
    seriesId: null,
    isOnline: false,
  });
}

async function all(path: string, headers = {}): Promise<Event[]> {
  const events: Event[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const { status, body } = await bench.get(next, { token, headers });
    expect(status).toBe(200);
    events.push(...(body.value as Event[]));
    next = body['@odata.nextLink'] as string | undefined;
  }
  return events;
}

test('a week of one’s own comes in pages, in order, each appointment once', async () => {
  const events = await all(
    `/me/calendarView?${week}&$top=2&$select=id,subject,start,showAs&$orderby=start/dateTime`,
  );
  expect(events.length).toBeGreaterThan(3);
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  const starts = events.map(({ start }) => (start as { dateTime: string }).dateTime);
  expect(starts).toEqual(starts.toSorted());
  expect(starts[0]).toMatch(/^2026-11-2\dT\d\d:\d\d:00\.0000000$/);
});

test('a calendar that is shared is read, one that is not is refused', async () => {
  put('Early round', false);
  expect((await all(`/users/${jan}/calendarView?${week}`))[0]).toMatchObject({
    subject: 'Early round',
    organizer: { emailAddress: { address: 'jan.devries@contoso.example' } },
  });
  const denied = { status: 403, body: { error: { code: 'ErrorAccessDenied' } } };
  expect(await bench.get(`/users/${sigridur}/calendarView?${week}`, { token })).toMatchObject(denied);
  const unshared = tokens.user(eva, 'Calendars.Read');
  expect(await bench.get(`/users/${jan}/calendarView?${week}`, { token: unshared })).toMatchObject(denied);
  const app = { token: tokens.appWith('Calendars.Read') };
  expect((await bench.get(`/users/${sigridur}/calendarView?${week}`, app)).status).toBe(200);
});

test('somebody else’s private appointment comes without its text, or not at all, by the setting', async () => {
  put('Dentist', true);
  const path = `/users/${jan}/calendarView?${week}&$top=50`;
  const subjects = async () => (await all(path)).map(({ subject }) => subject);
  expect(await subjects()).toContain('Private Appointment');
  expect(await subjects()).not.toContain('Dentist');
  bench.control.changeSettings({ privateEvents: 'hidden' });
  expect(await subjects()).not.toContain('Private Appointment');
});

test('times come in the zone that is preferred', async () => {
  put('Early round', false);
  const prefer = { Prefer: 'odata.maxpagesize=5, outlook.timezone="America/New_York"' };
  const { body, headers } = await bench.get(`/users/${jan}/calendarView?${week}`, { token, headers: prefer });
  expect(headers.get('preference-applied')).toBe('outlook.timezone="America/New_York"');
  expect((body.value as Event[])[0]?.start).toEqual({
    dateTime: '2026-11-22T22:00:00.0000000',
    timeZone: 'America/New_York',
  });
});

test.each([
  ['startDateTime=2026-11-23T00:00:00Z', 'ErrorInvalidParameter'],
  ['startDateTime=soon&endDateTime=2026-11-23', 'ErrorInvalidParameter'],
  ['startDateTime=2026-11-23&endDateTime=2026-11-22', 'ErrorInvalidParameter'],
  ['startDateTime=2016-11-23&endDateTime=2026-11-22', 'ErrorInvalidParameter'],
  [`${week}&$search=x`, 'ErrorInvalidUrlQuery'],
])('%s is refused', async (query, code) => {
  expect(await bench.get(`/me/calendarView?${query}`, { token })).toMatchObject({
    status: 400,
    body: { error: { code } },
  });
});
