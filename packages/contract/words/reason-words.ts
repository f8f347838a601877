import type { DivertReason, EndReason, MissReason } from '../views/call-view.ts';

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
