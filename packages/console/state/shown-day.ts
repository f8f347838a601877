import type { BusyIntervalView } from '@switchboard/contract/views/schedule-view';
import type { Instant } from '@switchboard/kit/clock';
import { wallOf } from '../i18n/calendar-times.ts';
import type { Texts } from '../i18n/texts.ts';
import { dayState } from './day-state.ts';
import { type DayStrip, dayStrip } from './day-strip.ts';
import type { Locality } from './locality.ts';
import type { CalendarState } from './person-calendar.ts';

export interface ShownAppointment {
  readonly key: string;
  readonly time: string;
  readonly title: string;
  /** Then the title says no more than that. */
  readonly isPrivate: boolean;
  /** Where, and by whom. */
  readonly rest: string;
  readonly status: BusyIntervalView['status'];
  /** In words, where the title does not say it. */
  readonly statusWord: string | undefined;
  readonly isOver: boolean;
}

/** One person's day, ready to show. */
export interface ShownDay {
  /** `Free from 14:30, 09:30 their time` */
  readonly state: string | undefined;
  readonly away: { readonly title: string; readonly message: string | undefined } | undefined;
  readonly strip: DayStrip;
  /** The hours at the strip's ends. */
  readonly ends: readonly [string, string];
  readonly nextFree: string | undefined;
  readonly appointments: readonly ShownAppointment[];
  readonly theirTime: string | undefined;
  /** What is less than one might think, and why. */
  readonly notes: readonly string[];
}

type Calendar = NonNullable<CalendarState['calendar']>;

interface Context {
  readonly now: Instant;
  readonly locality: Locality;
  readonly texts: Texts;
}

export function shownDay({ schedule, detail, from, to }: Calendar, context: Context): ShownDay {
  const { now, locality, texts } = context;
  const { calendar: say } = texts;
  const strip = dayStrip(schedule, { from, to }, locality.timeZone, now);
  const theirs = theirsOf(schedule.timeZone, context);
  const { outOfOffice: away } = schedule;
  return {
    state: stateOf({ schedule, theirs }, context),
    away:
      away === undefined
        ? undefined
        : {
            title: [
              say.outOfOffice,
              ...(away.until === undefined || away.until <= now ? [] : [say.back(away.until, now, locality)]),
            ].join(' · '),
            message: away.message,
          },
    strip,
    ends: [say.clock(strip.from, locality), say.clock(strip.to, locality)],
    nextFree: nextFreeOf(schedule, context),
    appointments: schedule.intervals
      .filter(({ status }) => status !== 'free')
      .map((interval, index) => appointmentOf(interval, index, context)),
    theirTime: theirs === undefined ? undefined : say.theirTime(now, theirs, aheadOf(theirs, context)),
    notes: [
      ...(detail === 'schedule' ? [say.busyOnly] : []),
      ...(schedule.isCoarse === true ? [say.coarse] : []),
    ],
  };
}

/** Their clock, when it shows another time than the operator's. */
function theirsOf(timeZone: string | undefined, context: Context): Locality | undefined {
  if (timeZone === undefined || !isKnown(timeZone)) return undefined;
  const theirs = { ...context.locality, timeZone };
  return aheadOf(theirs, context) === 0 ? undefined : theirs;
}

/** By zone: to ask costs as much as to draw a row. */
const knownZones = new Map<string, boolean>();

/** A browser may know fewer zones than the server. */
function isKnown(timeZone: string): boolean {
  const isSo = knownZones.get(timeZone) ?? canTell(timeZone);
  knownZones.set(timeZone, isSo);
  return isSo;
}

function canTell(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** How many minutes their clock is ahead of the operator's. */
function aheadOf(theirs: Locality, { now, locality }: Context): number {
  const [there, here] = [wallOf(now, theirs), wallOf(now, locality)];
  return ((there.day - here.day) * 24 + there.hour - here.hour) * 60 + there.minute - here.minute;
}

interface Whose {
  readonly schedule: Calendar['schedule'];
  readonly theirs: Locality | undefined;
}

function stateOf({ schedule, theirs }: Whose, { now, locality, texts }: Context): string | undefined {
  const state = dayState(schedule, now);
  if (state === undefined || state.kind === 'away') return undefined;
  const text = texts.calendar.written(state, now, locality);
  const moment =
    state.kind === 'busy' || state.kind === 'free'
      ? state.until
      : state.kind === 'before'
        ? state.from
        : undefined;
  if (theirs === undefined || moment === undefined) return text;
  return texts.calendar.theirs(text, texts.calendar.clock(moment, theirs));
}

/** Said when it is not what is said already: not while they are free, nor when the time of being free is the same. */
function nextFreeOf(schedule: Calendar['schedule'], { now, locality, texts }: Context): string | undefined {
  const { nextFree } = schedule;
  if (nextFree === undefined || nextFree.to <= now) return undefined;
  const state = dayState(schedule, now);
  if (nextFree.from <= now && state?.kind !== 'away') return undefined;
  if (state?.kind === 'busy' && state.until === nextFree.from) return undefined;
  return texts.calendar.nextFree(nextFree.from, nextFree.to, now, locality);
}

function appointmentOf(
  { from, to, status, isPrivate, isAllDay, subject, place, organiser }: BusyIntervalView,
  index: number,
  { now, locality, texts }: Context,
): ShownAppointment {
  const { calendar: say } = texts;
  const word = say.status(status);
  const title = isPrivate === true ? say.private : (subject ?? word);
  return {
    key: `${index} ${from}`,
    time: isAllDay === true ? say.allDay : say.times(from, to, locality),
    title,
    isPrivate: isPrivate === true,
    rest: [place, organiser === undefined ? undefined : say.organiser(organiser)]
      .filter((part) => part !== undefined)
      .join(' · '),
    status,
    statusWord: title === word || status === 'busy' ? undefined : word,
    isOver: to <= now,
  };
}
