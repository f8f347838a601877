import type { PersonId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { StoredSubscription } from '@switchboard/store/presence/subscriptions';

export interface PlanInput {
  /** Whom the screens show, and who is near, the most important first. */
  readonly wanted: readonly PersonId[];
  /** Operators by whose rights Graph may be asked. */
  readonly hosts: readonly PersonId[];
  readonly subscriptions: readonly StoredSubscription[];
  /** People whom one subscription may be about. */
  readonly most: number;
  readonly now: Instant;
}

export interface Plan {
  /** A subscription that is to be made, in the place of the host's own if there is one. */
  readonly make?: { readonly host: PersonId; readonly personIds: readonly PersonId[] };
  /** Hosts whose subscription is about nobody any more. */
  readonly end: readonly string[];
}

/** A subscription is not made anew for a newcomer before then: each time is a moment in which nothing is told. */
const leastLife = 120_000;

/**
 * Which subscription to make next. Everybody is covered once, by whichever operator's rights: another would only double
 * what Graph tells. A host without room is left alone; one that has some takes the newcomers when it is old enough.
 */
export function planSubscriptions({ wanted, hosts, subscriptions, most, now }: PlanInput): Plan {
  const wantedSet = new Set(wanted);
  const live = subscriptions.filter(
    ({ subscriptionId, expiresAt }) => subscriptionId !== undefined && expiresAt > now,
  );
  const usefulOf = (each: StoredSubscription): readonly PersonId[] =>
    each.personIds.filter((id) => wantedSet.has(id));
  const end = live.filter((each) => usefulOf(each).length === 0).map(({ host }) => host);
  const covered = new Set(live.flatMap(({ personIds }) => [...personIds]));
  const uncovered = wanted.filter((id) => !covered.has(id));
  if (uncovered.length === 0) return { end };
  const byHost = new Map(subscriptions.map((each) => [each.host, each]));
  const isLive = new Set(live.map(({ host }) => host));
  const grown = live
    .filter(
      (each) => now - each.madeAt >= leastLife && usefulOf(each).length < most && !end.includes(each.host),
    )
    .toSorted((one, other) => one.personIds.length - other.personIds.length)[0];
  const host = hosts.find((id) => id === grown?.host);
  if (grown !== undefined && host !== undefined)
    return { end, make: { host, personIds: [...usefulOf(grown), ...uncovered].slice(0, most) } };
  // One that is young has room soon: no other is made for those who would fit.
  const roomSoon = live.reduce((sum, each) => sum + most - usefulOf(each).length, 0);
  if (live.length > end.length && uncovered.length <= roomSoon) return { end };
  const free = hosts.find((id) => !isLive.has(id) && (byHost.get(id)?.dueAt ?? 0) <= now);
  if (free === undefined) return { end };
  return { end, make: { host: free, personIds: uncovered.slice(0, most) } };
}
