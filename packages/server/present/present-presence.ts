import type { PresenceView } from '@switchboard/contract/views/presence-view';
import type { Instant } from '@switchboard/kit/clock';
import type { StoredPresence } from '@switchboard/store/presence/presences';

/**
 * How old a presence of each ring may become before a screen says so, in milliseconds: what is read every 2, 10 and 60
 * seconds, with room for a reading that fails.
 */
export const promisedFor = { screen: 10_000, desk: 10_000, near: 30_000, everybody: 150_000 } as const;

/** @param asOf when Microsoft last said, or confirmed, it */
export function presentPresence(
  presence: StoredPresence,
  { asOf, promise, now }: { readonly asOf: Instant; readonly promise: number; readonly now: Instant },
): PresenceView {
  const { personId, availability, activity, details, coveredUntil = 0 } = presence;
  const { outOfOffice, statusMessage, statusMessageUntil, workLocation } = details;
  const isCovered = coveredUntil > now;
  const isOver = statusMessageUntil !== undefined && statusMessageUntil <= now;
  return {
    personId,
    availability,
    activity,
    asOf,
    source: isCovered ? 'subscription' : 'poll',
    staleAt: isCovered ? Math.max(coveredUntil, asOf + promise) : asOf + promise,
    ...(outOfOffice === undefined ? {} : { outOfOffice }),
    ...(statusMessage === undefined || isOver ? {} : { statusMessage }),
    ...(statusMessageUntil === undefined || isOver ? {} : { statusMessageUntil }),
    ...(workLocation === undefined ? {} : { workLocation }),
  };
}
