import type { CallView } from '@switchboard/contract/views/call-view';
import { unreachable } from '@switchboard/kit/assert';

/** The live calls as the operator's list has them. */
export interface CallArrangement {
  /** Mine, the one to work on first: all of `talking`, `held` and `givenOut`. */
  readonly mine: readonly CallView[];
  /** What Enter, F9, F8 are about: talking before held before given out. */
  readonly current: CallView | undefined;
  /** Offered to this operator, the next to end first. */
  readonly offered: readonly CallView[];
  /** Mine: ringing at the operator's, talking, asking a colleague, together; and given out while it may come back. */
  readonly talking: readonly CallView[];
  readonly held: readonly CallView[];
  /** Mine no more, and still looked after. */
  readonly givenOut: readonly CallView[];
  /** Without an operator yet: in the order in which they are to be taken; then those that hear an announcement. */
  readonly waiting: readonly CallView[];
  /** By their slots. */
  readonly parked: readonly CallView[];
  readonly camped: readonly CallView[];
  /** With other operators. */
  readonly others: readonly CallView[];
  /** How many wait to be taken, the offered ones too, and since when the longest does. */
  readonly waitingCount: number;
  readonly longestSince: number | undefined;
}

type Section = 'offered' | 'talking' | 'held' | 'givenOut' | 'waiting' | 'parked' | 'camped' | 'others';

/** Puts the live calls into their places. `chosen` is the call of mine that the operator picked, if they did. */
export function arrangeCalls(
  calls: Iterable<CallView>,
  operatorId: string,
  chosen: string | undefined,
): CallArrangement {
  const live = Array.from(calls).filter((call) => call.state !== 'ended');
  const mine = live.filter((call) => call.operator?.operatorId === operatorId).toSorted(byUrgency);
  const isMine = new Set(mine);
  const at = (section: Section, from: readonly CallView[] = live): readonly CallView[] =>
    from.filter((call) => sectionOf(call, isMine.has(call)) === section);
  const offered = at('offered').toSorted((a, b) => (a.offer?.until ?? 0) - (b.offer?.until ?? 0));
  const waiting = at('waiting').toSorted(byTurn);
  const arrivals = [...offered, ...waiting].filter(isWaiting).map((call) => call.arrivedAt);
  return {
    mine,
    current: mine.find((call) => call.callId === chosen && isCurrent(call)) ?? mine.find(isCurrent),
    offered,
    talking: at('talking', mine),
    held: at('held', mine),
    givenOut: at('givenOut', mine),
    waiting,
    parked: at('parked').toSorted((a, b) => (a.slot ?? 0) - (b.slot ?? 0)),
    camped: at('camped').toSorted(byArrival),
    others: at('others').toSorted(byArrival),
    waitingCount: arrivals.length,
    longestSince: arrivals.length === 0 ? undefined : Math.min(...arrivals),
  };
}

/** The next call to take: what is offered, or the first that the server lets this operator take. */
export const nextToTake = ({ offered, waiting }: CallArrangement): CallView | undefined =>
  [...offered, ...waiting].find((call) => call.can.includes('accept'));

function sectionOf(call: CallView, isMine: boolean): Section {
  if (call.state === 'parked' || call.state === 'camped') return call.state;
  if (isMine) {
    if (call.state === 'held') return 'held';
    return isCurrent(call) && !hasLeft(call) ? 'talking' : 'givenOut';
  }
  if (call.operator !== undefined || call.state === 'handedOver') return 'others';
  return call.offer === undefined ? 'waiting' : 'offered';
}

const isWaiting = (call: CallView): boolean => call.state === 'waiting';

/** The operator is out of a transfer that rings: nothing can be taken back. */
const hasLeft = (call: CallView): boolean => call.state === 'transferring' && !call.can.includes('takeBack');

const isCurrent = (call: CallView): boolean => rank(call) < handedOver;
const handedOver = 3;

function rank(call: CallView): number {
  switch (call.state) {
    case 'connecting':
    case 'connected':
    case 'consulting':
    case 'merged':
      return 0;
    case 'held':
      return 1;
    case 'transferring':
      return 2;
    case 'answering':
    case 'greeting':
    case 'announcing':
    case 'diverting':
    case 'waiting':
    case 'parked':
    case 'camped':
    case 'handedOver':
    case 'ended':
      return handedOver;
    default:
      return unreachable(call.state);
  }
}

/** A call that came back stands before one that was only held; among equals the newest. */
function byUrgency(a: CallView, b: CallView): number {
  const cameBack = (call: CallView): number => (call.recall === undefined ? 1 : 0);
  return rank(a) - rank(b) || cameBack(a) - cameBack(b) || b.since - a.since;
}

const byArrival = (a: CallView, b: CallView): number => a.arrivedAt - b.arrivedAt;

function byTurn(a: CallView, b: CallView): number {
  const notYet = (call: CallView): number => (isWaiting(call) ? 0 : 1);
  return (
    notYet(a) - notYet(b) ||
    Number(b.front) - Number(a.front) ||
    Number(b.vip) - Number(a.vip) ||
    b.priority - a.priority ||
    a.arrivedAt - b.arrivedAt
  );
}
