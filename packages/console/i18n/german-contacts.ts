import type {
  contacts as contactsEnglish,
  edit as editEnglish,
  favourites as favouritesEnglish,
  filters as filtersEnglish,
} from './english-people.ts';
import { contactRemedy } from './german-contact-remedies.ts';
import { sources } from './german-people.ts';
import { forms } from './german-words.ts';

const { count } = forms;

export const filters: typeof filtersEnglish = {
  open: 'Filter',
  title: 'Personen filtern',
  search: 'Filtern nach',
  placeholder: 'Abteilung, Standort, Quelle …',
  list: 'Wonach gefiltert werden kann',
  reading: 'Wird gelesen …',
  failed: 'Die Abteilungen und Standorte konnten nicht gelesen werden.',
  none: (text) => `Kein Filter heißt „${text}“`,
  groups: { free: 'Anwesenheit', source: 'Quelle', department: 'Abteilung', place: 'Standort' },
  name: (filter) => {
    if (filter.kind === 'free') return 'Jetzt frei';
    return filter.kind === 'source' ? sources[filter.value] : filter.value;
  },
  count,
  hint: 'Enter wählt, Esc führt zurück zur Suche.',
  active: 'Filter',
  remove: (name) => `Filter ${name} entfernen`,
  removeAll: 'Alle Filter entfernen',
};

export const favourites: typeof favouritesEnglish = {
  favourite: 'Favorit',
  add: 'Zu den Favoriten stellen',
  remove: 'Aus den Favoriten nehmen',
  menu: 'Gruppe und Platz',
  noGroup: 'Keine Gruppe',
  newGroup: 'Neue Gruppe …',
  moveUp: 'Nach oben',
  moveDown: 'Nach unten',
  group: 'Gruppe',
  title: (name) => `${name}: eine neue Gruppe`,
  hint: 'Wie „Ärzte im Dienst“. Sie wird eine Überschrift Ihrer Favoriten.',
};

export const edit: typeof editEnglish = {
  title: (name) => `Über ${name}`,
  note: 'Notiz',
  noteHint: 'Alle in der Vermittlung sehen sie, mit Ihrem Namen.',
  tasks: 'Zuständig für',
  alternateNames: 'Andere Namen',
  nicknames: 'Rufnamen',
  oneALine: 'Einer je Zeile',
  save: 'Speichern',
  close: 'Schließen',
  discard: 'Getipptes verwerfen',
  draft: 'Das haben Sie früher getippt und nicht gespeichert.',
  sending: 'Wird gespeichert …',
  notSaved: 'Nicht gespeichert. Was Sie getippt haben, ist noch da.',
  nameMissing: 'Tippen Sie einen Namen.',
  tooLong: (length) => `Zu lang: höchstens ${count(length)} Zeichen.`,
  tooMany: (lines) => `Zu viele: höchstens ${lines} Zeilen.`,
  lineTooLong: (line, length) => `„${line}…“ ist zu lang: höchstens ${length} Zeichen je Zeile.`,
};

export const contacts: typeof contactsEnglish = {
  open: 'Gemeinsame Kontakte',
  short: 'Kontakte',
  title: 'Gemeinsame Kontakte',
  lead: 'Personen außerhalb des Verzeichnisses, die alle in der Vermittlung finden: Partner, Lieferanten, häufige Anrufer.',
  add: 'Kontakt hinzufügen',
  showAll: 'Alle in der Liste zeigen',
  import: 'Datei einlesen (CSV)',
  export: 'Als Datei speichern (CSV)',
  newTitle: 'Ein neuer gemeinsamer Kontakt',
  changeTitle: (name) => `Gemeinsamer Kontakt: ${name}`,
  keepCaller: 'Als Kontakt speichern',
  groups: { who: 'Wer', reach: 'Nummern und E-Mail', place: 'Adresse', known: 'Bekannt für' },
  fields: {
    name: 'Name',
    givenName: 'Vorname',
    surname: 'Nachname',
    organisation: 'Organisation',
    department: 'Abteilung',
    jobTitle: 'Funktion',
    phone: 'Telefon',
    mobile: 'Mobil',
    otherPhone: 'Andere Nummer',
    mail: 'E-Mail',
    street: 'Straße',
    postalCode: 'Postleitzahl',
    city: 'Ort',
    country: 'Land',
    tasks: 'Zuständig für',
    note: 'Notiz',
  },
  remove: 'Entfernen',
  removeSure: (seconds) => `Für alle entfernen? (${seconds} s)`,
  sending: (name) => `${name} wird gelesen …`,
  taken: (name, added, changed, unchanged) =>
    `${name}: ${count(added)} hinzugefügt, ${count(changed)} geändert, ${count(unchanged)} unverändert`,
  nothingTaken: (name, problems) =>
    `Aus ${name} wurde nichts übernommen: ${count(problems)} ${forms.plural(problems, 'Problem', 'Probleme')}`,
  row: 'Zeile',
  field: 'Spalte',
  remedy: 'Was zu tun ist',
  remedyOf: contactRemedy,
  moreProblems: (number) => `und ${count(number)} weitere`,
  notTaken: (answer) => {
    if (answer.kind === 'unreachable')
      return 'Keine Antwort. Sehen Sie in die Liste, bevor Sie die Datei noch einmal senden.';
    if (answer.status === 401) return 'Ihre Sitzung ist vorbei. Melden Sie sich wieder an.';
    if (answer.status === 413) return 'Die Datei ist zu groß. Senden Sie sie in Teilen.';
    return `Der Server hat die Datei nicht angenommen (${answer.status}).`;
  },
};
