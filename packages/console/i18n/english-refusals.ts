import type { RefusalCode, RefusalView } from '@switchboard/contract/errors/refusal';

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
  malformed: ({ field, remedy }) =>
    `the server did not understand${field === undefined ? '' : ` “${field}”`}. ${remedy ?? 'Reload this page.'}`,
  outdated: () => 'this page is older than the server. Reload it.',
  tooMany: () => 'too much at once. Wait a second, then try again.',
  unavailable: () => 'the server cannot do it just now. Try again.',
};
