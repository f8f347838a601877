import { nameFirst, nameOf } from '@switchboard/contract/words/party-words';
import type { PresenceKind } from '../state/presence-book.ts';
import { clockTime } from './durations.ts';
import { calls } from './english-calls.ts';
import { desk } from './english-desk.ts';
import { contacts, details, edit, favourites, filters, people } from './english-people.ts';
import { settings } from './english-settings.ts';
import { ago, forms } from './english-words.ts';

const presence: Record<PresenceKind, string> = {
  available: 'Available',
  busy: 'Busy',
  doNotDisturb: 'Do not disturb',
  away: 'Away',
  offline: 'Offline',
  outOfOffice: 'Out of office',
  unknown: 'Presence unknown',
};

/** Activities that say more than their badge does; Microsoft's names in lower case. */
const activities: Readonly<Record<string, string>> = {
  inacall: 'In a call',
  inaconferencecall: 'In a conference call',
  inameeting: 'In a meeting',
  presenting: 'Presenting',
  focusing: 'Focusing',
  berightback: 'Be right back',
  offwork: 'Off work',
  outofoffice: 'Out of office',
  urgentinterruptionsonly: 'Urgent interruptions only',
};

/** What the screen shows. */
export const screen = {
  product: 'Switchboard',
  oneLine: 'How things stand',
  calls,
  desk,
  people,
  details,
  filters,
  favourites,
  edit,
  contacts,
  presence: (kind: PresenceKind, activity: string | undefined): string =>
    (kind === 'unknown' || kind === 'outOfOffice' ? undefined : activities[activity?.toLowerCase() ?? '']) ??
    presence[kind],
  /** What stands behind a presence: who says so, and since when. */
  presenceOrigin: (source: 'subscription' | 'poll', at: number): string =>
    source === 'subscription'
      ? `Microsoft tells every change: the last one at ${forms.moment(at)}`
      : `Read from Microsoft at ${forms.moment(at)}`,
  alsoOutOfOffice: 'out of office',
  presenceAge: (milliseconds: number): string => ago(milliseconds),
  bar: {
    nobodyWaits: 'Nobody waiting',
    waits: (count: number, time: string): string => `${count} waiting · longest ${time}`,
    signOut: 'Sign out',
    keys: 'Keys',
    settings: 'Settings',
  },
  settings,
  keys: {
    title: 'Keys',
    close: 'Close',
    noKey: '–',
    anyLetter: 'A letter or digit',
    anyLetterHint: 'Search for people, from anywhere',
    everywhere: 'Everywhere',
    inCalls: (cap: string): string => `After ${cap}, on the call that has the focus`,
    inPerson: (cap: string): string => `After ${cap}, on the person chosen`,
    onCallBacks: (cap: string): string => `After ${cap}, on a call back`,
    onMessages: (cap: string): string => `After ${cap}, on a message`,
    digits: '1 – 9',
    lines: '1 – 6',
  },
  connection: {
    lost: (milliseconds: number): string =>
      `Connection lost – showing what was true ${ago(milliseconds)}; trying again`,
    /** Why a button does nothing now. */
    offline: 'Not connected',
    connecting: 'Connecting …',
    outdated: 'This page is older than the server.',
    /** The server has another console. */
    newer: 'A newer version is there; reload when no call is under way.',
    /** The link for it beside another sentence. */
    reloadNewer: 'Newer version: reload',
    reload: 'Reload',
    unreachable: 'The server does not answer. Trying again …',
  },
  signIn: {
    title: 'Sign in to answer calls',
    lead: 'Take calls and put them through, with your Microsoft account.',
    button: 'Sign in with Microsoft',
    framed: 'Microsoft’s sign-in does not open inside another page.',
    openAlone: 'Open Switchboard in its own window',
    over: 'Your session is over. Sign in again to go on.',
  },
  notLoaded: 'This part of the console could not be loaded. Check the connection, or reload this page.',
  notices: { dismiss: 'Dismiss', region: 'Messages' },
  clockTime,
  ago,
  nameOf,
  nameFirst,
};
