import type { RefusalView } from '@switchboard/contract/errors/refusal';
import { announcements } from './english-announcements.ts';
import { calendar } from './english-calendar.ts';
import { deskAnnouncements } from './english-desk-announcements.ts';
import { history } from './english-history.ts';
import { keySettings } from './english-key-settings.ts';
import { chordCap, keyCap, keyNames, letterNames } from './english-keys.ts';
import { messages } from './english-messages.ts';
import { notice } from './english-notices.ts';
import { oneLine } from './english-one-line.ts';
import { panes, undo } from './english-panes.ts';
import { peopleAnnouncements } from './english-people-announcements.ts';
import { asSentence, refusals } from './english-refusals.ts';
import { screen } from './english-screen.ts';
import { speech } from './english-speech.ts';
import { timeline } from './english-timeline.ts';
import { tour } from './english-tour.ts';
import { type ActionName, actionNames, deskActions } from './english-words.ts';

/** Which way a language is written. */
export type TextDirection = 'ltr' | 'rtl';

/** Whether one looks at the screen before asking again, and not at a call. */
export const isAboutDesk = (action: ActionName): boolean => deskActions.some((each) => each === action);

const lookAt = (action: ActionName): string =>
  `Look at ${isAboutDesk(action) ? 'the screen' : 'the call'} before you ask again.`;

/** Every text of the console in English. */
export const english = {
  language: 'en',
  direction: 'ltr' as TextDirection,
  actions: actionNames,
  announcements: { ...announcements, ...deskAnnouncements, ...peopleAnnouncements },
  calendar,
  history,
  chordCap,
  keyCap,
  keyNames,
  keySettings,
  letterNames,
  messages,
  oneLine,
  panes,
  screen,
  speech,
  timeline,
  tour,
  undo,
  notice,
  /** `Hold: the call has moved on. …` */
  refused: (action: ActionName, refusal: RefusalView): string =>
    `${actionNames[action]}: ${refusals[refusal.code](refusal)}`,
  /** The same at the field that it is about: there everybody knows what was asked. */
  refusedAt: (refusal: RefusalView): string =>
    asSentence(
      refusal.code === 'malformed' && refusal.remedy !== undefined
        ? refusal.remedy
        : refusals[refusal.code](refusal),
    ),
  stillUnderWay: (action: ActionName): string =>
    `${actionNames[action]}: the one before is still under way. Wait for it, then try again.`,
  notSent: (action: ActionName): string =>
    `${actionNames[action]}: not connected, so nothing was sent. Try again when the connection is back.`,
  noAnswer: (action: ActionName): string =>
    `${actionNames[action]}: no answer for 10 seconds. ${lookAt(action)}`,
  notKnown: (action: ActionName): string =>
    `${actionNames[action]}: the connection broke before the answer. ${lookAt(action)}`,
};

/** What a language has to say. */
export type Texts = typeof english;
