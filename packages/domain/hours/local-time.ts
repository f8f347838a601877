import type { Instant } from '@switchboard/kit/clock';
import { offsetAt } from './zone-offset.ts';

/**
 * What clocks and calendars of a zone show, as milliseconds: the instant at which UTC shows the same. 09:00 on
 * 2026-03-02 is the same local time in every zone, and another instant in each.
 */
export type LocalTime = number;

const second = 1_000;
/** No zone was ever farther from UTC than this. */
const farthest = 16 * 60 * 60 * second;

export const localTimeAt = (timeZone: string, instant: Instant): LocalTime =>
  instant + offsetAt(timeZone, instant);

/**
 * When the zone's clock first shows this time or a later one: of a time that exists twice the first, of one that is
 * skipped the moment after the gap.
 */
export function firstInstantOf(timeZone: string, local: LocalTime): Instant {
  const { before, after, change } = aroundOf(timeZone, local);
  const early = local - before;
  return change === undefined || early < change ? early : Math.max(change, local - after);
}

/**
 * When the zone's clock last shows this time or an earlier one: of a time that exists twice the second, of one that is
 * skipped the moment after the gap.
 */
export function lastInstantOf(timeZone: string, local: LocalTime): Instant {
  const { before, after, change } = aroundOf(timeZone, local);
  const late = local - after;
  return change === undefined || late >= change ? late : Math.min(change, local - before);
}

/** The offsets on both sides of a local time, and the moment between them at which they change, if they do. */
function aroundOf(
  timeZone: string,
  local: LocalTime,
): { readonly before: number; readonly after: number; readonly change?: Instant } {
  const before = offsetAt(timeZone, local - farthest);
  const after = offsetAt(timeZone, local + farthest);
  if (before === after) return { before, after };
  // Clocks change at whole seconds, and opening times are whole minutes.
  let low = local - farthest;
  let high = local + farthest;
  while (high - low > second) {
    const middle = low + Math.floor((high - low) / (2 * second)) * second;
    if (offsetAt(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  return { before, after, change: high };
}
