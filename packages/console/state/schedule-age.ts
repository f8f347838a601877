import type { ScheduleView } from '@switchboard/contract/views/schedule-view';
import type { Instant } from '@switchboard/kit/clock';

/** A day that was told, and when. */
export interface ToldDay {
  /** When it was asked for last, with or without success. */
  readonly askedAt: Instant;
  readonly readAt: Instant;
  /** When the day ends. */
  readonly to: Instant;
  /** Absent: Microsoft says nothing of this person. */
  readonly schedule: ScheduleView | undefined;
  /** The last question failed; what is there is of an earlier one. */
  readonly isFailing: boolean;
}

/** Somebody may put an appointment in at any time; what Microsoft said is remembered for a minute by the server. */
const refreshEvery = 3 * 60_000;
/** What Microsoft could not tell is asked for again with the next minute. */
const retryAfter = 50_000;
/** Older than this a day says nothing any more. */
const tooOld = 15 * 60_000;

/** Whether it is time to ask anew: it is old, a free or busy time that it tells of has ended, or the day has. */
export function isDue({ askedAt, to, schedule, isFailing }: ToldDay, now: Instant): boolean {
  if (now - askedAt >= (isFailing ? retryAfter : refreshEvery) || now >= to) return true;
  const turns = [schedule?.freeFrom, schedule?.freeUntil, schedule?.outOfOffice?.until];
  return turns.some((turn) => turn !== undefined && turn > askedAt && turn <= now);
}

/** Whether it must not be shown any more. */
export const isOver = ({ readAt, to }: ToldDay, now: Instant): boolean => now >= to || now - readAt > tooOld;
