import type { CallAction, EndReason, MissReason, PartyView } from '@switchboard/contract/views/call-view';
import { largestUnits } from './durations.ts';

/** Somebody in one or two words. */
export const nameOf = (party: PartyView | undefined): string =>
  party?.name ?? party?.number ?? 'an unknown caller';

export const nameFirst = (party: PartyView | undefined): string => {
  const name = nameOf(party);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
};

/** `1 minute 12 seconds` */
export const spoken = (milliseconds: number): string =>
  largestUnits(milliseconds)
    .map(([unit, count]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ');

/** `4 s ago` */
export function ago(milliseconds: number): string {
  const short = { hour: 'h', minute: 'min', second: 's' } as const;
  const [largest] = largestUnits(milliseconds);
  return largest === undefined ? '0 s ago' : `${largest[1]} ${short[largest[0]]} ago`;
}

/** What they did, behind their name. */
export const missed: Record<MissReason, string> = {
  noAnswer: 'did not answer',
  declined: 'declined',
  busy: 'is busy',
  notSignedIn: 'is not signed in to Teams',
  failed: 'could not be reached',
  left: 'left the call',
};

export const ended: Record<EndReason, string> = {
  callerHungUp: 'the caller hung up',
  operatorHungUp: 'ended by the operator',
  handedOver: 'put through',
  rejected: 'not taken on',
  notAnswered: 'nobody answered',
  lostByPlatform: 'lost by Microsoft Teams',
};

export const actionNames: Record<CallAction, string> = {
  accept: 'Take',
  hold: 'Hold',
  resume: 'Resume',
  transfer: 'Put through',
  takeBack: 'Take back',
  hangUp: 'End call',
};
