import { announcements } from './german-announcements.ts';
import { calendar } from './german-calendar.ts';
import { deskAnnouncements } from './german-desk-announcements.ts';
import { history } from './german-history.ts';
import { keySettings } from './german-key-settings.ts';
import { chordCap, keyCap, keyNames, letterNames } from './german-keys.ts';
import { messages } from './german-messages.ts';
import { notice } from './german-notices.ts';
import { oneLine } from './german-one-line.ts';
import { panes, undo } from './german-panes.ts';
import { peopleAnnouncements } from './german-people-announcements.ts';
import { refusals } from './german-refusals.ts';
import { screen } from './german-screen.ts';
import { speech } from './german-speech.ts';
import { timeline } from './german-timeline.ts';
import { tour } from './german-tour.ts';
import { actionNames } from './german-words.ts';
import { capital } from './party-names.ts';
import { isAboutDesk, type Texts } from './texts.ts';

const lookAt = (action: keyof typeof actionNames): string =>
  `Sehen Sie auf den ${isAboutDesk(action) ? 'Bildschirm' : 'Anruf'}, bevor Sie es wieder versuchen.`;

/** Every text of the console in German. */
export const german: Texts = {
  language: 'de',
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
  refused: (action, refusal) => `${actionNames[action]}: ${capital(refusals[refusal.code](refusal))}`,
  refusedAt: (refusal) =>
    refusal.code === 'malformed' && refusal.field === 'mail'
      ? 'Schreiben Sie sie wie name@example.com.'
      : capital(refusals[refusal.code](refusal)),
  stillUnderWay: (action) =>
    `${actionNames[action]}: Der vorige Auftrag läuft noch. Warten Sie ihn ab und versuchen Sie es dann wieder.`,
  notSent: (action) =>
    `${actionNames[action]}: Keine Verbindung, darum wurde nichts gesendet. Versuchen Sie es wieder, wenn die Verbindung da ist.`,
  noAnswer: (action) => `${actionNames[action]}: seit 10 Sekunden keine Antwort. ${lookAt(action)}`,
  notKnown: (action) => `${actionNames[action]}: Die Verbindung brach vor der Antwort ab. ${lookAt(action)}`,
};
