import type { Instant } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import { dateTimeSchema, instantOf } from '../wire/date-time.ts';
import { flag, member, text } from '../wire/lenient.ts';

/** `elsewhere` is at work, but not where they usually are. */
export type BusyStatus = 'free' | 'tentative' | 'busy' | 'outOfOffice' | 'elsewhere' | 'unknown';

/** A stretch of somebody's calendar. */
export interface BusyInterval {
  readonly from: Instant;
  readonly to: Instant;
  readonly status: BusyStatus;
  /** Then there is neither subject nor place, whatever Graph sent. */
  readonly isPrivate: boolean;
  readonly subject?: string;
  readonly place?: string;
}

const statuses: ReadonlyMap<string, BusyStatus> = new Map([
  ['free', 'free'],
  ['tentative', 'tentative'],
  ['busy', 'busy'],
  ['oof', 'outOfOffice'],
  ['workingelsewhere', 'elsewhere'],
]);

/** `freeBusyStatus` in our words; `unknown` for its own `unknown` and for new ones. */
export const busyStatus = (word: string | undefined): BusyStatus => statuses.get(word ?? '') ?? 'unknown';

const itemSchema = z.looseObject({
  status: member,
  start: dateTimeSchema,
  end: dateTimeSchema,
  isPrivate: flag,
  subject: text,
  location: text,
});

/** One `scheduleItem`, or why it is none. */
export function readScheduleItem(item: unknown): Result<BusyInterval, string> {
  const parsed = itemSchema.safeParse(item);
  if (!parsed.success) return refused('no schedule item');
  const { status, start, end, isPrivate = false, subject, location } = parsed.data;
  const [from, to] = [instantOf(start), instantOf(end)];
  if (from === undefined || to === undefined) return refused('without a start and an end that can be read');
  if (to < from) return refused('ends before it starts');
  const interval = { from, to, status: busyStatus(status), isPrivate };
  if (isPrivate) return ok(interval);
  return ok({
    ...interval,
    ...(subject === undefined ? {} : { subject }),
    ...(location === undefined ? {} : { place: location }),
  });
}

/** https://learn.microsoft.com/graph/api/resources/scheduleinformation, read 2026-11-23. Elsewhere comes as 0 in newer answers. */
const viewStatuses: ReadonlyMap<string, BusyStatus> = new Map([
  ['1', 'tentative'],
  ['2', 'busy'],
  ['3', 'outOfOffice'],
  ['4', 'elsewhere'],
]);

/** Intervals out of an `availabilityView`, a digit for each slot: all that some owners show. */
export function intervalsOfView(view: string, from: Instant, slotMs: number): readonly BusyInterval[] {
  const intervals: BusyInterval[] = [];
  let last: { -readonly [Key in keyof BusyInterval]: BusyInterval[Key] } | undefined;
  for (const [index, digit] of [...view].entries()) {
    const status = viewStatuses.get(digit);
    const start = from + index * slotMs;
    if (status !== undefined && last?.status === status && last.to === start) {
      last.to = start + slotMs;
    } else if (status !== undefined) {
      last = { from: start, to: start + slotMs, status, isPrivate: false };
      intervals.push(last);
    }
  }
  return intervals;
}
