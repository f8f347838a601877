import type { RefusalView } from '@switchboard/contract/errors/refusal';
import type { CallAction } from '@switchboard/contract/views/call-view';
import { announcements } from './english-announcements.ts';
import { keyCaps, keyNames } from './english-keys.ts';
import { refusals } from './english-refusals.ts';
import { screen } from './english-screen.ts';
import { actionNames } from './english-words.ts';

/** Every text of the console in English. */
export const english = {
  language: 'en',
  actions: actionNames,
  announcements,
  keyCaps,
  keyNames,
  screen,
  /** `Hold: the call has moved on. …` */
  refused: (action: CallAction, refusal: RefusalView): string =>
    `${actionNames[action]}: ${refusals[refusal.code](refusal)}`,
  notSent: (action: CallAction): string =>
    `${actionNames[action]}: not connected, so nothing was sent. Try again when the connection is back.`,
  noAnswer: (action: CallAction): string =>
    `${actionNames[action]}: no answer for 10 seconds. Look at the call before you ask again.`,
  notKnown: (action: CallAction): string =>
    `${actionNames[action]}: the connection broke before the answer. Look at the call before you ask again.`,
};

/** What a language has to say. */
export type Texts = typeof english;
