import type { Instant } from '@switchboard/kit/clock';
import type { Holiday, OpeningHours, OpenPeriod } from '../queue/queue.ts';
import { firstInstantOf, lastInstantOf, localTimeAt } from './local-time.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** A change of the hours is looked for no farther ahead: a year, with a holiday at its end. */
export const searchedDays = 400;

/** A day of the calendar, whatever the zone: days since 1970-01-01. */
type CalendarDay = number;

/** From the one moment up to, but not including, the other. */
interface Opening {
  readonly opens: Instant;
  readonly closes: Instant;
}

/**
 * Whether it is opening time. A local time that clocks skip counts as the moment after the gap; of one that they show
 * twice, a period begins with the first and ends with the second. Hours are those that `readOpeningHours` gives.
 */
export function isOpenAt(hours: OpeningHours, instant: Instant): boolean {
  const today = dayAt(hours, instant);
  // Where clocks are set back over midnight a period lasts into the day beside its own.
  return [today - 1, today, today + 1].some((one) =>
    openingsOf(hours, one).some(({ opens, closes }) => opens <= instant && instant < closes),
  );
}

/**
 * When the queue opens, if it is closed, or closes, if it is open: the first moment after `instant` at which
 * {@link isOpenAt} answers otherwise. Periods that follow each other without a gap are one. Undefined if nothing
 * changes within 400 days.
 */
export function nextChange(hours: OpeningHours, instant: Instant): Instant | undefined {
  const last = instant + searchedDays * day;
  let openUntil: Instant | undefined;
  for (const { opens, closes } of openingsFrom(hours, dayAt(hours, instant) - 1)) {
    if (openUntil === undefined) {
      if (closes <= instant) continue;
      if (opens > instant) return opens <= last ? opens : undefined;
      openUntil = closes;
    } else if (opens <= openUntil) openUntil = Math.max(openUntil, closes);
    else break;
  }
  return openUntil === undefined || openUntil > last ? undefined : openUntil;
}

/** The holiday that it is, by the calendar of the hours' zone, even if it has opening times of its own. */
export const holidayAt = (hours: OpeningHours, instant: Instant): Holiday | undefined =>
  holidayOf(hours, dayAt(hours, instant));

const dayAt = (hours: OpeningHours, instant: Instant): CalendarDay =>
  Math.floor(localTimeAt(hours.timeZone, instant) / day);

/** In the order of time, as far as {@link nextChange} searches. */
function* openingsFrom(hours: OpeningHours, first: CalendarDay): Generator<Opening> {
  for (let one = first; one <= first + searchedDays + 3; one += 1) yield* openingsOf(hours, one);
}

/** In the order of time. A period that lies wholly within a gap of the clock is none. */
function openingsOf(hours: OpeningHours, one: CalendarDay): readonly Opening[] {
  const { timeZone } = hours;
  const start = one * day;
  return periodsOf(hours, one)
    .map(({ from, to }) => ({
      opens: firstInstantOf(timeZone, start + minutesOf(from) * minute),
      closes: lastInstantOf(timeZone, start + minutesOf(to) * minute),
    }))
    .filter(({ opens, closes }) => opens < closes)
    .toSorted((a, b) => a.opens - b.opens);
}

function periodsOf(hours: OpeningHours, one: CalendarDay): readonly OpenPeriod[] {
  const holiday = holidayOf(hours, one);
  return holiday === undefined ? (hours.week[weekdayOf(one)] ?? []) : (holiday.periods ?? []);
}

/** A holiday of this very year goes before one of every year. */
function holidayOf({ holidays }: OpeningHours, one: CalendarDay): Holiday | undefined {
  if (holidays.length === 0) return undefined;
  const date = new Date(one * day).toISOString().slice(0, 10);
  return (
    holidays.find((holiday) => holiday.date === date) ?? holidays.find(({ date: d }) => d === date.slice(5))
  );
}

/** 1 is Monday, 7 Sunday; the first day of 1970 was a Thursday. */
const weekdayOf = (one: CalendarDay): number => ((((one + 3) % 7) + 7) % 7) + 1;

/** Minutes since midnight of a time `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
