import { announcements } from './french-announcements.ts';
import { calendar } from './french-calendar.ts';
import { deskAnnouncements } from './french-desk-announcements.ts';
import { history } from './french-history.ts';
import { keySettings } from './french-key-settings.ts';
import { chordCap, keyCap, keyNames, letterNames } from './french-keys.ts';
import { messages } from './french-messages.ts';
import { notice } from './french-notices.ts';
import { oneLine } from './french-one-line.ts';
import { panes, undo } from './french-panes.ts';
import { peopleAnnouncements } from './french-people-announcements.ts';
import { refusals } from './french-refusals.ts';
import { screen } from './french-screen.ts';
import { speech } from './french-speech.ts';
import { timeline } from './french-timeline.ts';
import { tour } from './french-tour.ts';
import { typeset } from './french-typesetting.ts';
import { actionNames } from './french-words.ts';
import { capital } from './party-names.ts';
import { isAboutDesk, type Texts } from './texts.ts';

const lookAt = (action: keyof typeof actionNames): string =>
  `Regardez l’${isAboutDesk(action) ? 'écran' : 'appel'} avant de redemander.`;

/** Every text of the console in French. */
export const french: Texts = typeset<Texts>({
  language: 'fr',
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
  refused: (action, refusal) => `${actionNames[action]} : ${refusals[refusal.code](refusal)}`,
  refusedAt: (refusal) =>
    refusal.code === 'malformed' && refusal.field === 'mail'
      ? 'Écrivez-le comme nom@example.com.'
      : capital(refusals[refusal.code](refusal)),
  stillUnderWay: (action) =>
    `${actionNames[action]} : la demande précédente est encore en cours. Attendez qu’elle se termine, puis réessayez.`,
  notSent: (action) =>
    `${actionNames[action]} : pas de connexion, rien n’a donc été envoyé. Réessayez au retour de la connexion.`,
  noAnswer: (action) => `${actionNames[action]} : aucune réponse depuis 10 secondes. ${lookAt(action)}`,
  notKnown: (action) =>
    `${actionNames[action]} : la connexion a été coupée avant la réponse. ${lookAt(action)}`,
});
