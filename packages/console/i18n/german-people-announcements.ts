import type { peopleAnnouncements as english } from './english-people-announcements.ts';
import { lineNames } from './german-people.ts';
import { forms } from './german-words.ts';

export const peopleAnnouncements: typeof english = {
  line: (line, number) => `${lineNames[line]}${number === undefined ? '' : ` ${number}`}`,
  cannotBeRung: 'Dort nicht anzurufen',
  found: (count, isCapped) => `${forms.count(count)}${isCapped ? ' oder mehr' : ''} gefunden`,
  favourite: (name) => `${name}: zu den Favoriten gestellt`,
  favouriteIn: (name, group) => `${name}: bei den Favoriten, ${group}`,
  noLongerFavourite: (name) => `${name}: kein Favorit mehr`,
  favouriteMoved: (name, place, count) => `${name}: ${place} von ${count}`,
  noFavourite: 'Kein Favorit ist ausgewählt',
  isFirst: (name) => `${name} steht schon an erster Stelle der Gruppe`,
  isLast: (name) => `${name} steht schon an letzter Stelle der Gruppe`,
  opened: (name) => `Angaben zu ${name}`,
  noManager: 'Hier ist keine vorgesetzte Person bekannt',
  notWithThem: (name) => `Bei ${name} nicht möglich`,
  saved: (name) => `${name}: gespeichert`,
  contactKept: (name) => `${name}: als gemeinsamer Kontakt gespeichert`,
  contactRemoved: (name) => `${name}: aus den gemeinsamen Kontakten entfernt`,
  removeAgain: (name) => `Noch einmal, um ${name} zu entfernen`,
};
