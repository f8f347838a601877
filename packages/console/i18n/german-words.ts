import { largestUnits, type TimeUnit } from './durations.ts';
import type { actionNames as english } from './english-words.ts';
import { formsOf } from './language-forms.ts';
import { partyNames } from './party-names.ts';

export const forms = formsOf('de-DE');
/** Without an article, so that it fits behind every preposition. */
export const { nameOf, nameFirst } = partyNames('Unbekannt');

const units: Record<TimeUnit, readonly [one: string, other: string]> = {
  hour: ['Stunde', 'Stunden'],
  minute: ['Minute', 'Minuten'],
  second: ['Sekunde', 'Sekunden'],
};

/** `1 Minute 12 Sekunden` */
export const spoken = (milliseconds: number): string =>
  largestUnits(milliseconds)
    .map(([unit, count]) => `${count} ${forms.plural(count, ...units[unit])}`)
    .join(' ');

/** `vor 4 s` */
export function ago(milliseconds: number): string {
  const short = { hour: 'Std.', minute: 'Min.', second: 's' } as const;
  const [largest] = largestUnits(milliseconds);
  return largest === undefined ? 'vor 0 s' : `vor ${largest[1]} ${short[largest[0]]}`;
}

export const actionNames: typeof english = {
  accept: 'Annehmen',
  decline: 'Nicht ich',
  hold: 'Halten',
  resume: 'Zurückholen',
  transfer: 'Verbinden',
  takeBack: 'Zurücknehmen',
  leave: 'Verlassen',
  consult: 'Rückfrage',
  complete: 'Übergeben',
  merge: 'Konferenz',
  swap: 'Makeln',
  back: 'Trennen',
  add: 'Hinzuholen',
  drop: 'Entfernen',
  park: 'Parken',
  camp: 'Warten lassen',
  retrieve: 'Entparken',
  takeOver: 'Übernehmen',
  moveToQueue: 'In Warteschlange',
  voicemail: 'Mailbox',
  sendTones: 'Tastenfeld',
  hangUp: 'Auflegen',
  setStatus: 'Ihr Status',
  switchQueue: 'Warteschlange schalten',
  answerQueue: 'Warteschlange bedienen',
  callBack: 'Rückruf',
  readTimeline: 'Ablauf',
  savePreferences: 'Ihre Einstellungen',
  setFavourite: 'Favorit',
  orderFavourites: 'Reihenfolge der Favoriten',
  describePerson: 'Notiz und Namen',
  saveSharedContact: 'Gemeinsamer Kontakt',
  removeSharedContact: 'Kontakt entfernen',
  readFilters: 'Filter',
  readMessageWays: 'Wege zu schreiben',
  sendMessage: 'Nachricht',
  wishMessage: 'Nachricht',
};
