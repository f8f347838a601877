import { ManualClock } from '@switchboard/kit/clock';
import { expect, test } from 'vitest';
import type { Person } from './person.ts';
import { instantOf, offsetAt, wallOf, windowsName, zoneOf } from './time-zones.ts';
import { World } from './world.ts';

const monday = Date.UTC(2026, 10, 23);
const day = 86_400_000;
const create = (seed: number) =>
  new World({ clock: new ManualClock(monday), newId: () => 'id', seed, people: 400 });
const members = (world: World): Person[] =>
  [...world.directory.all()].filter(({ kind }) => kind === 'member');

test('the same seed makes the same week', () => {
  const week = (seed: number) => {
    const world = create(seed);
    return members(world).map((person) => world.calendars.between(person, monday, monday + 7 * day));
  };
  expect(week(5)).toEqual(week(5));
  expect(week(6)).not.toEqual(week(5));
});

test('appointments lie within the working day of their own clock, and none on a weekend', () => {
  const world = create(1);
  for (const person of members(world)) {
    const zone = world.calendars.zoneOf(person);
    const { start, end } = world.calendars.hoursOf(person);
    for (const event of world.calendars.between(person, monday, monday + 14 * day)) {
      const begins = new Date(wallOf(zone, event.start));
      expect(begins.getUTCDay() % 6).not.toBe(0);
      if (event.isAllDay) continue;
      const minutes = begins.getUTCHours() * 60 + begins.getUTCMinutes();
      expect(minutes).toBeGreaterThanOrEqual(Math.min(start, 570));
      expect(minutes + (event.end - event.start) / 60_000).toBeLessThanOrEqual(end);
    }
  }
});

test('some are away for a week and say when they are back, in several zones', () => {
  const world = create(1);
  const away = members(world).filter(({ id }) => world.absences.of(id) !== null);
  expect(away.length).toBeGreaterThan(5);
  expect(away.length).toBeLessThan(40);
  expect(world.absences.of(away[0]?.id ?? '')?.message).toContain('Monday 30 November');
  expect(new Set(members(world).map((person) => world.calendars.zoneOf(person))).size).toBe(4);
  const [first] = away;
  const [event] = first ? world.calendars.between(first, monday + 3 * day, monday + 4 * day) : [];
  expect(event).toMatchObject({ showAs: 'oof', isAllDay: true });
});

test('there are private appointments, meetings that come each week, and every way of sharing', () => {
  const world = create(1);
  const events = members(world).flatMap((person) =>
    world.calendars.between(person, monday, monday + 5 * day),
  );
  expect(events.some(({ isPrivate }) => isPrivate)).toBe(true);
  expect(events.some(({ seriesId }) => seriesId !== null)).toBe(true);
  const sharing = new Set(members(world).map((person) => world.calendars.sharingOf(person)));
  expect(sharing).toEqual(new Set(['none', 'freeBusy', 'details', 'calendar']));
});

test('zones are known by both names, and their clocks change in spring and autumn', () => {
  expect([zoneOf('w. europe standard time'), zoneOf('Europe/Berlin'), zoneOf('Moon')]).toEqual([
    'Europe/Berlin',
    'Europe/Berlin',
    undefined,
  ]);
  expect(windowsName('America/New_York')).toBe('Eastern Standard Time');
  expect(offsetAt('Europe/London', Date.UTC(2026, 5, 1))).toBe(3_600_000);
  expect(offsetAt('America/New_York', monday)).toBe(-5 * 3_600_000);
  const noon = Date.UTC(2026, 2, 29, 12);
  expect(wallOf('Europe/Berlin', instantOf('Europe/Berlin', noon))).toBe(noon);
});
