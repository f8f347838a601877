import { describe, expect, test } from 'vitest';
import { type BusyStatus, freeTime } from './busy-time.ts';

const hour = 3_600_000;
const time = (from: number, to: number, status: BusyStatus = 'busy') => ({
  from: from * hour,
  to: to * hour,
  status,
});
const end = 24 * hour;
const at = (hours: number): number => hours * hour;

describe('Somebody is free', () => {
  test('until the next appointment, or without an end that is known', () => {
    expect(freeTime([time(13, 14)], at(12), end)).toEqual({ from: at(12), until: at(13) });
    expect(freeTime([time(9, 10)], at(12), end)).toEqual({ from: at(12) });
    expect(freeTime([], at(0), end)).toEqual({ from: at(0) });
  });

  test('after appointments that touch or overlap, in whatever order they come', () => {
    const times = [time(14, 16), time(12, 13), time(12.5, 14), time(17, 18, 'outOfOffice')];
    expect(freeTime(times, at(12), end)).toEqual({ from: at(16), until: at(17) });
    expect(freeTime(times, at(16), end)).toEqual({ from: at(16), until: at(17) });
  });

  test('while a time is tentative, elsewhere, unknown or shown as free', () => {
    for (const status of ['tentative', 'elsewhere', 'unknown', 'free'] as const)
      expect(freeTime([time(11, 13, status)], at(12), end)).toEqual({ from: at(12) });
  });

  test('at no time that is known when the day is full to its end, or over', () => {
    expect(freeTime([time(11, 30)], at(12), end)).toBeUndefined();
    expect(freeTime([time(11, 24)], at(12), end)).toBeUndefined();
    expect(freeTime([], at(24), end)).toBeUndefined();
  });

  test('at once when an appointment has no length', () => {
    expect(freeTime([time(12, 12)], at(12), end)).toEqual({ from: at(12) });
  });
});
