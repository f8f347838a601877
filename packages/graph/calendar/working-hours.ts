import type { Instant } from '@switchboard/kit/clock';
import * as z from 'zod';
import { integer, maybe, member, text } from '../wire/lenient.ts';
import { type ClockChange, type TimeZone, timeZone, type Weekday, zoneOffset } from '../wire/time-zone.ts';

/** When somebody works, week for week, by their own clock. */
export interface WorkingHours {
  readonly days: readonly Weekday[];
  /** Minutes after midnight. An end at or before the start is on the next day. */
  readonly from: number;
  readonly to: number;
  readonly zone: TimeZone;
}

const weekdays: readonly string[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

const weekdayOf = (word: string | undefined): Weekday | undefined => {
  const index = weekdays.indexOf(word ?? '');
  return index < 0 ? undefined : (index as Weekday);
};

const changeSchema = maybe(
  z.looseObject({
    month: integer,
    dayOfWeek: member,
    dayOccurrence: integer,
    time: text,
    daylightBias: integer,
  }),
);

/** `timeZoneBase`, and what `customTimeZone` has beside the name (https://learn.microsoft.com/graph/api/resources/customtimezone). */
const zoneSchema = maybe(
  z.looseObject({ name: text, bias: integer, standardOffset: changeSchema, daylightOffset: changeSchema }),
);

export const workingHoursSchema = maybe(
  z.looseObject({
    daysOfWeek: z.array(z.unknown()).catch([]),
    startTime: text,
    endTime: text,
    timeZone: zoneSchema,
  }),
);

/** Undefined when they are not said, or cannot be understood as a whole. */
export function workingHoursFrom(said: z.output<typeof workingHoursSchema>): WorkingHours | undefined {
  if (said === undefined) return undefined;
  const days = said.daysOfWeek.flatMap((day) => {
    const weekday = typeof day === 'string' ? weekdayOf(day.trim().toLowerCase()) : undefined;
    return weekday === undefined ? [] : [weekday];
  });
  const from = minuteOf(said.startTime);
  const to = minuteOf(said.endTime);
  const zone = zoneFrom(said.timeZone);
  if (days.length === 0 || from === undefined || to === undefined || zone === undefined) return undefined;
  return { days: [...new Set(days)], from, to, zone };
}

/** Minutes after midnight of `08:30:00.0000000`. */
function minuteOf(time: string | undefined): number | undefined {
  const [, hour, minute] = /^(\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?$/.exec(time ?? '') ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return hour !== undefined && Number(minute) < 60 && minutes <= 24 * 60 ? minutes : undefined;
}

type GraphZone = z.output<typeof zoneSchema>;

/** A zone by its name; one that a mailbox describes itself by the description. */
function zoneFrom(said: GraphZone): TimeZone | undefined {
  const named = said?.name === undefined ? undefined : timeZone(said.name);
  if (named !== undefined) return named;
  // Ahead of UTC by a day at most: what is more is no zone.
  if (said?.bias === undefined || Math.abs(said.bias) > 24 * 60) return undefined;
  const toWinter = changeFrom(said.standardOffset);
  const toSummer = changeFrom(said.daylightOffset);
  const summer =
    Math.abs(said.daylightOffset?.daylightBias ?? 0) > 180 ? 0 : -(said.daylightOffset?.daylightBias ?? 0);
  return {
    kind: 'custom',
    // Outlook counts from local time to UTC.
    offset: -said.bias,
    summer: toWinter === undefined || toSummer === undefined ? 0 : summer,
    ...(toWinter === undefined ? {} : { toWinter }),
    ...(toSummer === undefined ? {} : { toSummer }),
  };
}

function changeFrom(said: z.output<typeof changeSchema>): ClockChange | undefined {
  const weekday = weekdayOf(said?.dayOfWeek);
  const minute = minuteOf(said?.time);
  const month = said?.month ?? 0;
  const occurrence = said?.dayOccurrence ?? 0;
  const isReal = month >= 1 && month <= 12 && occurrence >= 1 && occurrence <= 5;
  return isReal && weekday !== undefined && minute !== undefined
    ? { month, weekday, occurrence, minute }
    : undefined;
}

/** Whether somebody with these hours works at that moment. */
export function isWorkingTime({ days, from, to, zone }: WorkingHours, at: Instant): boolean {
  const local = new Date(at + zoneOffset(zone, at));
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
  const today = local.getUTCDay() as Weekday;
  const yesterday = ((today + 6) % 7) as Weekday;
  if (from < to) return days.includes(today) && from <= minute && minute < to;
  return (days.includes(today) && minute >= from) || (days.includes(yesterday) && minute < to);
}
