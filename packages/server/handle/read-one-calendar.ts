import type { Period } from '@switchboard/domain/calendar/day';
import type { Person } from '@switchboard/domain/directory/person';
import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { BusyInterval } from '@switchboard/graph/calendar/busy-interval';
import type { CalendarEntry } from '@switchboard/graph/calendar/calendar-view';
import type { MailboxSettings } from '@switchboard/graph/calendar/mailbox-settings';
import type { Instant } from '@switchboard/kit/clock';
import { ok, refused } from '@switchboard/kit/result';
import type { Away, PersonTime } from '../present/present-schedule.ts';
import type { OperatorCalendars } from './operator-calendars.ts';
import { addressOf, type ReadTime, timeOf } from './read-many-days.ts';

export interface OneCalendarParts {
  readonly calendars: OperatorCalendars;
  /** What presence, which the application may read, says of somebody who is away; undefined: nothing. */
  readonly away: (tenantId: TenantId, personId: PersonId) => Promise<Away | undefined>;
  /** Whether colleagues' mailbox settings are worth a question, and that they are not. */
  readonly settings: {
    readonly isClosed: (operator: Operator) => boolean;
    readonly close: (operator: Operator) => void;
  };
}

export interface OneCalendar {
  readonly detail: 'calendar' | 'schedule';
  readonly time: ReadTime;
}

interface CalendarWanted {
  readonly person: Person;
  readonly day: Period;
  readonly timeZone: string;
  readonly now: Instant;
}

/** How far the next free time, and the end of an absence, is looked for. */
const lookAhead = 14 * 24 * 3_600_000;

/**
 * One person's appointments of a day, and when they are free next: of their calendar where they share it, else of their
 * schedule. The refusal is of the schedule, which shows the least.
 */
export async function readOneCalendar(
  parts: OneCalendarParts,
  operator: Operator,
  { person, day, timeZone, now }: CalendarWanted,
): Promise<OneCalendar> {
  const { calendars } = parts;
  const known: Period = { from: day.from, to: day.to + lookAhead };
  const [entries, schedules, presence, settings] = await Promise.all([
    calendars.appointments(operator, { who: person.personId, ...day, timeZone }),
    calendars.schedules(operator, { addresses: [addressOf(person)], ...known }),
    parts.away(operator.tenantId, person.personId),
    readSettings(parts, operator, person),
  ]);
  const schedule = schedules.ok ? schedules.value.byAddress.get(addressOf(person)) : undefined;
  const busy: ReadTime = schedules.ok
    ? schedule === undefined
      ? refused('unavailable')
      : timeOf(schedule, known)
    : refused(schedules.refusal);
  const more = moreOf(settings, presence, now);
  if (!entries.ok) {
    return { detail: 'schedule', time: busy.ok ? ok({ ...busy.value, ...more }) : busy };
  }
  const time: PersonTime = {
    ...(busy.ok ? busy.value : { known: day }),
    ...more,
    isCoarse: false,
    intervals: together(entries.value.entries, busy.ok ? busy.value.intervals : [], day),
  };
  return { detail: 'calendar', time: ok(time) };
}

/** Of oneself always; of others until Microsoft has said that it does not show them. */
async function readSettings(
  { calendars, settings }: OneCalendarParts,
  operator: Operator,
  { personId }: Person,
): Promise<MailboxSettings | undefined> {
  const isOwn = personId === operator.operatorId;
  if (!isOwn && settings.isClosed(operator)) return undefined;
  const read = await calendars.settings(operator, personId);
  if (read.ok) return read.value;
  if (!isOwn && read.refusal === 'noRight') settings.close(operator);
  return undefined;
}

function moreOf(
  settings: MailboxSettings | undefined,
  presence: Away | undefined,
  now: Instant,
): Pick<PersonTime, 'away' | 'timeZone' | 'workingHours'> {
  const away = awayBy(settings, now) ?? presence;
  return {
    ...(away === undefined ? {} : { away }),
    ...(settings?.timeZone === undefined ? {} : { timeZone: settings.timeZone }),
    ...(settings?.workingHours === undefined ? {} : { workingHours: settings.workingHours }),
  };
}

/** An automatic reply that holds now. */
function awayBy(settings: MailboxSettings | undefined, now: Instant): Away | undefined {
  const reply = settings?.automaticReply;
  if (reply === undefined || (reply.from ?? now) > now || (reply.until ?? now + 1) <= now) return undefined;
  return {
    ...(reply.text === undefined ? {} : { message: reply.text }),
    ...(reply.until === undefined ? {} : { until: reply.until }),
  };
}

/**
 * The appointments of the day, and behind it what the schedule knows of later. A private appointment that the calendar
 * hides from others takes up its time all the same.
 */
function together(
  entries: readonly CalendarEntry[],
  busy: readonly BusyInterval[],
  day: Period,
): PersonTime['intervals'] {
  const isTold = ({ from, to }: BusyInterval): boolean =>
    entries.some((entry) => entry.from === from && entry.to === to);
  const isOfDay = ({ from, to }: BusyInterval): boolean => from < day.to && to > day.from;
  const others = busy.filter((each) => (isOfDay(each) ? each.isPrivate && !isTold(each) : true));
  return [...entries, ...others].toSorted((one, other) => one.from - other.from);
}
