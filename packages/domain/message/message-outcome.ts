import type { MessageFailure } from './message.ts';

/**
 * What came of a try: `sent`; `refused` for good; `later` nothing was done, Microsoft wants a pause or is not to be
 * reached; `doubt` it may have been done, the answer is lost.
 */
export type SendingOutcome =
  | { readonly type: 'sent' }
  | { readonly type: 'refused'; readonly why: MessageFailure }
  | { readonly type: 'later'; readonly afterMs?: number }
  | { readonly type: 'doubt' };

/** What a look for a message in doubt found. `unknown`: there is no right to look, or Microsoft did not say. */
export type LookOutcome = 'there' | 'notThere' | 'unknown';
