import { announcements } from './dutch-announcements.ts';
import { calendar } from './dutch-calendar.ts';
import { deskAnnouncements } from './dutch-desk-announcements.ts';
import { history } from './dutch-history.ts';
import { keySettings } from './dutch-key-settings.ts';
import { chordCap, keyCap, keyNames, letterNames } from './dutch-keys.ts';
import { messages } from './dutch-messages.ts';
import { notice } from './dutch-notices.ts';
import { oneLine } from './dutch-one-line.ts';
import { panes, undo } from './dutch-panes.ts';
import { peopleAnnouncements } from './dutch-people-announcements.ts';
import { refusals } from './dutch-refusals.ts';
import { screen } from './dutch-screen.ts';
import { speech } from './dutch-speech.ts';
import { timeline } from './dutch-timeline.ts';
import { tour } from './dutch-tour.ts';
import { actionNames } from './dutch-words.ts';
import { capital } from './party-names.ts';
import { isAboutDesk, type Texts } from './texts.ts';

const lookAt = (action: keyof typeof actionNames): string =>
  `Kijk naar ${isAboutDesk(action) ? 'het scherm' : 'het gesprek'} voordat u het opnieuw vraagt.`;

/** Every text of the console in Dutch. */
export const dutch: Texts = {
  language: 'nl',
  direction: 'ltr',
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
  refused: (action, refusal) => `${actionNames[action]}: ${refusals[refusal.code](refusal)}`,
  refusedAt: (refusal) =>
    refusal.code === 'malformed' && refusal.field === 'mail'
      ? 'Schrijf het als naam@example.com.'
      : capital(refusals[refusal.code](refusal)),
  stillUnderWay: (action) =>
    `${actionNames[action]}: de vorige opdracht loopt nog. Wacht die af en probeer het dan opnieuw.`,
  notSent: (action) =>
    `${actionNames[action]}: geen verbinding, dus er is niets verstuurd. Probeer het opnieuw als de verbinding er weer is.`,
  noAnswer: (action) => `${actionNames[action]}: al 10 seconden geen antwoord. ${lookAt(action)}`,
  notKnown: (action) => `${actionNames[action]}: de verbinding brak vóór het antwoord. ${lookAt(action)}`,
};
