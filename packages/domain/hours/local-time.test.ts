import { expect, test } from 'vitest';
import { firstInstantOf, lastInstantOf, localTimeAt } from './local-time.ts';
import { isTimeZone, offsetAt } from './zone-offset.ts';

const hour = 3_600_000;
const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 19);

test.each([
  ['Europe/Amsterdam', '2026-01-15T12:00Z', 1],
  ['Europe/Amsterdam', '2026-07-15T12:00Z', 2],
  ['America/New_York', '2026-01-15T12:00Z', -5],
  ['America/St_Johns', '2026-01-15T12:00Z', -3.5],
  ['America/St_Johns', '2026-07-15T12:00Z', -2.5],
  ['Australia/Lord_Howe', '2026-01-15T12:00Z', 11],
  ['Australia/Lord_Howe', '2026-07-15T12:00Z', 10.5],
  ['Asia/Kathmandu', '2026-07-15T12:00Z', 5.75],
  ['Pacific/Apia', '2011-12-30T09:59Z', -10],
  ['Pacific/Apia', '2011-12-30T10:00Z', 14],
  ['UTC', '2026-07-15T12:00Z', 0],
])('the clock of %s is at %s %f hours ahead of UTC', (zone, moment, hours) => {
  expect(offsetAt(zone, at(moment))).toBe(hours * hour);
});

test('an offset with seconds is read whole', () => {
  expect(offsetAt('Africa/Monrovia', 0)).toBe(-(44 * 60 + 30) * 1_000);
});

test('what was asked before does not change the answer', () => {
  const summer = at('2026-07-15T12:00Z');
  const winter = at('2026-12-15T12:00Z');
  const change = at('2026-10-25T01:00Z');
  for (const moment of [summer, change - 1, winter, change, change - 1, summer, change]) {
    expect(offsetAt('Europe/Amsterdam', moment)).toBe(moment < change ? 2 * hour : hour);
  }
});

test('zones are known by the names of the database, in any case, and by nothing else', () => {
  const known = ['Europe/Amsterdam', 'europe/amsterdam', 'UTC', 'Etc/GMT+5', 'Asia/Kathmandu'];
  // Twice, since a zone is remembered.
  expect([...known, ...known].filter((name) => !isTimeZone(name))).toEqual([]);
  const unknown = ['', '+02:00', 'Mars/Olympus', ' Europe/Paris', 'Europe', '__proto__'];
  expect([...unknown, ...unknown].filter((name) => isTimeZone(name))).toEqual([]);
});

/** Zone, local time, and the UTC times at which it is shown first and last. */
test.each([
  ['an ordinary time', 'Europe/Amsterdam', '2026-11-23T09:00Z', '2026-11-23T08:00', '2026-11-23T08:00'],
  ['spring, before the gap', 'Europe/Amsterdam', '2026-03-29T01:59Z', '2026-03-29T00:59', '2026-03-29T00:59'],
  ['the begin of the gap', 'Europe/Amsterdam', '2026-03-29T02:00Z', '2026-03-29T01:00', '2026-03-29T01:00'],
  ['in the gap', 'Europe/Amsterdam', '2026-03-29T02:30Z', '2026-03-29T01:00', '2026-03-29T01:00'],
  ['after the gap', 'Europe/Amsterdam', '2026-03-29T03:01Z', '2026-03-29T01:01', '2026-03-29T01:01'],
  ['autumn, before', 'Europe/Amsterdam', '2026-10-25T01:59Z', '2026-10-24T23:59', '2026-10-24T23:59'],
  ['the begin of it', 'Europe/Amsterdam', '2026-10-25T02:00Z', '2026-10-25T00:00', '2026-10-25T01:00'],
  ['the hour twice', 'Europe/Amsterdam', '2026-10-25T02:30Z', '2026-10-25T00:30', '2026-10-25T01:30'],
  ['autumn, after', 'Europe/Amsterdam', '2026-10-25T03:00Z', '2026-10-25T02:00', '2026-10-25T02:00'],
  ['in the gap', 'America/New_York', '2026-03-08T02:30Z', '2026-03-08T07:00', '2026-03-08T07:00'],
  ['the hour twice', 'America/New_York', '2026-11-01T01:15Z', '2026-11-01T05:15', '2026-11-01T06:15'],
  ['half an hour of gap', 'Australia/Lord_Howe', '2026-10-04T02:10Z', '2026-10-03T15:30', '2026-10-03T15:30'],
  ['half an hour twice', 'Australia/Lord_Howe', '2026-04-05T01:45Z', '2026-04-04T14:45', '2026-04-04T15:15'],
  [
    'no half an hour more',
    'Australia/Lord_Howe',
    '2026-04-05T01:29Z',
    '2026-04-04T14:29',
    '2026-04-04T14:29',
  ],
  ['a quarter', 'Asia/Kathmandu', '2026-03-29T02:30Z', '2026-03-28T20:45', '2026-03-28T20:45'],
  ['in the gap', 'America/St_Johns', '2026-03-08T02:30Z', '2026-03-08T05:30', '2026-03-08T05:30'],
  ['the hour twice', 'America/St_Johns', '2026-11-01T01:30Z', '2026-11-01T04:00', '2026-11-01T05:00'],
  ['the lost day', 'Pacific/Apia', '2011-12-30T12:00Z', '2011-12-30T10:00', '2011-12-30T10:00'],
  ['before the lost day', 'Pacific/Apia', '2011-12-29T12:00Z', '2011-12-29T22:00', '2011-12-29T22:00'],
  ['after the lost day', 'Pacific/Apia', '2011-12-31T12:00Z', '2011-12-30T22:00', '2011-12-30T22:00'],
])('%s: %s shows %s', (_what, zone, local, first, last) => {
  expect(iso(firstInstantOf(zone, at(local)))).toBe(`${first}:00`);
  expect(iso(lastInstantOf(zone, at(local)))).toBe(`${last}:00`);
});

test('a local time is what the zone shows', () => {
  expect(iso(localTimeAt('Asia/Kathmandu', at('2026-11-23T12:00Z')))).toBe('2026-11-23T17:45:00');
});
