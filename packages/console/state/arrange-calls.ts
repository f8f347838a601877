import type { CallView } from '@switchboard/contract/views/call-view';

/** The live calls as the operator's list has them. */
export interface CallArrangement {
  /** Mine: the one to work on first. */
  readonly mine: readonly CallView[];
  /** What Enter, F9, F8 are about: connecting or connected before held before given out. */
  readonly current: CallView | undefined;
  /** Without an operator yet: those to take, front first, then longest waiting; then those still being greeted. */
  readonly waiting: readonly CallView[];
  /** With other operators. */
  readonly others: readonly CallView[];
  /** How many wait to be taken, and since when the longest does. */
  readonly waitingCount: number;
  readonly longestSince: number | undefined;
}

const isLive = (call: CallView): boolean => call.state !== 'ended';

/** Puts the live calls into their places. `chosen` is the call of mine that the operator picked, if they did. */
export function arrangeCalls(
  calls: Iterable<CallView>,
  operatorId: string,
  chosen: string | undefined,
): CallArrangement {
  const live = Array.from(calls).filter(isLive);
  const mine = live.filter((call) => call.operator?.operatorId === operatorId).toSorted(byUrgency);
  const others = live
    .filter((call) => call.operator !== undefined && call.operator.operatorId !== operatorId)
    .toSorted((a, b) => a.arrivedAt - b.arrivedAt);
  const waiting = live.filter((call) => call.operator === undefined).toSorted(byTurn);
  const takeable = waiting.filter((call) => call.state === 'waiting');
  const arrivals = takeable.map((call) => call.arrivedAt);
  return {
    mine,
    current: mine.find((call) => call.callId === chosen && rank(call) < handedOver) ?? mine.find(isCurrent),
    waiting,
    others,
    waitingCount: takeable.length,
    longestSince: arrivals.length === 0 ? undefined : Math.min(...arrivals),
  };
}

/** The next call to take: the first that the server lets this operator take. */
export const nextToTake = (arrangement: CallArrangement): CallView | undefined =>
  arrangement.waiting.find((call) => call.can.includes('accept'));

const handedOver = 3;
const isCurrent = (call: CallView): boolean => rank(call) < handedOver;

function rank(call: CallView): number {
  switch (call.state) {
    case 'connecting':
    case 'connected':
      return 0;
    case 'held':
      return 1;
    case 'transferring':
      return 2;
    default:
      return handedOver;
  }
}

/** A call that came back stands before one that was only held; among equals the newest. */
function byUrgency(a: CallView, b: CallView): number {
  const cameBack = (call: CallView): number => (call.recall === undefined ? 1 : 0);
  return rank(a) - rank(b) || cameBack(a) - cameBack(b) || b.since - a.since;
}

function byTurn(a: CallView, b: CallView): number {
  const notYet = (call: CallView): number => (call.state === 'waiting' ? 0 : 1);
  return notYet(a) - notYet(b) || Number(b.front) - Number(a.front) || a.arrivedAt - b.arrivedAt;
}
