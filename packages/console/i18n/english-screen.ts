import { nameFirst, nameOf } from '@switchboard/contract/words/party-words';
import type { PresenceKind } from '../state/presence-book.ts';
import { clockTime } from './durations.ts';
import { calls } from './english-calls.ts';
import { desk } from './english-desk.ts';
import { settings } from './english-settings.ts';
import { ago } from './english-words.ts';

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
  calls,
  desk,
  people: {
    pane: 'People',
    search: 'Search for people',
    placeholder: 'Search: name, team, number …',
    clear: 'Clear the search',
    start: 'Find a colleague',
    startHint: 'Just type: a name, a department, a number.',
    none: (text: string): string => `Nobody found for “${text}”`,
    noneHint: 'Try fewer letters, another spelling or a department.',
    asking: 'Searching …',
    slow: 'The search does not answer. Type on to ask again.',
    offline: 'Not connected: these are the last results.',
    more: (count: number): string => `The first ${count}; type more to narrow it down`,
    filling: (count: number): string => `The directory is still being read: ${count} people so far`,
    wished: 'Enter is kept: it acts when exactly this text finds only one',
    queueRow: (name: string): string => `Queue ${name}`,
    queueRowHint: 'Move the caller to this queue',
    numberRow: (number: string): string => `Put through to ${number}`,
    numberRowHint: 'The number as you typed it',
  },
  details: {
    pane: 'Details',
    none: 'Nobody chosen',
    noneHint: 'Choose a person with the arrow keys to see who they are.',
    numberHint: 'Our country’s number, or with + and country code.',
    lines: { teams: 'Teams', phone: 'Phone', mobile: 'Mobile', voicemail: 'Voicemail' },
    linesTitle: 'Line',
    leaveNow: 'Put through and leave',
    parkFor: 'Park for them',
    letters: 'Letters and digits act here. Esc goes back to the search.',
    jobTitle: 'Role',
    department: 'Department',
    office: 'Office',
    phone: 'Phone',
    mobile: 'Mobile',
    mail: 'E-mail',
    manager: 'Manager',
    noCall: 'No call to put through',
    alreadyRinging: 'A colleague is being rung for this caller',
    notNow: 'This call cannot be put through now',
  },
  presence: (kind: PresenceKind, activity: string | undefined): string =>
    (kind === 'unknown' || kind === 'outOfOffice' ? undefined : activities[activity?.toLowerCase() ?? '']) ??
    presence[kind],
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
    anyLetter: 'A letter or digit',
    anyLetterHint: 'Search for people, from anywhere',
    everywhere: 'Everywhere',
    inCalls: (cap: string): string => `After ${cap}, on the call that has the focus`,
    inPerson: (cap: string): string => `After ${cap}, on the person chosen`,
    onCallBacks: (cap: string): string => `After ${cap}, on a call back`,
    digits: '1 – 9',
    lines: '1 – 4',
  },
  connection: {
    lost: (milliseconds: number): string =>
      `Connection lost – showing what was true ${ago(milliseconds)}; trying again`,
    /** Why a button does nothing now. */
    offline: 'Not connected',
    connecting: 'Connecting …',
    outdated: 'This page is older than the server.',
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
