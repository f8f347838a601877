import type { Instant } from '@switchboard/kit/clock';
import { firstInstantOf, localTimeAt } from '../hours/local-time.ts';

/** A stretch of time; `to` is no longer in it. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

const dayMs = 24 * 3_600_000;

/**
 * The day of a zone's calendar in which a moment lies, midnight to midnight: 23 or 25 hours where the clock changes, and
 * from the first moment of the date where midnight itself is skipped. An unknown zone is a `RangeError`: names are
 * checked with `isTimeZone` where they come in.
 */
export function dayAround(timeZone: string, at: Instant): Period {
  const midnight = Math.floor(localTimeAt(timeZone, at) / dayMs) * dayMs;
  return { from: firstInstantOf(timeZone, midnight), to: firstInstantOf(timeZone, midnight + dayMs) };
}
