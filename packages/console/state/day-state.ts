import type { ScheduleView } from '@switchboard/contract/views/schedule-view';
import type { Instant } from '@switchboard/kit/clock';

/**
 * How it stands with somebody's day at a moment:
 * `away` out of office, `free` now, `busy` until they are free, `full` not free any more today, `before` and `after`
 * their working day, `off` a day on which they do not work.
 */
export type DayState =
  | { readonly kind: 'away'; readonly back?: Instant }
  | { readonly kind: 'free'; readonly until?: Instant }
  | { readonly kind: 'busy'; readonly until: Instant }
  | { readonly kind: 'full' }
  | { readonly kind: 'before'; readonly from: Instant }
  | { readonly kind: 'after'; readonly since: Instant }
  | { readonly kind: 'off' };

/**
 * Undefined: nothing can be said, or no longer, since what was told is over.
 *
 * @param now the server's time
 */
export function dayState(schedule: ScheduleView, now: Instant): DayState | undefined {
  const { problem, outOfOffice, freeFrom, freeUntil, workingDay, isDayOff } = schedule;
  if (problem !== undefined) return undefined;
  if (outOfOffice !== undefined) {
    const back = outOfOffice.until;
    return back === undefined ? { kind: 'away' } : back > now ? { kind: 'away', back } : undefined;
  }
  if (isDayOff === true) return { kind: 'off' };
  if (workingDay !== undefined && now >= workingDay.to) return { kind: 'after', since: workingDay.to };
  if (workingDay !== undefined && now < workingDay.from) return { kind: 'before', from: workingDay.from };
  if (freeFrom === undefined || (workingDay !== undefined && freeFrom >= workingDay.to))
    return { kind: 'full' };
  if (freeFrom > now) return { kind: 'busy', until: freeFrom };
  if (freeUntil !== undefined && freeUntil <= now) return undefined;
  const until = Math.min(freeUntil ?? Number.POSITIVE_INFINITY, workingDay?.to ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(until) ? { kind: 'free', until } : { kind: 'free' };
}
