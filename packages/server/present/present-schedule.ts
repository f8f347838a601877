import type {
  BusyIntervalView,
  CalendarProblem,
  ScheduleView,
} from '@switchboard/contract/views/schedule-view';
import { freeTime } from '@switchboard/domain/calendar/busy-time';
import type { Period } from '@switchboard/domain/calendar/day';
import { backFrom, nextFree } from '@switchboard/domain/calendar/next-free';
import { type WorkingWeek, workingDayOf } from '@switchboard/domain/calendar/working-week';
import type { PersonId } from '@switchboard/domain/ids';
import type { BusyInterval } from '@switchboard/graph/calendar/busy-interval';
import type { CalendarEntry } from '@switchboard/graph/calendar/calendar-view';
import type { WorkingHours } from '@switchboard/graph/calendar/working-hours';
import { type TimeZone, zoneOffset } from '@switchboard/graph/wire/time-zone';
import type { Instant } from '@switchboard/kit/clock';
import type { Result } from '@switchboard/kit/result';

/** What a mailbox, or presence, says of somebody who is away. */
export interface Away {
  readonly message?: string;
  readonly until?: Instant;
}

/** What was read of somebody's time. It says nothing of the moment at which it is looked at. */
export interface PersonTime {
  /** In the order of their start; what lies outside of the day is for what comes next. */
  readonly intervals: readonly (BusyInterval & Partial<CalendarEntry>)[];
  /** What the intervals tell of: the day, or more. */
  readonly known: Period;
  readonly isCoarse: boolean;
  readonly workingHours?: WorkingHours;
  readonly timeZone?: TimeZone;
  readonly away?: Away;
}

/** A longer text is a book; a thousand appointments are nobody's day. */
const longestMessage = 2_000;
const mostIntervals = 200;

/** Somebody's day as it stands at a moment. */
export function presentSchedule(
  personId: PersonId,
  read: Result<PersonTime, CalendarProblem>,
  day: Period,
  now: Instant,
): ScheduleView {
  if (!read.ok) return { personId, problem: read.refusal, intervals: [] };
  const { intervals, isCoarse, workingHours, known } = read.value;
  const at = Math.max(now, day.from);
  const week = workingHours === undefined ? undefined : weekOf(workingHours);
  const free = freeTime(intervals, at, day.to);
  const work = week === undefined ? undefined : workingDayOf(week, day, at);
  const next = week === undefined ? undefined : nextFree(intervals, week, at, known);
  const zone = zoneNameOf(read.value);
  const outOfOffice = presentAway(read.value, week, now);
  return {
    personId,
    intervals: intervals
      .filter(({ from, to }) => from < day.to && (to > day.from || (to === from && to >= day.from)))
      .slice(0, mostIntervals)
      .map((interval) => presentInterval(interval, day)),
    ...(isCoarse ? { isCoarse } : {}),
    ...(free === undefined ? {} : { freeFrom: free.from }),
    ...(free?.until === undefined ? {} : { freeUntil: free.until }),
    ...(zone === undefined ? {} : { timeZone: zone }),
    ...(work === undefined ? {} : { workingDay: work }),
    ...(week !== undefined && work === undefined ? { isDayOff: true } : {}),
    ...(next === undefined ? {} : { nextFree: next }),
    ...(outOfOffice === undefined ? {} : { outOfOffice }),
  };
}

const weekOf = ({ days, from, to, zone }: WorkingHours): WorkingWeek => ({
  days,
  from,
  to,
  offsetAt: (instant) => zoneOffset(zone, instant),
});

/** A zone of a mailbox's own making has no name. */
function zoneNameOf({ timeZone, workingHours }: PersonTime): string | undefined {
  const zone = timeZone ?? workingHours?.zone;
  return zone?.kind === 'named' ? zone.name : undefined;
}

function presentInterval(
  { from, to, status, isPrivate, isAllDay, subject, place, organiser }: PersonTime['intervals'][number],
  day: Period,
): BusyIntervalView {
  const isWhole = isAllDay ?? (from <= day.from && to >= day.to);
  const times = { from, to, status, ...(isWhole ? { isAllDay: true as const } : {}) };
  if (isPrivate) return { ...times, isPrivate };
  return {
    ...times,
    ...(subject === undefined || subject === '' ? {} : { subject }),
    ...(place === undefined || place === '' ? {} : { place }),
    ...(organiser === undefined ? {} : { organiser }),
  };
}

/** Away by what they have switched on, or by an appointment that covers the moment. */
function presentAway(
  { intervals, away, known }: PersonTime,
  week: WorkingWeek | undefined,
  now: Instant,
): ScheduleView['outOfOffice'] {
  const isAway = intervals.some(
    ({ status, from, to }) => status === 'outOfOffice' && from <= now && now < to,
  );
  if (!isAway && away === undefined) return undefined;
  const until = away?.until ?? backFrom(intervals, week, now, known);
  const message = away?.message?.trim().slice(0, longestMessage);
  return {
    ...(message === undefined || message === '' ? {} : { message }),
    ...(until === undefined ? {} : { until }),
  };
}
