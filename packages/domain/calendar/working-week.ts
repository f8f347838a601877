import type { Instant } from '@switchboard/kit/clock';
import type { Period } from './day.ts';

/** When somebody works, week for week, by a clock of their own. */
export interface WorkingWeek {
  /** 0 for Sunday. */
  readonly days: readonly number[];
  /** Minutes after midnight. An end at or before the start is on the next day. */
  readonly from: number;
  readonly to: number;
  /** How far their clock is ahead of UTC at a moment, in milliseconds. */
  readonly offsetAt: (instant: Instant) => number;
}

const minute = 60_000;
const dayMs = 24 * 60 * minute;

/** The moment at which the clock shows a local time; around a change of the clock within the hour of it. */
function instantOf({ offsetAt }: WorkingWeek, local: number): Instant {
  const guess = local - offsetAt(local);
  return local - offsetAt(guess);
}

const weekdayOf = (day: number): number => new Date(day * dayMs).getUTCDay();

/** Every working day that touches a period, whole and in order. */
export function workingDays(week: WorkingWeek, { from, to }: Period): readonly Period[] {
  const first = Math.floor((from + week.offsetAt(from)) / dayMs) - 1;
  const last = Math.floor((to + week.offsetAt(to)) / dayMs);
  const length = (week.to - week.from + (week.to <= week.from ? 24 * 60 : 0)) * minute;
  const found: Period[] = [];
  for (let day = first; day <= last; day += 1) {
    if (!week.days.includes(weekdayOf(day))) continue;
    const begins = day * dayMs + week.from * minute;
    const period = { from: instantOf(week, begins), to: instantOf(week, begins + length) };
    if (period.from < to && period.to > from) found.push(period);
  }
  return found;
}

/**
 * The working day that a day means: of several that touch it (their night is our noon) the one that is not over at
 * `at`, or else the last.
 */
export function workingDayOf(week: WorkingWeek, day: Period, at: Instant): Period | undefined {
  const found = workingDays(week, day);
  return found.find(({ to }) => to > at) ?? found.at(-1);
}
