import type { BusyStatusName, ScheduleView } from '@switchboard/contract/views/schedule-view';
import { describe, expect, it } from 'vitest';
import { dayStrip } from './day-strip.ts';

const hour = 3_600_000;
const midnight = Date.UTC(2026, 10, 23);
const at = (hours: number): number => midnight + hours * hour;
const day = { from: at(0), to: at(24) };
const interval = (from: number, to: number, status: BusyStatusName = 'busy') => ({
  from: at(from),
  to: at(to),
  status,
});
const stripOf = (schedule: Partial<ScheduleView>, now = 12, zone = 'Europe/London', of = day) =>
  dayStrip({ personId: 'jan', intervals: [], ...schedule }, of, zone, at(now));

describe('The strip of a day', () => {
  it('reaches from seven to seven, with a mark at now', () => {
    expect(stripOf({}, 13)).toEqual({ from: at(7), to: at(19), segments: [], work: undefined, now: 0.5 });
    expect(stripOf({}, 6).now).toBeUndefined();
    expect(stripOf({}, 19).now).toBeUndefined();
  });

  it('is longer for whoever works earlier or later, and never longer than the day', () => {
    const late = stripOf({ workingDay: { from: at(14), to: at(22.5) } });
    expect([late.from, late.to]).toEqual([at(7), at(23)]);
    const night = stripOf({ workingDay: { from: at(20), to: at(28) } });
    expect([night.from, night.to]).toEqual([at(7), at(24)]);
    expect(night.work).toEqual({ start: 13 / 17, end: 1 });
  });

  it('has a part for each appointment, cut at its ends', () => {
    const intervals = [interval(0, 8), interval(13, 16, 'tentative'), interval(18, 30, 'outOfOffice')];
    expect(stripOf({ intervals }).segments).toEqual([
      { start: 0, end: 1 / 12, status: 'busy' },
      { start: 0.5, end: 0.75, status: 'tentative' },
      { start: 11 / 12, end: 1, status: 'outOfOffice' },
    ]);
  });

  it('shows the strongest of what overlaps, joins what follows, and leaves out what shows as free', () => {
    const intervals = [
      interval(7, 13, 'tentative'),
      interval(8, 9),
      interval(9, 10),
      interval(9.5, 9.75, 'elsewhere'),
      interval(14, 15, 'free'),
    ];
    expect(
      stripOf({ intervals }).segments.map(({ start, end, status }) => [start * 12, end * 12, status]),
    ).toEqual([
      [0, 1, 'tentative'],
      [1, 3, 'busy'],
      [3, 6, 'tentative'],
    ]);
  });

  it('begins at seven by the clock also on the days that change it, and where that is not a full hour of UTC', () => {
    const spring = { from: Date.UTC(2026, 2, 29), to: Date.UTC(2026, 2, 29, 23) };
    expect(stripOf({}, 12, 'Europe/London', spring).from).toBe(Date.UTC(2026, 2, 29, 6));
    const autumn = { from: Date.UTC(2026, 9, 24, 23), to: Date.UTC(2026, 9, 26) };
    expect(stripOf({}, 12, 'Europe/London', autumn).from).toBe(Date.UTC(2026, 9, 25, 7));
    const kathmandu = { from: Date.UTC(2026, 10, 22, 18, 15), to: Date.UTC(2026, 10, 23, 18, 15) };
    expect(stripOf({}, 12, 'Asia/Kathmandu', kathmandu).from).toBe(Date.UTC(2026, 10, 23, 1, 15));
  });
});
