import type { BusyStatusName, ScheduleView } from '@switchboard/contract/views/schedule-view';
import type { Instant } from '@switchboard/kit/clock';
import { wallOf } from '../i18n/calendar-times.ts';

/** A part of the strip; ends are shares of its length, from 0 to 1. */
interface Part {
  readonly start: number;
  readonly end: number;
}

export interface StripSegment extends Part {
  readonly status: Exclude<BusyStatusName, 'free'>;
}

/** A day as a strip from left to right. */
export interface DayStrip {
  readonly from: Instant;
  readonly to: Instant;
  readonly segments: readonly StripSegment[];
  /** Their working hours, as far as they lie in it. */
  readonly work: Part | undefined;
  /** Where now is. */
  readonly now: number | undefined;
}

interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

const hour = 3_600_000;
/** What every strip shows, so that one under the other can be compared: most working days lie within. */
const firstHour = 7;
const lastHour = 19;

/** What counts where several appointments overlap, the strongest first. */
const strength: readonly StripSegment['status'][] = [
  'outOfOffice',
  'busy',
  'unknown',
  'tentative',
  'elsewhere',
];

/** The moment at which the clock there shows a full hour of the day; it may be changed once that day. */
function atHour(day: Period, hours: number, timeZone: string): Instant {
  const guess = day.from + hours * hour;
  const wall = wallOf(guess, { timeZone });
  const days = wall.day - wallOf(day.from, { timeZone }).day;
  return guess + (hours - days * 24 - wall.hour) * hour - wall.minute * 60_000;
}

/** The hours that are shown: the same for everybody, and more for whoever works earlier or later. */
function windowOf(schedule: ScheduleView, day: Period, timeZone: string): Period {
  const { workingDay } = schedule;
  const from = atHour(day, firstHour, timeZone);
  const to = atHour(day, lastHour, timeZone);
  if (workingDay === undefined) return { from, to };
  return {
    from: Math.max(day.from, Math.min(from, Math.floor(workingDay.from / hour) * hour)),
    to: Math.min(day.to, Math.max(to, Math.ceil(workingDay.to / hour) * hour)),
  };
}

/**
 * @param day midnight to midnight by the operator's zone
 * @param now the server's time
 */
export function dayStrip(schedule: ScheduleView, day: Period, timeZone: string, now: Instant): DayStrip {
  const shown = windowOf(schedule, day, timeZone);
  const share = (at: Instant): number =>
    Math.min(1, Math.max(0, (at - shown.from) / (shown.to - shown.from)));
  const { workingDay } = schedule;
  const work =
    workingDay === undefined ? undefined : { start: share(workingDay.from), end: share(workingDay.to) };
  return {
    ...shown,
    segments: segmentsOf(schedule, shown).map(({ from, to, status }) => ({
      start: share(from),
      end: share(to),
      status,
    })),
    work: work === undefined || work.start >= work.end ? undefined : work,
    now: now >= shown.from && now < shown.to ? share(now) : undefined,
  };
}

/** One after the other without overlaps, the strongest of what overlaps. */
function segmentsOf(
  { intervals }: ScheduleView,
  { from, to }: Period,
): readonly (Period & Pick<StripSegment, 'status'>)[] {
  const inside = intervals.filter((each) => each.from < to && each.to > from && each.status !== 'free');
  const edges = [...new Set(inside.flatMap((each) => [Math.max(from, each.from), Math.min(to, each.to)]))];
  const segments: { from: Instant; to: Instant; readonly status: StripSegment['status'] }[] = [];
  edges.sort((one, other) => one - other);
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    const there = inside.filter((each) => each.from <= start && each.to > start);
    const status = strength.find((each) => there.some((interval) => interval.status === each));
    if (end === undefined || status === undefined) continue;
    const last = segments.at(-1);
    if (last?.to === start && last.status === status) last.to = end;
    else segments.push({ from: start, to: end, status });
  }
  return segments;
}
