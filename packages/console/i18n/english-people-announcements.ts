import type { Line } from '../state/letter-map.ts';
import { lineNames } from './english-people.ts';
import { forms } from './english-words.ts';

/** Sentences about the people list and its people, said aloud. */
export const peopleAnnouncements = {
  line: (line: Line, number: string | undefined): string =>
    `${lineNames[line]}${number === undefined ? '' : ` ${number}`}`,
  cannotBeRung: 'They cannot be rung there',
  found: (count: number, isCapped: boolean): string =>
    `${forms.count(count)}${isCapped ? ' or more' : ''} found`,
  favourite: (name: string): string => `${name}: added to favourites`,
  favouriteIn: (name: string, group: string): string => `${name}: in favourites, ${group}`,
  noLongerFavourite: (name: string): string => `${name}: no longer a favourite`,
  favouriteMoved: (name: string, place: number, count: number): string => `${name}: ${place} of ${count}`,
  noFavourite: 'No favourite is chosen',
  isFirst: (name: string): string => `${name} is the first of the group already`,
  isLast: (name: string): string => `${name} is the last of the group already`,
  opened: (name: string): string => `Details of ${name}`,
  noManager: 'No manager is known here',
  notWithThem: (name: string): string => `Not possible with ${name}`,
  saved: (name: string): string => `${name}: saved`,
  contactKept: (name: string): string => `${name}: kept as a shared contact`,
  contactRemoved: (name: string): string => `${name}: removed from the shared contacts`,
  removeAgain: (name: string): string => `Once more to remove ${name}`,
};
