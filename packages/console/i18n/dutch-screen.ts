import type { PresenceKind } from '../state/presence-book.ts';
import { clockTime } from './durations.ts';
import { calls } from './dutch-calls.ts';
import { contacts, edit, favourites, filters } from './dutch-contacts.ts';
import { desk } from './dutch-desk.ts';
import { details, people } from './dutch-people.ts';
import { settings } from './dutch-settings.ts';
import { ago, forms, nameFirst, nameOf } from './dutch-words.ts';
import type { screen as english } from './english-screen.ts';

const presence: Record<PresenceKind, string> = {
  available: 'Beschikbaar',
  busy: 'Bezet',
  doNotDisturb: 'Niet storen',
  away: 'Afwezig',
  offline: 'Offline',
  outOfOffice: 'Niet op kantoor',
  unknown: 'Aanwezigheid onbekend',
};

/** What Microsoft calls an activity, in lower case. */
const activities: Readonly<Record<string, string>> = {
  inacall: 'In gesprek',
  inaconferencecall: 'In een groepsgesprek',
  inameeting: 'In een vergadering',
  presenting: 'Presenteert',
  focusing: 'Focus',
  berightback: 'Zo terug',
  offwork: 'Niet aan het werk',
  outofoffice: 'Niet op kantoor',
  urgentinterruptionsonly: 'Alleen voor dringende zaken',
};

export const screen: typeof english = {
  product: 'Switchboard',
  oneLine: 'Hoe het staat',
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
      ? `Microsoft meldt elke wijziging: de laatste om ${forms.moment(at)}`
      : `Gelezen bij Microsoft om ${forms.moment(at)}`,
  alsoOutOfOffice: 'niet op kantoor',
  presenceAge: (milliseconds) => ago(milliseconds),
  bar: {
    nobodyWaits: 'Niemand wacht',
    waits: (count, time) => `${count} ${forms.plural(count, 'wachtende', 'wachtenden')} · langste ${time}`,
    signOut: 'Afmelden',
    keys: 'Toetsen',
    settings: 'Instellingen',
  },
  settings,
  keys: {
    title: 'Toetsen',
    close: 'Sluiten',
    noKey: '–',
    anyLetter: 'Letter, cijfer',
    anyLetterHint: 'Personen zoeken, van overal',
    everywhere: 'Overal',
    inCalls: (cap) => `Na ${cap}, op het gesprek met de focus`,
    inPerson: (cap) => `Na ${cap}, op de gekozen persoon`,
    onCallBacks: (cap) => `Na ${cap}, op een terugbelverzoek`,
    onMessages: (cap) => `Na ${cap}, op een bericht`,
    digits: '1 – 9',
    lines: '1 – 6',
  },
  connection: {
    lost: (milliseconds) =>
      `Verbinding weg – u ziet de stand van ${ago(milliseconds)}; er wordt opnieuw geprobeerd`,
    offline: 'Geen verbinding',
    connecting: 'Verbinding maken …',
    outdated: 'Deze pagina is ouder dan de server.',
    newer: 'Er is een nieuwere versie; laad opnieuw als er geen gesprek loopt.',
    reloadNewer: 'Nieuwere versie: opnieuw laden',
    reload: 'Opnieuw laden',
    unreachable: 'De server antwoordt niet. Er wordt opnieuw geprobeerd …',
  },
  signIn: {
    title: 'Meld u aan om gesprekken aan te nemen',
    lead: 'Gesprekken aannemen en doorverbinden, met uw Microsoft-account.',
    button: 'Aanmelden bij Microsoft',
    framed: 'De aanmelding van Microsoft opent niet binnen een andere pagina.',
    openAlone: 'Switchboard in een eigen venster openen',
    over: 'Uw sessie is voorbij. Meld u opnieuw aan om verder te gaan.',
  },
  notLoaded:
    'Dit deel van de console kon niet worden geladen. Controleer de verbinding, of laad deze pagina opnieuw.',
  notices: { dismiss: 'Sluiten', region: 'Berichten' },
  clockTime,
  ago,
  nameOf,
  nameFirst,
};
