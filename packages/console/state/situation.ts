import type { CallView, PartyView } from '@switchboard/contract/views/call-view';
import type { OperatorStatusView } from '@switchboard/contract/views/operator-status-view';
import type { Readable } from '../connection/cell.ts';
import type { ConnectionState } from '../connection/connection-state.ts';
import type { CallArrangement } from './arrange-calls.ts';

/** How things stand, for one sentence. Durations are in milliseconds. */
export interface Situation {
  readonly connection: 'live' | 'lost';
  readonly call:
    | { readonly view: CallView; readonly lasts: number; readonly target: PartyView | undefined }
    | undefined;
  /** The operator's own status where no calls are offered because of it. */
  readonly away:
    | { readonly status: OperatorStatusView['status'] | 'wrapUp'; readonly reason: string | undefined }
    | undefined;
  readonly waiting: number;
  readonly longest: number | undefined;
}

/** Where it is read off. */
export interface SituationPlaces {
  readonly calls: { readonly arrangement: Readable<CallArrangement> };
  readonly line: { readonly state: Readable<ConnectionState>; readonly serverNow: () => number };
  own(): OperatorStatusView | undefined;
}

/** How things stand for this operator now, by the server's time. */
export function situationOf(places: SituationPlaces): Situation {
  const { calls, line } = places;
  const { current, waitingCount, longestSince } = calls.arrangement.getSnapshot();
  const now = line.serverNow();
  return {
    connection: ['lost', 'outdated'].includes(line.state.getSnapshot().kind) ? 'lost' : 'live',
    call:
      current === undefined
        ? undefined
        : { view: current, lasts: Math.max(0, now - current.since), target: current.target },
    away: awayOf(places.own(), now),
    waiting: waitingCount,
    longest: longestSince === undefined ? undefined : Math.max(0, now - longestSince),
  };
}

function awayOf(own: OperatorStatusView | undefined, now: number): Situation['away'] {
  if (own === undefined) return undefined;
  if (own.status !== 'available') return { status: own.status, reason: own.reason };
  return (own.wrapUpUntil ?? 0) > now ? { status: 'wrapUp', reason: undefined } : undefined;
}
