import { unreachable } from '@switchboard/kit/assert';
import type { Instant } from '@switchboard/kit/clock';
import type { CallId, PersonId } from '../ids.ts';
import type { Strategy } from './queue.ts';
import { compareIds, compareInLine, type InLine } from './waiting-order.ts';

/** A call of the queue that waits. */
export interface WaitingCall extends InLine {
  /** Whom it is offered to, and until when. */
  readonly offer?: { readonly operatorIds: readonly PersonId[]; readonly until: Instant };
  /** Who declined it or let an offer of it time out, and how often. */
  readonly refusedBy: readonly { readonly operatorId: PersonId; readonly times: number }[];
}

/** An operator of the queue. Each is there once. */
export interface QueueOperator {
  readonly operatorId: PersonId;
  /** Could take a call at once: has a console, is not on a break, in no call, in no wrap-up. */
  readonly isAvailable: boolean;
  /** When their last call ended, or they came. */
  readonly idleSince: Instant;
  /** Their place in the strategy `ordered`: the lower, the sooner. */
  readonly rank: number;
  /**
   * When a call was last offered to them, of any queue; undefined: never. Offers made at the same moment leave a tie,
   * which goes to whoever is idle longer.
   */
  readonly lastOfferedAt?: Instant;
  /** The call that is offered to them now, of any queue. */
  readonly offeredCallId?: CallId;
}

export interface Distribution {
  readonly strategy: Strategy;
  readonly calls: readonly WaitingCall[];
  readonly operators: readonly QueueOperator[];
  readonly now: Instant;
}

/** To be made now. */
export interface Offer {
  readonly callId: CallId;
  /** At least one. */
  readonly operatorIds: readonly PersonId[];
}

/**
 * Whom to offer which waiting calls to, in the order of the line ({@link compareInLine}). A call that is offered
 * already is left alone, and so is an operator who has an offer; an offer whose time is over counts as refused by all
 * who had it, whether or not that is recorded yet.
 *
 * - `pick`: nothing is offered, since everybody sees every call.
 * - `allAtOnce`: the first call goes to everybody who is free.
 * - `longestIdle`, `roundRobin`, `ordered`: each call goes to one operator: idle longest, not asked for longest, lowest
 *   in rank. Whoever refused this very call comes after all who refused it less often.
 *
 * Ties are broken by id, so the same question has the same answer on every server.
 */
export function distribute({ strategy, calls, operators, now }: Distribution): readonly Offer[] {
  if (strategy === 'pick') return [];
  const occupied = new Set(
    calls.flatMap((call) => (isOffered(call, now) ? (call.offer?.operatorIds ?? []) : [])),
  );
  const lapsed = new Set(calls.filter((call) => !isOffered(call, now)).map(({ callId }) => callId));
  let free = operators
    .filter(
      ({ operatorId, isAvailable, offeredCallId }) =>
        isAvailable &&
        !occupied.has(operatorId) &&
        (offeredCallId === undefined || lapsed.has(offeredCallId)),
    )
    .toSorted(orderBy(strategy));
  const offers: Offer[] = [];
  for (const call of calls.filter((one) => !isOffered(one, now)).toSorted(compareInLine)) {
    const chosen = strategy === 'allAtOnce' ? free : leastRefusing(call, free);
    if (chosen.length === 0) break;
    offers.push({ callId: call.callId, operatorIds: chosen.map(({ operatorId }) => operatorId) });
    free = free.filter((operator) => !chosen.includes(operator));
  }
  return offers;
}

const isOffered = ({ offer }: WaitingCall, now: Instant): boolean => offer !== undefined && offer.until > now;

/** The first of those who refused the call least often; nobody if nobody is free. */
function leastRefusing(call: WaitingCall, free: readonly QueueOperator[]): readonly QueueOperator[] {
  const times = (operator: QueueOperator): number => timesRefused(call, operator);
  const least = free.reduce(
    (fewest, operator) => Math.min(fewest, times(operator)),
    Number.POSITIVE_INFINITY,
  );
  return free.filter((operator) => times(operator) === least).slice(0, 1);
}

/** An offer that is still there is over, since a call with another one is not distributed. */
function timesRefused({ refusedBy, offer }: WaitingCall, { operatorId }: QueueOperator): number {
  const recorded = refusedBy.find((refusal) => refusal.operatorId === operatorId)?.times ?? 0;
  return recorded + (offer?.operatorIds.includes(operatorId) === true ? 1 : 0);
}

type Order = (a: QueueOperator, b: QueueOperator) => number;

function orderBy(strategy: Exclude<Strategy, 'pick'>): Order {
  const byId: Order = (a, b) => compareIds(a.operatorId, b.operatorId);
  switch (strategy) {
    case 'allAtOnce':
      return byId;
    case 'longestIdle':
      return (a, b) => a.idleSince - b.idleSince || byId(a, b);
    case 'roundRobin':
      return (a, b) => lastAsked(a) - lastAsked(b) || a.idleSince - b.idleSince || byId(a, b);
    case 'ordered':
      return (a, b) => a.rank - b.rank || a.idleSince - b.idleSince || byId(a, b);
    default:
      return unreachable(strategy);
  }
}

/** Who was never asked comes before all who were; a number of its own, since two infinities have no difference. */
const lastAsked = ({ lastOfferedAt }: QueueOperator): Instant => lastOfferedAt ?? Number.MIN_SAFE_INTEGER;
