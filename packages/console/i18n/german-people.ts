import type { DirectoryProgress, PersonalContacts } from '@switchboard/contract/feed/directory-progress';
import type { MatchView, PersonView } from '@switchboard/contract/views/person-view';
import type { Line } from '../state/letter-map.ts';
import type { details as detailsEnglish, people as peopleEnglish } from './english-people.ts';
import { forms } from './german-words.ts';

const { count } = forms;

export const lineNames: Readonly<Record<Line, string>> = {
  teams: 'Teams',
  phone: 'Telefon',
  mobile: 'Mobil',
  voicemail: 'Mailbox',
  otherPhone: 'Andere Nummer',
  teamsNumber: 'Teams-Nummer',
};

export const sources: Readonly<Record<PersonView['source'], string>> = {
  directory: 'Verzeichnis',
  organisation: 'Kontakt der Organisation',
  shared: 'Gemeinsamer Kontakt',
  personal: 'Ihr eigener Kontakt',
};

const foundIn: Readonly<Record<MatchView['field'], string>> = {
  name: '',
  givenName: 'Vorname',
  surname: 'Nachname',
  alternateNames: 'auch',
  nicknames: 'auch',
  department: '',
  jobTitle: '',
  organisation: 'bei',
  office: '',
  city: 'in',
  tasks: 'weiß über:',
  mail: 'E-Mail',
  phones: '',
};

function directoryNote({ state, read, about, readAt, problem }: DirectoryProgress): string | undefined {
  if (state === 'ready') return undefined;
  if (state === 'filling') {
    const far =
      about === undefined
        ? `${count(read)} Personen gelesen`
        : `${count(read)} von etwa ${count(about)} Personen gelesen`;
    return `Das Verzeichnis wird gelesen: ${far}. Bis dahin wird auch Microsoft gefragt`;
  }
  const old = readAt === undefined ? '' : ` Was hier steht, ist vom ${forms.dateTime(readAt)}.`;
  return `Das Verzeichnis kann nicht gelesen werden${problem === undefined ? '' : `: ${problem}`}.${old}`;
}

const personalNotes: Readonly<Record<PersonalContacts['state'], (count: number) => string | undefined>> = {
  reading: (number) => `Ihre eigenen Kontakte werden gelesen: bisher ${count(number)}`,
  ready: () => undefined,
  noRight: () => 'Ihre eigenen Outlook-Kontakte werden nicht durchsucht: Ihre Organisation erlaubt es nicht',
  signIn: () => 'Ihre eigenen Outlook-Kontakte werden erst durchsucht, wenn Sie sich neu anmelden',
  failing: () => 'Ihre eigenen Outlook-Kontakte können gerade nicht gelesen werden',
};

export const people: typeof peopleEnglish = {
  pane: 'Personen',
  favourites: 'Favoriten',
  search: 'Personen suchen',
  placeholder: 'Name, Team, Nummer, Aufgabe …',
  clear: 'Suche leeren',
  start: 'Jemanden finden',
  startHint: 'Tippen Sie einfach: einen Namen, eine Abteilung, eine Nummer, ein Anliegen.',
  none: (text) => (text === '' ? 'Niemand passt zu diesen Filtern' : `Niemand gefunden zu „${text}“`),
  noneHint: 'Versuchen Sie weniger Buchstaben, eine andere Schreibweise oder eine Abteilung.',
  noneHintFilters: 'Nehmen Sie einen Filter weg, oder versuchen Sie weniger Buchstaben.',
  asking: 'Suche läuft …',
  slow: 'Die Suche antwortet nicht. Tippen Sie weiter, um neu zu fragen.',
  offline: 'Keine Verbindung: Das sind die letzten Ergebnisse.',
  total: (total, isCapped) => `${count(total)}${isCapped ? '+' : ''}`,
  placeOf: (place, total) => `${count(place)} von ${total}`,
  found: (total) => `${total} gefunden`,
  far: (shown, total) => `${count(shown)} von ${total} stehen hier; tippen Sie mehr, um genauer zu suchen`,
  directory: directoryNote,
  personal: ({ state, count: number }) => personalNotes[state](number),
  forwarded: {
    merged: undefined,
    failed: 'Microsoft hat nicht geantwortet: Es kann mehr Personen geben als diese',
    noRight:
      'Microsoft darf mit Ihren Rechten nicht gefragt werden: Nur bisher gelesene Personen werden gefunden',
  },
  wished: 'Enter ist gemerkt: Es wirkt, sobald genau dieser Text nur eine Person findet',
  queueRow: (name) => `Warteschlange ${name}`,
  queueRowHint: 'Den Anrufer in diese Warteschlange stellen',
  numberRow: (number) => `Verbinden mit ${number}`,
  numberRowHint: 'Die Nummer, wie Sie sie getippt haben',
  foundIn: (field) => foundIn[field],
  unread: 'Wird gelesen …',
  inGroup: (title) => `in ${title}`,
  isFavourite: 'Favorit',
  badges: {
    organisation: 'Organisation',
    shared: 'Gemeinsam',
    personal: 'Persönlich',
    guest: 'Gast',
    former: 'Nicht mehr hier',
    forwarded: 'Von Microsoft',
  },
};

export const details: typeof detailsEnglish = {
  pane: 'Details',
  none: 'Niemand ausgewählt',
  noneHint: (next, go) =>
    `${next} wählt eine Person: wer sie ist, wann sie frei ist und was Sie tun können, steht dann hier. ${go} führt dorthin.`,
  numberHint: 'Eine Nummer unseres Landes, oder mit + und Landesvorwahl.',
  lines: lineNames,
  linesTitle: 'Leitung',
  leaveNow: 'Verbinden und verlassen',
  parkFor: 'Für diese Person parken',
  letters: 'Buchstaben und Ziffern wirken hier. Esc führt zurück zur Suche.',
  department: 'Abteilung',
  organisation: 'Organisation',
  office: 'Büro',
  mail: 'E-Mail',
  address: 'Adresse',
  manager: 'Vorgesetzt',
  tasks: 'Weiß über',
  alsoCalled: 'Auch genannt',
  note: 'Notiz',
  noteBy: (by, at) => `${by === undefined ? '' : `${by}, `}${forms.dateTime(at)}`,
  source: 'Aus',
  sources,
  openManager: (name) => `${name} öffnen`,
  back: 'Zurück zur Liste',
  dial: (number) => `${number} in Teams wählen`,
  outOfOfficeWords: (message) => (message === undefined ? 'Abwesend' : `Abwesend: „${message}“`),
  statusWords: (message) => `Meldet: „${message}“`,
  worksAt: (place) => `Arbeitet ${place}`,
  workPlaces: {
    office: 'im Büro',
    remote: 'von unterwegs',
    timeOff: 'gerade nicht: frei',
    unspecified: 'in',
  },
  former: 'Nicht mehr da: Verbinden ist nicht möglich.',
  edit: 'Bearbeiten',
  editHint: 'Notiz, Zuständigkeiten, andere Namen',
  changeContact: 'Kontakt ändern',
  noCall: 'Kein Anruf zum Verbinden',
  cannotBeRung: 'Es gibt keine Nummer zum Anrufen',
  alreadyRinging: 'Für diesen Anrufer wird schon jemand angerufen',
  notNow: 'Dieser Anruf kann jetzt nicht verbunden werden',
};
