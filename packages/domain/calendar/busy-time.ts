import type { Instant } from '@switchboard/kit/clock';
import type { Period } from './day.ts';

/** `elsewhere` is at work, but not where they usually are. */
export type BusyStatus = 'free' | 'tentative' | 'busy' | 'outOfOffice' | 'elsewhere' | 'unknown';

/** A stretch of somebody's calendar. */
export interface BusyTime extends Period {
  readonly status: BusyStatus;
}

/** Whether somebody cannot be had then. What is only tentative, or elsewhere, leaves them free. */
export const isTaken = ({ status }: BusyTime): boolean => status === 'busy' || status === 'outOfOffice';

/** Times in which somebody cannot be had, in order, those that touch or overlap as one. */
export function takenTimes(times: readonly BusyTime[]): readonly Period[] {
  const merged: { from: Instant; to: Instant }[] = [];
  for (const { from, to } of times.filter(isTaken).toSorted((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else if (from < to) merged.push({ from, to });
  }
  return merged;
}

/** When somebody is free next: from when on, and until when, if that lies before the end of what is known. */
export interface FreeTime {
  readonly from: Instant;
  readonly until?: Instant;
}

/**
 * The free time at a moment, or the next one after it, however short.
 *
 * @param end of what is known; undefined comes back when they are not free before it
 */
export function freeTime(times: readonly BusyTime[], at: Instant, end: Instant): FreeTime | undefined {
  const taken = takenTimes(times);
  const from = taken.find((time) => time.from <= at && at < time.to)?.to ?? at;
  if (from >= end) return undefined;
  const until = taken.find((time) => time.from > from)?.from;
  return until === undefined || until >= end ? { from } : { from, until };
}
