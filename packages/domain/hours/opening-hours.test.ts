import { expect, test } from 'vitest';
import type { OpeningHours, OpenPeriod } from '../queue/queue.ts';
import { holidayAt, isOpenAt, minutesOf, nextChange } from './opening-hours.ts';

const period = (text: string): OpenPeriod => {
  const [from = '', to = ''] = text.split('-');
  return { from, to };
};
const periods = (text: string): readonly OpenPeriod[] =>
  text === '' ? [] : text.split(' ').map((one) => period(one));
const everyDay = (text: string): OpeningHours['week'] =>
  Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, periods(text)]));

const office: OpeningHours = {
  timeZone: 'Europe/Amsterdam',
  week: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, periods('08:30-12:30 13:00-17:00')])),
  holidays: [
    { date: '12-25', name: 'Christmas Day' },
    { date: '2026-12-24', name: 'Christmas Eve', periods: periods('08:30-12:00') },
    { date: '12-24', name: 'Always Christmas Eve' },
  ],
};
const inZone = (timeZone: string, text: string): OpeningHours => ({
  timeZone,
  week: everyDay(text),
  holidays: [],
});
const at = (text: string): number => Date.parse(text);

/** The moments at which the hours change, each with what begins, from one moment to another. */
function changes(hours: OpeningHours, from: string, to: string): readonly string[] {
  const found: string[] = [];
  let now = at(from);
  for (;;) {
    const next = nextChange(hours, now);
    if (next === undefined || next > at(to)) return found;
    found.push(`${new Date(next).toISOString().slice(0, 16)} ${isOpenAt(hours, next) ? 'opens' : 'closes'}`);
    now = next;
  }
}

test('a queue is open from the first moment of a period up to its last', () => {
  const moments = ['07:29:59.999', '07:30', '11:29:59.999', '11:30', '11:59:59.999', '12:00', '16:00'];
  const answers = moments.map((time) => isOpenAt(office, at(`2026-11-23T${time}Z`)));
  expect(answers).toEqual([false, true, true, false, false, true, false]);
});

test('the next change goes from break to break, and over the weekend', () => {
  expect(changes(office, '2026-11-27T07:00Z', '2026-11-30T08:00Z')).toEqual([
    '2026-11-27T07:30 opens',
    '2026-11-27T11:30 closes',
    '2026-11-27T12:00 opens',
    '2026-11-27T16:00 closes',
    '2026-11-30T07:30 opens',
  ]);
});

test('a holiday has its own times, or none; one of this very year goes before one of every year', () => {
  expect(changes(office, '2026-12-23T17:00Z', '2026-12-28T08:00Z')).toEqual([
    '2026-12-24T07:30 opens',
    '2026-12-24T11:00 closes',
    '2026-12-28T07:30 opens',
  ]);
  expect(holidayAt(office, at('2026-12-24T12:00Z'))?.name).toBe('Christmas Eve');
  expect(holidayAt(office, at('2027-12-24T12:00Z'))?.name).toBe('Always Christmas Eve');
});

test("a holiday begins and ends with the zone's own midnight", () => {
  const names = ['24T22:59', '24T23:00', '25T22:59', '25T23:00'].map(
    (time) => holidayAt(office, at(`2026-12-${time}Z`))?.name,
  );
  expect(names).toEqual(['Christmas Eve', 'Christmas Day', 'Christmas Day', undefined]);
});

test('29 February of every year is kept in leap years alone', () => {
  const hours = { ...inZone('UTC', '09:00-17:00'), holidays: [{ date: '02-29', name: 'Leap day' }] };
  expect(isOpenAt(hours, at('2028-02-29T12:00Z'))).toBe(false);
  expect(isOpenAt(hours, at('2028-03-01T12:00Z'))).toBe(true);
  expect(isOpenAt(hours, at('2027-03-01T12:00Z'))).toBe(true);
});

test('two periods across midnight are one stretch', () => {
  const hours = inZone('America/New_York', '00:00-06:00 22:00-24:00');
  expect(changes(hours, '2026-06-01T12:00Z', '2026-06-02T12:00Z')).toEqual([
    '2026-06-02T02:00 opens',
    '2026-06-02T10:00 closes',
  ]);
});

test('a queue that is always open, or never, has no next change', () => {
  const always = inZone('Europe/Amsterdam', '00:00-24:00');
  expect(isOpenAt(always, at('2026-10-25T01:30Z'))).toBe(true);
  expect(nextChange(always, at('2026-11-23T12:00Z'))).toBeUndefined();
  expect(nextChange(inZone('Europe/Amsterdam', ''), at('2026-11-23T12:00Z'))).toBeUndefined();
});

test('a change is found up to 400 days ahead, and no farther', () => {
  const hours = { ...inZone('UTC', '00:00-24:00'), holidays: [{ date: '2028-01-01', name: 'New Year' }] };
  expect(nextChange(hours, at('2026-11-27T00:00Z'))).toBe(at('2028-01-01T00:00Z'));
  expect(nextChange(hours, at('2026-11-26T23:59:59.999Z'))).toBeUndefined();
  const closed = {
    ...hours,
    week: {},
    holidays: [{ date: '2028-01-01', name: 'Fair', periods: periods('00:00-01:00') }],
  };
  expect(nextChange(closed, at('2026-11-27T00:00Z'))).toBe(at('2028-01-01T00:00Z'));
  expect(nextChange(closed, at('2026-11-26T23:59:59.999Z'))).toBeUndefined();
});

/** What a period becomes on the day on which the clocks change. All times in UTC. */
test.each([
  ['Europe/Amsterdam', '2026-03-29', '02:30-05:00', ['01:00 opens', '03:00 closes']],
  ['Europe/Amsterdam', '2026-03-29', '01:15-02:30', ['00:15 opens', '01:00 closes']],
  ['Europe/Amsterdam', '2026-03-29', '02:00-03:00', []],
  ['Europe/Amsterdam', '2026-10-25', '02:30-05:00', ['00:30 opens', '04:00 closes']],
  ['Europe/Amsterdam', '2026-10-25', '02:15-02:45', ['00:15 opens', '01:45 closes']],
  [
    'Europe/Amsterdam',
    '2026-10-25',
    '01:30-02:00 03:00-04:00',
    ['01:00 closes', '02:00 opens', '03:00 closes'],
  ],
  ['America/New_York', '2026-03-08', '02:15-09:00', ['07:00 opens', '13:00 closes']],
  ['America/New_York', '2026-11-01', '01:15-09:00', ['05:15 opens', '14:00 closes']],
  ['America/St_Johns', '2026-11-01', '01:15-09:00', ['03:45 opens', '12:30 closes']],
  ['Asia/Kathmandu', '2026-03-29', '10:00-17:00', ['04:15 opens', '11:15 closes']],
])('in %s on %s, %s', (zone, date, text, expected) => {
  const hours = inZone(zone, text);
  const found = changes(hours, `${date}T00:00Z`, `${date}T20:00Z`).map((change) => change.slice(11));
  expect(found).toEqual(expected);
});

test('half an hour of summer time on Lord Howe Island', () => {
  const hours = inZone('Australia/Lord_Howe', '01:45-03:00');
  expect(changes(hours, '2026-04-04T12:00Z', '2026-04-05T12:00Z')).toEqual([
    '2026-04-04T14:45 opens',
    '2026-04-04T16:30 closes',
  ]);
  expect(changes(hours, '2026-10-03T12:00Z', '2026-10-04T12:00Z')).toEqual([
    '2026-10-03T15:15 opens',
    '2026-10-03T16:00 closes',
  ]);
});

test('on the day that Samoa skipped nobody opened', () => {
  const hours = inZone('Pacific/Apia', '09:00-17:00');
  expect(changes(hours, '2011-12-29T12:00Z', '2011-12-31T12:00Z')).toEqual([
    '2011-12-29T19:00 opens',
    '2011-12-30T03:00 closes',
    '2011-12-30T19:00 opens',
    '2011-12-31T03:00 closes',
  ]);
  expect(isOpenAt(inZone('Pacific/Apia', '00:00-24:00'), at('2011-12-30T10:00Z'))).toBe(true);
});

test('where midnight itself comes twice, a day closes with the second', () => {
  const hours: OpeningHours = {
    timeZone: 'America/Havana',
    week: { '6': periods('20:00-24:00') },
    holidays: [],
  };
  expect(changes(hours, '2026-10-31T12:00Z', '2026-11-01T12:00Z')).toEqual([
    '2026-11-01T00:00 opens',
    '2026-11-01T05:00 closes',
  ]);
  // The first pass of Sunday's first hour still belongs to Saturday's period.
  expect(isOpenAt(hours, at('2026-11-01T04:30Z'))).toBe(true);
  expect(nextChange(hours, at('2026-11-01T04:30Z'))).toBe(at('2026-11-01T05:00Z'));
});

test('a time is its minutes since midnight', () => {
  expect(['00:00', '08:05', '24:00'].map((time) => minutesOf(time))).toEqual([0, 485, 1_440]);
});
