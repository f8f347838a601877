import type { peopleAnnouncements as english } from './english-people-announcements.ts';
import { lineNames } from './french-people.ts';
import { forms } from './french-words.ts';

export const peopleAnnouncements: typeof english = {
  line: (line, number) => `${lineNames[line]}${number === undefined ? '' : ` ${number}`}`,
  cannotBeRung: 'Injoignable par cette ligne',
  found: (count, isCapped) =>
    `${forms.count(count)}${isCapped ? ' ou plus' : ''} ${forms.plural(count, 'trouvé', 'trouvés')}`,
  favourite: (name) => `${name} : ajouté aux favoris`,
  favouriteIn: (name, group) => `${name} : dans les favoris, ${group}`,
  noLongerFavourite: (name) => `${name} : retiré des favoris`,
  favouriteMoved: (name, place, count) => `${name} : ${place} sur ${count}`,
  noFavourite: 'Aucun favori n’est choisi',
  isFirst: (name) => `${name} est déjà en tête du groupe`,
  isLast: (name) => `${name} est déjà en fin de groupe`,
  opened: (name) => `Fiche : ${name}`,
  noManager: 'Aucun responsable n’est connu ici',
  notWithThem: (name) => `Impossible avec ${name}`,
  saved: (name) => `${name} : enregistré`,
  contactKept: (name) => `${name} : enregistré comme contact partagé`,
  contactRemoved: (name) => `${name} : retiré des contacts partagés`,
  removeAgain: (name) => `Encore une fois pour retirer ${name}`,
};
