import { describe, expect, test } from 'vitest';
import { dateTimeSchema, instantIn, instantOf } from './date-time.ts';
import { timeZone, utc, zoneOffset } from './time-zone.ts';
import { windowsZones } from './windows-zones.ts';

const iso = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString();
const read = (said: unknown) => iso(instantOf(dateTimeSchema.parse(said)));

test('every Windows zone is one that this machine knows', () => {
  const unknown = [...windowsZones.keys()].filter((name) => timeZone(name) === undefined);
  expect(unknown).toEqual([]);
  expect(windowsZones.size).toBeGreaterThan(130);
});

test.each([
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['w. europe standard time', 'Europe/Berlin'],
  ['Pacific Standard Time', 'America/Los_Angeles'],
  ['europe/amsterdam', 'Europe/Amsterdam'],
  [' UTC ', 'UTC'],
  ['tzone://Microsoft/Utc', 'UTC'],
])('the zone %j is %s', (name, iana) => {
  expect(timeZone(name)).toEqual({ kind: 'named', name: iana });
});

test.each([
  'Customized Time Zone',
  'tzone://Microsoft/Custom',
  '+02:00',
  '',
  'x'.repeat(5_000),
  '../etc',
  'Mars/Phobos',
])('%j is no zone', (name) => {
  expect(timeZone(name)).toBeUndefined();
});

test.each([
  [
    { dateTime: '2019-03-15T12:00:00.0000000', timeZone: 'Pacific Standard Time' },
    '2019-03-15T19:00:00.000Z',
  ],
  [{ dateTime: '2026-11-23T12:00:00.1234567', timeZone: 'Europe/Amsterdam' }, '2026-11-23T11:00:00.123Z'],
  [{ dateTime: '2026-07-01T12:00:00', timeZone: 'W. Europe Standard Time' }, '2026-07-01T10:00:00.000Z'],
  [{ dateTime: '2026-11-23T12:00:00Z', timeZone: 'Pacific Standard Time' }, '2026-11-23T12:00:00.000Z'],
  [{ dateTime: '2026-11-23T12:00:00+05:30' }, '2026-11-23T06:30:00.000Z'],
  [{ dateTime: '2026-11-23T12:00' }, '2026-11-23T12:00:00.000Z'],
  [{ dateTime: '2026-11-23', timeZone: null }, '2026-11-23T00:00:00.000Z'],
  // The hour that comes twice is the first, the hour that there is not is an hour later.
  [{ dateTime: '2026-10-25T02:30:00', timeZone: 'Europe/Berlin' }, '2026-10-25T00:30:00.000Z'],
  [{ dateTime: '2026-03-29T02:30:00', timeZone: 'Europe/Berlin' }, '2026-03-29T01:30:00.000Z'],
])('%j is %s', (said, expected) => {
  expect(read(said)).toBe(expected);
});

test.each([
  { dateTime: '2026-11-23T12:00:00', timeZone: 'Mars/Phobos' },
  { dateTime: '2026-02-30T12:00:00' },
  { dateTime: '2026-11-23T12:61:00' },
  { dateTime: '0000-00-00T00:00:00' },
  { dateTime: 'tomorrow' },
  { dateTime: 7 },
  'text',
  null,
  undefined,
])('%j is no moment', (said) => {
  expect(read(said)).toBeUndefined();
});

describe('a zone of a mailbox’s own making', () => {
  const sunday = 0;
  const pacific = {
    kind: 'custom',
    offset: -480,
    summer: 60,
    toWinter: { month: 11, weekday: sunday, occurrence: 1, minute: 120 },
    toSummer: { month: 3, weekday: sunday, occurrence: 2, minute: 120 },
  } as const;

  test('changes its clock as the zone with a name does', () => {
    const named = timeZone('America/Los_Angeles');
    if (named === undefined) throw new Error('no zone');
    const hour = 3_600_000;
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += hour) {
      expect(zoneOffset(pacific, at)).toBe(zoneOffset(named, at));
    }
  });

  test('may lie in the south, change on the last day, or never', () => {
    const south = {
      ...pacific,
      offset: 600,
      toWinter: { month: 4, weekday: sunday, occurrence: 1, minute: 180 },
      toSummer: { month: 10, weekday: sunday, occurrence: 1, minute: 120 },
    } as const;
    expect(zoneOffset(south, Date.UTC(2026, 0, 1))).toBe(660 * 60_000);
    expect(zoneOffset(south, Date.UTC(2026, 6, 1))).toBe(600 * 60_000);
    const last = {
      ...pacific,
      toWinter: { month: 10, weekday: sunday, occurrence: 5, minute: 180 },
    } as const;
    expect(zoneOffset(last, Date.UTC(2026, 9, 26))).toBe(-480 * 60_000);
    expect(zoneOffset({ ...pacific, summer: 0 }, Date.UTC(2026, 6, 1))).toBe(-480 * 60_000);
  });

  test('reads local times', () => {
    expect(iso(instantIn('2026-07-01T12:00:00', pacific))).toBe('2026-07-01T19:00:00.000Z');
    expect(iso(instantIn('2026-01-01T12:00:00', utc))).toBe('2026-01-01T12:00:00.000Z');
  });
});
