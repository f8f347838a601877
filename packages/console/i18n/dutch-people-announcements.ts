import { lineNames } from './dutch-people.ts';
import { forms } from './dutch-words.ts';
import type { peopleAnnouncements as english } from './english-people-announcements.ts';

export const peopleAnnouncements: typeof english = {
  line: (line, number) => `${lineNames[line]}${number === undefined ? '' : ` ${number}`}`,
  cannotBeRung: 'Daar niet te bellen',
  found: (count, isCapped) => `${forms.count(count)}${isCapped ? ' of meer' : ''} gevonden`,
  favourite: (name) => `${name}: bij de favorieten gezet`,
  favouriteIn: (name, group) => `${name}: bij de favorieten, ${group}`,
  noLongerFavourite: (name) => `${name}: geen favoriet meer`,
  favouriteMoved: (name, place, count) => `${name}: ${place} van ${count}`,
  noFavourite: 'Er is geen favoriet gekozen',
  isFirst: (name) => `${name} is al de eerste van de groep`,
  isLast: (name) => `${name} is al de laatste van de groep`,
  opened: (name) => `Gegevens van ${name}`,
  noManager: 'Hier is geen leidinggevende bekend',
  notWithThem: (name) => `Niet mogelijk bij ${name}`,
  saved: (name) => `${name}: opgeslagen`,
  contactKept: (name) => `${name}: bewaard als gedeeld contact`,
  contactRemoved: (name) => `${name}: verwijderd uit de gedeelde contacten`,
  removeAgain: (name) => `Nogmaals om ${name} te verwijderen`,
};
