import { largestUnits, type TimeUnit } from './durations.ts';
import type { actionNames as english } from './english-words.ts';
import { formsOf } from './language-forms.ts';
import { partyNames } from './party-names.ts';

export const forms = formsOf('fr-FR');
/** Without an article, so that it fits behind every preposition. */
export const { nameOf, nameFirst } = partyNames('correspondant inconnu');

const units: Record<TimeUnit, readonly [one: string, other: string]> = {
  hour: ['heure', 'heures'],
  minute: ['minute', 'minutes'],
  second: ['seconde', 'secondes'],
};

/** `1 minute 12 secondes` */
export const spoken = (milliseconds: number): string =>
  largestUnits(milliseconds)
    .map(([unit, count]) => `${count} ${forms.plural(count, ...units[unit])}`)
    .join(' ');

/** `il y a 4 s` */
export function ago(milliseconds: number): string {
  const short = { hour: 'h', minute: 'min', second: 's' } as const;
  const [largest] = largestUnits(milliseconds);
  return largest === undefined ? 'il y a 0 s' : `il y a ${largest[1]} ${short[largest[0]]}`;
}

export const actionNames: typeof english = {
  accept: 'Prendre',
  decline: 'Pas moi',
  hold: 'En attente',
  resume: 'Reprendre',
  transfer: 'Transférer',
  takeBack: 'Récupérer',
  leave: 'Quitter',
  consult: 'Double appel',
  complete: 'Remettre',
  merge: 'Conférence',
  swap: 'Va-et-vient',
  back: 'Libérer',
  add: 'Ajouter',
  drop: 'Retirer',
  park: 'Parquer',
  camp: 'Faire patienter',
  retrieve: 'Reprendre du parking',
  takeOver: 'Prendre le relais',
  moveToQueue: 'Vers la file',
  voicemail: 'Messagerie',
  sendTones: 'Clavier',
  hangUp: 'Raccrocher',
  setStatus: 'Votre statut',
  switchQueue: 'Bascule de file',
  answerQueue: 'Service de file',
  callBack: 'Rappel',
  readTimeline: 'Chronologie',
  savePreferences: 'Vos réglages',
  setFavourite: 'Favori',
  orderFavourites: 'Ordre des favoris',
  describePerson: 'Note et noms',
  saveSharedContact: 'Contact partagé',
  removeSharedContact: 'Retrait du contact',
  readFilters: 'Filtres',
  readMessageWays: 'Moyens d’écrire',
  sendMessage: 'Message',
  wishMessage: 'Message',
};
