import type {
  CallAction,
  DivertReason,
  EndReason,
  MissReason,
  PartyView,
} from '@switchboard/contract/views/call-view';
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
  tooLong: 'did not come in time',
};

/** Why a queue does not keep a call, behind `because`. */
export const diverted: Record<DivertReason, string> = {
  closed: 'the queue is closed',
  emergency: 'the queue is in emergency mode',
  full: 'the queue is full',
  nobodyThere: 'nobody is there',
  waitedTooLong: 'they waited too long',
};

export const ended: Record<EndReason, string> = {
  callerHungUp: 'the caller hung up',
  operatorHungUp: 'ended by the operator',
  handedOver: 'put through',
  rejected: 'not taken on',
  blocked: 'the number is blocked',
  promisedCallBack: 'a call back was promised',
  notAnswered: 'nobody answered',
  lostByPlatform: 'lost by Microsoft Teams',
  closed: 'was told that the queue is closed',
  emergency: 'was told of the emergency',
  full: 'was told that the queue is full',
  nobodyThere: 'was told that nobody is there',
  waitedTooLong: 'waited too long',
};

/** What an operator asks besides handling a call. */
export const deskActions = ['setStatus', 'switchQueue', 'callBack', 'readTimeline'] as const;
export type ActionName = CallAction | (typeof deskActions)[number];

export const actionNames: Record<ActionName, string> = {
  accept: 'Take',
  decline: 'Not me',
  hold: 'Hold',
  resume: 'Resume',
  transfer: 'Put through',
  takeBack: 'Take back',
  leave: 'Leave them',
  consult: 'Ask first',
  complete: 'Hand over',
  merge: 'Talk together',
  swap: 'Swap',
  back: 'Let go',
  add: 'Add',
  drop: 'Take out',
  park: 'Park',
  camp: 'Wait for them',
  retrieve: 'Retrieve',
  takeOver: 'Take over',
  moveToQueue: 'Move to queue',
  voicemail: 'Voicemail',
  sendTones: 'Keypad',
  hangUp: 'End call',
  setStatus: 'Your status',
  switchQueue: 'Queue switch',
  callBack: 'Call back',
  readTimeline: 'Timeline',
};
