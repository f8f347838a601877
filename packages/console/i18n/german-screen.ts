import type { PresenceKind } from '../state/presence-book.ts';
import { clockTime } from './durations.ts';
import type { screen as english } from './english-screen.ts';
import { calls } from './german-calls.ts';
import { contacts, edit, favourites, filters } from './german-contacts.ts';
import { desk } from './german-desk.ts';
import { details, people } from './german-people.ts';
import { settings } from './german-settings.ts';
import { ago, forms, nameFirst, nameOf } from './german-words.ts';

const presence: Record<PresenceKind, string> = {
  available: 'Verfügbar',
  busy: 'Beschäftigt',
  doNotDisturb: 'Nicht stören',
  away: 'Abwesend',
  offline: 'Offline',
  outOfOffice: 'Nicht im Büro',
  unknown: 'Anwesenheit unbekannt',
};

/** What Microsoft calls an activity, in lower case. */
const activities: Readonly<Record<string, string>> = {
  inacall: 'Im Gespräch',
  inaconferencecall: 'In einer Konferenz',
  inameeting: 'In einer Besprechung',
  presenting: 'Präsentiert',
  focusing: 'Fokuszeit',
  berightback: 'Gleich zurück',
  offwork: 'Nicht im Dienst',
  outofoffice: 'Nicht im Büro',
  urgentinterruptionsonly: 'Nur in dringenden Fällen',
};

export const screen: typeof english = {
  product: 'Switchboard',
  oneLine: 'Wie es steht',
  calls,
  desk,
  people,
  details,
  filters,
  favourites,
  edit,
  contacts,
  presence: (kind, activity) =>
    (kind === 'unknown' || kind === 'outOfOffice' ? undefined : activities[activity?.toLowerCase() ?? '']) ??
    presence[kind],
  presenceOrigin: (source, at) =>
    source === 'subscription'
      ? `Microsoft meldet jede Änderung: die letzte um ${forms.moment(at)}`
      : `Bei Microsoft gelesen um ${forms.moment(at)}`,
  alsoOutOfOffice: 'nicht im Büro',
  presenceAge: (milliseconds) => ago(milliseconds),
  bar: {
    nobodyWaits: 'Niemand wartet',
    waits: (count, time) => `${count} ${forms.plural(count, 'wartet', 'warten')} · am längsten ${time}`,
    signOut: 'Abmelden',
    keys: 'Tasten',
    settings: 'Einstellungen',
  },
  settings,
  keys: {
    title: 'Tasten',
    close: 'Schließen',
    noKey: '–',
    anyLetter: 'Buchstabe, Ziffer',
    anyLetterHint: 'Personen suchen, von überall',
    everywhere: 'Überall',
    inCalls: (cap) => `Nach ${cap}, auf dem Anruf mit dem Fokus`,
    inPerson: (cap) => `Nach ${cap}, auf der gewählten Person`,
    onCallBacks: (cap) => `Nach ${cap}, auf einem Rückruf`,
    onMessages: (cap) => `Nach ${cap}, auf einer Nachricht`,
    digits: '1 – 9',
    lines: '1 – 6',
  },
  connection: {
    lost: (milliseconds) =>
      `Verbindung verloren – Sie sehen den Stand ${ago(milliseconds)}; neuer Versuch läuft`,
    offline: 'Keine Verbindung',
    connecting: 'Verbindung wird aufgebaut …',
    outdated: 'Diese Seite ist älter als der Server.',
    newer: 'Eine neuere Version ist da; laden Sie neu, wenn kein Gespräch läuft.',
    reloadNewer: 'Neuere Version: neu laden',
    reload: 'Neu laden',
    unreachable: 'Der Server antwortet nicht. Neuer Versuch läuft …',
  },
  signIn: {
    title: 'Melden Sie sich an, um Anrufe anzunehmen',
    lead: 'Anrufe annehmen und verbinden, mit Ihrem Microsoft-Konto.',
    button: 'Bei Microsoft anmelden',
    framed: 'Die Anmeldung bei Microsoft öffnet sich nicht innerhalb einer anderen Seite.',
    openAlone: 'Switchboard in eigenem Fenster öffnen',
    over: 'Ihre Sitzung ist vorbei. Melden Sie sich wieder an, um fortzufahren.',
  },
  notLoaded:
    'Dieser Teil der Konsole konnte nicht geladen werden. Prüfen Sie die Verbindung, oder laden Sie diese Seite neu.',
  notices: { dismiss: 'Schließen', region: 'Nachrichten' },
  clockTime,
  ago,
  nameOf,
  nameFirst,
};
