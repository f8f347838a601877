import { describe, expect, test } from 'vitest';
import { dayAround } from './day.ts';

const hour = 3_600_000;
const utc = (text: string): number => Date.parse(`${text}Z`);

describe('A day', () => {
  test.each([
    ['Europe/Amsterdam', '2026-11-29T12:00', '2026-11-28T23:00', 24],
    ['Europe/Amsterdam', '2026-03-29T12:00', '2026-03-28T23:00', 23],
    ['Europe/Amsterdam', '2026-10-25T12:00', '2026-10-24T22:00', 25],
    ['America/New_York', '2026-11-01T12:00', '2026-11-01T04:00', 25],
    ['Asia/Kathmandu', '2026-11-29T00:00', '2026-11-28T18:15', 24],
    ['Pacific/Auckland', '2026-11-29T12:00', '2026-11-29T11:00', 24],
    // At midnight the clock goes on to one: the day begins there.
    ['Africa/Cairo', '2026-04-24T12:00', '2026-04-23T22:00', 23],
    ['America/Havana', '2026-11-01T12:00', '2026-11-01T04:00', 25],
    ['Etc/UTC', '1969-12-31T23:59', '1969-12-31T00:00', 24],
  ])('in %s around %s begins at %s and has %i hours', (zone, at, from, hours) => {
    expect(dayAround(zone, utc(at))).toEqual({ from: utc(from), to: utc(from) + hours * hour });
  });

  test('ends where the next one begins, all through a year of odd clocks', () => {
    for (const zone of ['Africa/Cairo', 'America/Havana', 'Australia/Lord_Howe', 'America/Santiago']) {
      let day = dayAround(zone, utc('2026-01-01T12:00'));
      for (let count = 0; count < 366; count += 1) {
        expect(dayAround(zone, day.from)).toEqual(day);
        expect(dayAround(zone, day.to - 1)).toEqual(day);
        const next = dayAround(zone, day.to);
        expect([zone, next.from]).toEqual([zone, day.to]);
        day = next;
      }
    }
  });

  test('is not known of a zone that nobody has', () => {
    expect(() => dayAround('Europe/Atlantis', 0)).toThrow(RangeError);
  });
});
