import type { RefusalCode, RefusalView } from '@switchboard/contract/errors/refusal';

/** As it stands by itself: what the server advises may begin in the middle of a sentence of its own. */
export const asSentence = (text: string): string =>
  `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

/** What was refused, why, and what to do; behind the name of the action. */
export const refusals: Record<RefusalCode, (refusal: RefusalView) => string> = {
  callGone: () => 'this call is over.',
  callTaken: ({ by }) => `${by ?? 'another operator'} has taken this call.`,
  notYourCall: ({ by }) => `this call is with ${by ?? 'another operator'}.`,
  notNow: () => 'the call has moved on. Look at it, then choose again.',
  busy: () => 'you are in a call. Hold it or put it through first.',
  notSignedIn: () => 'your session is over. Sign in again.',
  notInQueue: () => 'you do not answer this queue.',
  targetUnknown: () => 'this person is no longer in the directory. Search again.',
  targetIsYou: () => 'a caller cannot be put through to yourself.',
  targetIsThere: () => 'they are in this call already. Choose somebody else.',
  notOffered: () => 'this call is offered to other operators now.',
  slotTaken: () => 'a call is parked in this slot already. Choose another one.',
  noSlotFree: () => 'every slot is taken. Retrieve a parked call first.',
  sameQueue: () => 'the call is in this queue already. Choose another queue.',
  queueUnknown: () => 'there is no such queue any more. Search again.',
  numberInvalid: ({ remedy }) =>
    `this is no telephone number. ${asSentence(remedy ?? 'Type it with its country code.')}`,
  noNumber: () => 'the directory has no such number of this person. Choose another line.',
  personUnknown: () => 'this person is no longer there. Search again.',
  notYours: () => 'this is changed where it comes from, not here.',
  tooManyKept: () => 'there is no room for more. Remove some first.',
  callBackGone: ({ by }) =>
    by === undefined ? 'this call back is done.' : `${by} has this call back already.`,
  noWay: ({ field }) =>
    field === 'chat' ? 'they have no Teams account here.' : 'no mail address is known of them.',
  messageGone: () => 'this message is not there any more.',
  malformed: ({ field, remedy }) =>
    `the server did not understand${field === undefined ? '' : ` “${field}”`}. ${asSentence(remedy ?? 'Reload this page.')}`,
  outdated: () => 'this page is older than the server. Reload it.',
  tooMany: () => 'too much at once. Wait a second, then try again.',
  unavailable: () => 'the server cannot do it just now. Try again.',
};
