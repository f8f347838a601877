import { largestUnits, type TimeUnit } from './durations.ts';
import type { actionNames as english } from './english-words.ts';
import { formsOf } from './language-forms.ts';
import { partyNames } from './party-names.ts';

export const forms = formsOf('nl-NL');
export const { nameOf, nameFirst } = partyNames('een onbekende beller');

const units: Record<TimeUnit, readonly [one: string, other: string]> = {
  hour: ['uur', 'uur'],
  minute: ['minuut', 'minuten'],
  second: ['seconde', 'seconden'],
};

/** `1 minuut 12 seconden` */
export const spoken = (milliseconds: number): string =>
  largestUnits(milliseconds)
    .map(([unit, count]) => `${count} ${forms.plural(count, ...units[unit])}`)
    .join(' ');

/** `4 s geleden` */
export function ago(milliseconds: number): string {
  const short = { hour: 'u', minute: 'min', second: 's' } as const;
  const [largest] = largestUnits(milliseconds);
  return largest === undefined ? '0 s geleden' : `${largest[1]} ${short[largest[0]]} geleden`;
}

export const actionNames: typeof english = {
  accept: 'Aannemen',
  decline: 'Niet ik',
  hold: 'In de wacht',
  resume: 'Hervatten',
  transfer: 'Doorverbinden',
  takeBack: 'Terughalen',
  leave: 'Uitstappen',
  consult: 'Ruggespraak',
  complete: 'Overdragen',
  merge: 'Samen spreken',
  swap: 'Wisselen',
  back: 'Loslaten',
  add: 'Erbij halen',
  drop: 'Eruit halen',
  park: 'Parkeren',
  camp: 'Laten wachten',
  retrieve: 'Ophalen',
  takeOver: 'Overnemen',
  moveToQueue: 'Naar wachtrij',
  voicemail: 'Voicemail',
  sendTones: 'Toetsen',
  hangUp: 'Ophangen',
  setStatus: 'Uw status',
  switchQueue: 'Wachtrij schakelen',
  answerQueue: 'Wachtrij bedienen',
  callBack: 'Terugbellen',
  readTimeline: 'Tijdlijn',
  savePreferences: 'Uw instellingen',
  setFavourite: 'Favoriet',
  orderFavourites: 'Volgorde van favorieten',
  describePerson: 'Notitie en namen',
  saveSharedContact: 'Gedeeld contact',
  removeSharedContact: 'Contact verwijderen',
  readFilters: 'Filters',
  readMessageWays: 'Manieren om te schrijven',
  sendMessage: 'Bericht',
  wishMessage: 'Bericht',
};
