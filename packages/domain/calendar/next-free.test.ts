import { describe, expect, test } from 'vitest';
import { offsetAt } from '../hours/zone-offset.ts';
import type { BusyStatus } from './busy-time.ts';
import { dayAround } from './day.ts';
import { backFrom, nextFree } from './next-free.ts';
import { type WorkingWeek, workingDayOf, workingDays } from './working-week.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);
const week = (zone: string, from = 9 * 60, to = 17 * 60, days = [1, 2, 3, 4, 5]): WorkingWeek => ({
  days,
  from,
  to,
  offsetAt: (instant) => offsetAt(zone, instant),
});
const time = (from: string, to: string, status: BusyStatus = 'busy') => ({
  from: utc(from),
  to: utc(to),
  status,
});
const amsterdam = week('Europe/Amsterdam');
/** A Monday. */
const known = { from: utc('2026-11-22T23:00'), to: utc('2026-12-06T23:00') };

describe('A working day', () => {
  test('is by their own clock, in summer as in winter', () => {
    const monday = dayAround('Europe/Amsterdam', utc('2026-03-30T12:00'));
    expect(workingDayOf(amsterdam, monday, monday.from)).toEqual({
      from: utc('2026-03-30T07:00'),
      to: utc('2026-03-30T15:00'),
    });
    const newYork = workingDayOf(week('America/New_York'), monday, monday.from);
    expect(newYork).toEqual({ from: utc('2026-03-30T13:00'), to: utc('2026-03-30T21:00') });
  });

  test('that goes over midnight belongs to the day on which it begins', () => {
    const night = week('Etc/UTC', 22 * 60, 6 * 60, [5]);
    const saturday = dayAround('Etc/UTC', utc('2026-11-28T12:00'));
    const shift = { from: utc('2026-11-27T22:00'), to: utc('2026-11-28T06:00') };
    expect(workingDays(night, saturday)).toEqual([shift]);
    expect(workingDays(night, dayAround('Etc/UTC', utc('2026-11-29T12:00')))).toEqual([]);
  });

  test('of somebody at the other end of the world is the one that is not over', () => {
    const auckland = week('Pacific/Auckland');
    const tuesday = dayAround('Europe/Amsterdam', utc('2026-11-24T12:00'));
    const first = { from: utc('2026-11-23T20:00'), to: utc('2026-11-24T04:00') };
    const second = { from: utc('2026-11-24T20:00'), to: utc('2026-11-25T04:00') };
    expect(workingDayOf(auckland, tuesday, utc('2026-11-24T03:00'))).toEqual(first);
    expect(workingDayOf(auckland, tuesday, utc('2026-11-24T04:00'))).toEqual(second);
    const sunday = dayAround('Europe/Amsterdam', utc('2026-11-29T12:00'));
    expect(workingDayOf(amsterdam, sunday, sunday.from)).toBeUndefined();
  });
});

describe('The next free time', () => {
  const next = (times: Parameters<typeof nextFree>[0], at: string) =>
    nextFree(times, amsterdam, utc(at), known);

  test('is now, up to the next appointment or the end of the working day', () => {
    expect(next([time('2026-11-23T13:00', '2026-11-23T14:00')], '2026-11-23T12:00')).toEqual({
      from: utc('2026-11-23T12:00'),
      to: utc('2026-11-23T13:00'),
    });
    expect(next([], '2026-11-23T12:00')?.to).toBe(utc('2026-11-23T16:00'));
  });

  test('passes by what is shorter than a quarter of an hour', () => {
    const times = [
      time('2026-11-23T12:14', '2026-11-23T13:00'),
      time('2026-11-23T13:14', '2026-11-23T14:00'),
      time('2026-11-23T14:15', '2026-11-23T16:00'),
    ];
    expect(next(times, '2026-11-23T12:00')).toEqual({
      from: utc('2026-11-23T14:00'),
      to: utc('2026-11-23T14:15'),
    });
  });

  test('is on the next day when this one is over or full, and after the weekend on Friday evening', () => {
    expect(next([], '2026-11-23T15:50')?.from).toBe(utc('2026-11-24T08:00'));
    expect(next([time('2026-11-23T08:00', '2026-11-24T10:00')], '2026-11-23T12:00')?.from).toBe(
      utc('2026-11-24T10:00'),
    );
    expect(next([], '2026-11-27T20:00')?.from).toBe(utc('2026-11-30T08:00'));
  });

  test('is not known behind the end of what was read', () => {
    expect(next([time('2026-11-23T00:00', '2026-12-30T00:00')], '2026-11-23T12:00')).toBeUndefined();
    expect(next([], '2026-12-06T12:00')).toBeUndefined();
  });
});

describe('Who is out of the office', () => {
  const away = time('2026-11-22T23:00', '2026-11-27T23:00', 'outOfOffice');

  test('is back on the first working day after it', () => {
    expect(backFrom([away], amsterdam, utc('2026-11-24T12:00'), known)).toBe(utc('2026-11-30T08:00'));
    expect(backFrom([away], undefined, utc('2026-11-24T12:00'), known)).toBe(away.to);
  });

  test('is back within a working day, and not before a second absence that begins there is over', () => {
    const morning = time('2026-11-23T08:00', '2026-11-23T12:00', 'outOfOffice');
    expect(backFrom([morning], amsterdam, utc('2026-11-23T09:00'), known)).toBe(morning.to);
    const monday = time('2026-11-30T07:00', '2026-11-30T12:00', 'outOfOffice');
    expect(backFrom([away, monday], amsterdam, utc('2026-11-24T12:00'), known)).toBe(monday.to);
    const allOfIt = time('2026-11-29T23:00', '2026-11-30T23:00', 'outOfOffice');
    expect(backFrom([away, allOfIt], amsterdam, utc('2026-11-24T12:00'), known)).toBe(
      utc('2026-12-01T08:00'),
    );
  });

  test('is somebody whose absence covers the moment, and has an end that is known', () => {
    expect(backFrom([away], amsterdam, utc('2026-11-28T12:00'), known)).toBeUndefined();
    const cutOff = { ...away, to: known.to };
    expect(backFrom([cutOff], amsterdam, utc('2026-11-24T12:00'), known)).toBeUndefined();
    const long = time('2026-11-22T23:00', '2027-01-01T23:00', 'outOfOffice');
    expect(backFrom([long], amsterdam, utc('2026-11-24T12:00'), known)).toBe(utc('2027-01-04T08:00'));
    const meeting = time('2026-11-23T08:00', '2026-11-23T12:00');
    expect(backFrom([meeting], amsterdam, utc('2026-11-23T09:00'), known)).toBeUndefined();
  });
});
