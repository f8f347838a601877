import type { Instant } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import type { GraphClient } from '../client/graph-request.ts';
import { dateTimeSchema, instantOf } from '../wire/date-time.ts';
import { flag, maybe, member, text } from '../wire/lenient.ts';
import { readODataPage } from '../wire/odata-page.ts';
import { type BusyInterval, busyStatus } from './busy-interval.ts';
import { type CalendarAsker, calendarRights, mailboxPath } from './calendar-asker.ts';
import { type CalendarRefusal, calendarRefusal } from './calendar-refusal.ts';

/** An appointment, one for each time that a series comes up. */
export interface CalendarEntry extends BusyInterval {
  /** Then it begins and ends at midnight by the zone that was asked for. */
  readonly isAllDay: boolean;
  /** Absent for a private entry. */
  readonly organiser?: string;
}

export interface CalendarQuestion {
  /** Object id or user principal name of the owner. */
  readonly who: string;
  readonly from: Instant;
  readonly to: Instant;
  /** By whose midnight all-day entries begin: a Windows or an IANA name. UTC unless given. */
  readonly timeZone?: string;
}

export interface CalendarView {
  /** In the order of their start. */
  readonly entries: readonly CalendarEntry[];
  /** False when there are more than are read. */
  readonly isWhole: boolean;
  readonly ignored: readonly string[];
}

const fields = 'subject,start,end,showAs,isAllDay,sensitivity,organizer,location,isCancelled';
/** The default is ten. */
const pageSize = 100;
/** A thousand appointments are a loop, or nobody's working week. */
const mostPages = 10;

const eventSchema = z.looseObject({
  subject: text,
  start: dateTimeSchema,
  end: dateTimeSchema,
  showAs: member,
  isAllDay: flag,
  sensitivity: member,
  isCancelled: flag,
  organizer: maybe(z.looseObject({ emailAddress: maybe(z.looseObject({ name: text, address: text })) })),
  location: maybe(z.looseObject({ displayName: text })),
});

/**
 * The appointments of one person, as far as they show them to whoever asks. A calendar that is not shared with an
 * operator is the refusal `noRight` (docs/graph/calendars-of-others.md); its free and busy times come by
 * `readSchedules` all the same.
 */
export async function readCalendar(
  client: GraphClient,
  asker: CalendarAsker,
  { who, from, to, timeZone = 'UTC' }: CalendarQuestion,
): Promise<Result<CalendarView, CalendarRefusal>> {
  const period = `startDateTime=${isoOf(from)}&endDateTime=${isoOf(to)}`;
  const shape = `$select=${fields}&$orderby=start/dateTime&$top=${pageSize}`;
  const entries: CalendarEntry[] = [];
  const ignored: string[] = [];
  let path: string | undefined = `${mailboxPath(who, asker.operator)}/calendarView?${period}&${shape}`;
  for (let pages = 0; path !== undefined && pages < mostPages; pages += 1) {
    const answer = await client.request({
      ...calendarRights(asker),
      method: 'GET',
      path,
      headers: { Prefer: `outlook.timezone="${timeZone.replace(/[^\w .+/()-]/g, '')}"` },
    });
    const page = answer.ok ? readODataPage(answer.value.body, 'appointments') : answer;
    if (!page.ok) return refused(calendarRefusal(page.refusal));
    for (const item of page.value.value) {
      const entry = readEvent(item);
      if (!entry.ok) ignored.push(`appointment ${entries.length + ignored.length}: ${entry.refusal}`);
      else if (entry.value !== undefined) entries.push(entry.value);
    }
    path = page.value.nextLink;
  }
  return ok({ entries, isWhole: path === undefined, ignored });
}

const isoOf = (instant: Instant): string => new Date(instant).toISOString();

/** Whoever does not say that an appointment is normal or personal keeps it to themselves. */
const isOpen = (sensitivity: string | undefined): boolean =>
  sensitivity === undefined || sensitivity === 'normal' || sensitivity === 'personal';

/** One `event`; undefined for one that was called off. */
export function readEvent(item: unknown): Result<CalendarEntry | undefined, string> {
  const parsed = eventSchema.safeParse(item);
  if (!parsed.success) return refused('no event');
  const { subject, showAs, isAllDay = false, sensitivity, organizer, location } = parsed.data;
  if (parsed.data.isCancelled === true) return ok(undefined);
  const [from, to] = [instantOf(parsed.data.start), instantOf(parsed.data.end)];
  if (from === undefined || to === undefined) return refused('without a start and an end that can be read');
  if (to < from) return refused('ends before it starts');
  const isPrivate = !isOpen(sensitivity);
  const entry = { from, to, status: busyStatus(showAs), isPrivate, isAllDay };
  if (isPrivate) return ok(entry);
  const organiser = organizer?.emailAddress?.name ?? organizer?.emailAddress?.address;
  const place = location?.displayName;
  return ok({
    ...entry,
    ...(subject === undefined ? {} : { subject }),
    ...(place === undefined ? {} : { place }),
    ...(organiser === undefined ? {} : { organiser }),
  });
}
