import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpeningHours, OpenPeriod } from '../queue/queue.ts';
import { isOpenAt, nextChange } from './opening-hours.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Moments at which the clocks of a zone change, or do not. */
const moments: readonly (readonly [string, string])[] = [
  ['Europe/Amsterdam', '2026-03-29T01:00Z'],
  ['Europe/Amsterdam', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-03-08T07:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['America/St_Johns', '2026-03-08T05:30Z'],
  ['America/St_Johns', '2026-11-01T04:30Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['America/Havana', '2026-11-01T05:00Z'],
  ['America/Santiago', '2026-04-05T03:00Z'],
  ['Asia/Kathmandu', '2026-03-29T01:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
];

const time = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Times of day, more often near the hours in which clocks change. */
const anyMinutes = fc.oneof(
  fc.integer({ min: 0, max: 1_440 }),
  fc.integer({ min: 0, max: 8 }).map((halfHours) => halfHours * 30),
  fc.constantFrom(0, 1_440, 1_380, 1_410),
);
const anyPeriods: fc.Arbitrary<readonly OpenPeriod[]> = fc
  .uniqueArray(anyMinutes, { maxLength: 6 })
  .map((times) => {
    const sorted = times.toSorted((a, b) => a - b);
    const pairs = Array.from({ length: Math.floor(sorted.length / 2) }, (_, pair) =>
      sorted.slice(pair * 2, pair * 2 + 2),
    );
    return pairs.map(([from = 0, to = 0]) => ({ from: time(from), to: time(to) }));
  });
const anyWeek = fc.record(
  Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((weekday) => [weekday, anyPeriods])),
  { requiredKeys: [] },
);

/** Hours in a zone, with holidays about the moment at which its clocks change. */
const anyCase = fc
  .record({
    moment: fc.constantFrom(...moments),
    week: anyWeek,
    holidays: fc.uniqueArray(fc.tuple(fc.integer({ min: -4, max: 4 }), anyPeriods, fc.boolean()), {
      selector: ([offset]) => offset,
      maxLength: 3,
    }),
  })
  .map(({ moment: [timeZone, text], week, holidays }) => {
    const change = Date.parse(text);
    const hours: OpeningHours = {
      timeZone,
      week: week as OpeningHours['week'],
      holidays: holidays.map(([offset, periods, isYearly]) => ({
        date: new Date(change + offset * day).toISOString().slice(isYearly ? 5 : 0, 10),
        name: 'A day',
        periods,
      })),
    };
    return { change, hours };
  });

const clockFaces = new Map<string, readonly number[]>();
/** Local times of ten days around, minute by minute, by another way of `Intl` than the code's own. */
function clockFace(timeZone: string, start: number): readonly number[] {
  const key = `${timeZone} ${start}`;
  const known = clockFaces.get(key);
  if (known !== undefined) return known;
  const numeric = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  } as const;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...numeric });
  const face = Array.from({ length: (10 * day) / minute }, (_, index) => {
    const parts = new Map(
      format.formatToParts(start + index * minute).map(({ type, value }) => [type, Number(value)]),
    );
    const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN;
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  });
  clockFaces.set(key, face);
  return face;
}

/** Whether it is opening time in each of those minutes: by looking at the clock, for every period of every day. */
function openMinutes({ timeZone, week, holidays }: OpeningHours, start: number): readonly boolean[] {
  const face = clockFace(timeZone, start);
  const open = face.map(() => false);
  for (
    let midnight = Math.floor((face[0] ?? 0) / day) * day - day;
    midnight <= (face.at(-1) ?? 0);
    midnight += day
  ) {
    const date = new Date(midnight).toISOString().slice(0, 10);
    const holiday =
      holidays.find((one) => one.date === date) ?? holidays.find((one) => date.endsWith(`-${one.date}`));
    const weekday = new Date(midnight).getUTCDay() || 7;
    for (const { from, to } of holiday === undefined ? (week[weekday] ?? []) : (holiday.periods ?? [])) {
      const opens = midnight + Date.parse(`1970-01-01T${from}Z`);
      const closes = to === '24:00' ? midnight + day : midnight + Date.parse(`1970-01-01T${to}Z`);
      const first = face.findIndex((local) => local >= opens);
      const last = face.findLastIndex((local) => local <= closes);
      const end = face[last] === closes ? last : last + 1;
      if (first >= 0) open.fill(true, first, Math.max(first, end));
    }
  }
  return open;
}

test('around a change of the clocks it is open in the minutes that the clock on the wall says', () => {
  const property = fc.property(anyCase, ({ change, hours }) => {
    const start = change - 5 * day;
    const expected = openMinutes(hours, start);
    const wrong: string[] = [];
    // The first and the last day may lack what lies before and behind.
    for (let index = 1_440 * 1.5; index < expected.length - 1_440 * 1.5; index += 1) {
      const now = start + index * minute;
      if (isOpenAt(hours, now) !== expected[index]) wrong.push(new Date(now).toISOString());
    }
    expect(wrong).toEqual([]);
  });
  fc.assert(property, { numRuns: 60 });
});

test('it opens or closes exactly at the next change, and never before', () => {
  const anyShares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 20 });
  const anyStart = fc.integer({ min: -5 * day, max: 5 * day });
  const property = fc.property(anyCase, anyStart, anyShares, ({ change, hours }, offset, shares) => {
    const now = change + offset;
    const isOpen = isOpenAt(hours, now);
    const next = nextChange(hours, now);
    const end = next ?? now + 400 * day;
    expect(end > now && end <= now + 400 * day).toBe(true);
    expect(isOpenAt(hours, end - 1)).toBe(isOpen);
    expect(next !== undefined && isOpenAt(hours, next) === isOpen).toBe(false);
    for (const share of shares) {
      const between = Math.min(end - 1, Math.floor(now + share * (end - now)));
      expect(isOpenAt(hours, between)).toBe(isOpen);
    }
  });
  fc.assert(property, { numRuns: 1_000 });
});
