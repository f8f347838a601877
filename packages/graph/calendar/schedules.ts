import type { Instant } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import type { GraphClient } from '../client/graph-request.ts';
import { maybe, text } from '../wire/lenient.ts';
import { readODataPage } from '../wire/odata-page.ts';
import { type BusyInterval, intervalsOfView, readScheduleItem } from './busy-interval.ts';
import { type CalendarAsker, calendarRights, ownPath } from './calendar-asker.ts';
import { type CalendarRefusal, calendarRefusal, personRefusal } from './calendar-refusal.ts';
import { type WorkingHours, workingHoursFrom, workingHoursSchema } from './working-hours.ts';

export interface ScheduleQuestion {
  /** SMTP addresses of people and rooms, any number. */
  readonly addresses: readonly string[];
  readonly from: Instant;
  /** Less than 42 days after `from`. */
  readonly to: Instant;
  /** 30 unless given: how fine the schedule of somebody is who shows no more than free and busy. */
  readonly slotMinutes?: number;
}

/** When somebody is busy. */
export interface PersonSchedule {
  readonly intervals: readonly BusyInterval[];
  /** True when the owner shows slots only: starts and ends are as fine as the slots. */
  readonly isCoarse: boolean;
  readonly workingHours?: WorkingHours;
}

export interface Schedules {
  /** By address, in lower case. Somebody whom Graph leaves out is not in it. */
  readonly byAddress: ReadonlyMap<string, Result<PersonSchedule, CalendarRefusal>>;
  /** One sentence for each item that could not be read. For the log. */
  readonly ignored: readonly string[];
}

/** https://learn.microsoft.com/graph/api/calendar-getschedule, read 2026-11-23. */
const mostAddresses = 20;
const longestPeriodMs = 42 * 24 * 3_600_000;
/** As many as a mailbox takes at once; the client's lane holds it, too, against everything else that asks. */
const atOnce = 4;

const scheduleSchema = z.looseObject({
  scheduleId: z.string().min(1),
  availabilityView: text,
  scheduleItems: z.array(z.unknown()).nullish().catch(undefined),
  workingHours: workingHoursSchema,
  error: maybe(z.looseObject({ message: text, responseCode: text })),
});

/**
 * When people are busy, with what their owners show of it to whoever asks; 20 of them in a request. The first problem of
 * a whole request ends it; what is wrong with one person is said of that person.
 */
export async function readSchedules(
  client: GraphClient,
  asker: CalendarAsker,
  question: ScheduleQuestion,
): Promise<Result<Schedules, CalendarRefusal>> {
  const { from, to } = question;
  if (!(from < to && to - from < longestPeriodMs)) {
    return refused({
      code: 'failed',
      message: 'A schedule is asked for less than 42 days, from before to after',
    });
  }
  const addresses = [...new Set(question.addresses.map((address) => address.trim().toLowerCase()))];
  const byAddress = new Map<string, Result<PersonSchedule, CalendarRefusal>>();
  const ignored: string[] = [];
  const parts = partsOf(addresses, mostAddresses);
  for (const together of partsOf(parts, atOnce)) {
    const answers = await Promise.all(
      together.map((part) => ask(client, asker, { ...question, addresses: part })),
    );
    for (const answer of answers) {
      if (!answer.ok) return answer;
      for (const [address, schedule] of answer.value.byAddress) byAddress.set(address, schedule);
      ignored.push(...answer.value.ignored);
    }
  }
  return ok({ byAddress, ignored });
}

const partsOf = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));

/** Without zone and offset, as `dateTimeTimeZone` has it. */
const localUtc = (instant: Instant) => ({
  dateTime: new Date(instant).toISOString().slice(0, 19),
  timeZone: 'UTC',
});

async function ask(
  client: GraphClient,
  asker: CalendarAsker,
  question: ScheduleQuestion,
): Promise<Result<Schedules, CalendarRefusal>> {
  const { addresses, from, to, slotMinutes = 30 } = question;
  const answer = await client.request({
    ...calendarRights(asker),
    method: 'POST',
    path: `${ownPath(asker)}/calendar/getSchedule`,
    headers: { Prefer: 'outlook.timezone="UTC"' },
    body: {
      schedules: addresses,
      startTime: localUtc(from),
      endTime: localUtc(to),
      availabilityViewInterval: Math.min(Math.max(5, slotMinutes), 1_440),
    },
  });
  if (!answer.ok) return refused(calendarRefusal(answer.refusal));
  return readAnswer(answer.value.body, from, slotMinutes * 60_000);
}

/** @param from where the slots begin */
export function readAnswer(body: unknown, from: Instant, slotMs: number): Result<Schedules, CalendarRefusal> {
  const page = readODataPage(body, 'schedules');
  if (!page.ok) return refused(calendarRefusal(page.refusal));
  const byAddress = new Map<string, Result<PersonSchedule, CalendarRefusal>>();
  const ignored: string[] = [];
  for (const [index, item] of page.value.value.entries()) {
    const parsed = scheduleSchema.safeParse(item);
    if (!parsed.success) {
      ignored.push(`value[${index}]: a schedule without an address`);
      continue;
    }
    const { scheduleId, error } = parsed.data;
    const schedule = readSchedule(parsed.data, from, slotMs);
    const isRefused = error !== undefined && schedule.value.intervals.length === 0;
    byAddress.set(
      scheduleId.toLowerCase(),
      isRefused ? refused(personRefusal(error.responseCode, error.message)) : ok(schedule.value),
    );
    ignored.push(...schedule.ignored.map((sentence) => `value[${index}]: ${sentence}`));
  }
  return ok({ byAddress, ignored });
}

function readSchedule(
  said: z.output<typeof scheduleSchema>,
  from: Instant,
  slotMs: number,
): { readonly value: PersonSchedule; readonly ignored: readonly string[] } {
  const intervals: BusyInterval[] = [];
  const ignored: string[] = [];
  for (const [index, item] of (said.scheduleItems ?? []).entries()) {
    const interval = readScheduleItem(item);
    if (interval.ok) intervals.push(interval.value);
    else ignored.push(`scheduleItems[${index}] ${interval.refusal}`);
  }
  const coarse = intervals.length === 0 ? intervalsOfView(said.availabilityView ?? '', from, slotMs) : [];
  const workingHours = workingHoursFrom(said.workingHours);
  const value = {
    intervals: coarse.length > 0 ? coarse : intervals.toSorted((one, other) => one.from - other.from),
    isCoarse: coarse.length > 0,
    ...(workingHours === undefined ? {} : { workingHours }),
  };
  return { value, ignored };
}
