import type { DirectoryProgress, PersonalContacts } from '@switchboard/contract/feed/directory-progress';
import type { MatchView, PersonView } from '@switchboard/contract/views/person-view';
import { contactRemedies, contactRemedyIn } from '@switchboard/contract/words/contact-remedies';
import type { Line } from '../state/letter-map.ts';
import type { Filter } from '../state/search-filters.ts';
import { forms } from './english-words.ts';

const { count } = forms;

export const lineNames: Readonly<Record<Line, string>> = {
  teams: 'Teams',
  phone: 'Phone',
  mobile: 'Mobile',
  voicemail: 'Voicemail',
  otherPhone: 'Other number',
  teamsNumber: 'Teams number',
};

const sources: Readonly<Record<PersonView['source'], string>> = {
  directory: 'Directory',
  organisation: 'Organisation contact',
  shared: 'Shared contact',
  personal: 'Your own contact',
};

/** What stands before a text that was found and that a row shows only for that. */
const foundIn: Readonly<Record<MatchView['field'], string>> = {
  name: '',
  givenName: 'first name',
  surname: 'surname',
  alternateNames: 'also called',
  nicknames: 'also called',
  department: '',
  jobTitle: '',
  organisation: 'at',
  office: '',
  city: 'in',
  tasks: 'knows:',
  mail: 'e-mail',
  phones: '',
};

function directoryNote({ state, read, about, readAt, problem }: DirectoryProgress): string | undefined {
  if (state === 'ready') return undefined;
  if (state === 'filling') {
    const far =
      about === undefined
        ? `${count(read)} people read`
        : `${count(read)} of about ${count(about)} people read`;
    return `The directory is being read: ${far}. Until then Microsoft is asked too`;
  }
  const old = readAt === undefined ? '' : ` What is here is from ${forms.dateTime(readAt)}.`;
  return `The directory cannot be read${problem === undefined ? '' : `: ${problem}`}.${old}`;
}

const personalNotes: Readonly<Record<PersonalContacts['state'], (count: number) => string | undefined>> = {
  reading: (number) => `Your own contacts are being read: ${count(number)} so far`,
  ready: () => undefined,
  noRight: () => 'Your own Outlook contacts are not searched: your organisation has not allowed it',
  signIn: () => 'Your own Outlook contacts are not searched until you sign in anew',
  failing: () => 'Your own Outlook contacts cannot be read just now',
};

/** The list of people. */
export const people = {
  pane: 'People',
  favourites: 'Favourites',
  search: 'Search for people',
  placeholder: 'Search: name, team, number, task …',
  clear: 'Clear the search',
  start: 'Find a colleague',
  startHint: 'Just type: a name, a department, a number, what one comes to them for.',
  none: (text: string): string => (text === '' ? 'Nobody fits these filters' : `Nobody found for “${text}”`),
  noneHint: 'Try fewer letters, another spelling or a department.',
  noneHintFilters: 'Take a filter away, or try fewer letters.',
  asking: 'Searching …',
  slow: 'The search does not answer. Type on to ask again.',
  offline: 'Not connected: these are the last results.',
  total: (total: number, isCapped: boolean): string => `${count(total)}${isCapped ? '+' : ''}`,
  placeOf: (place: number, total: string): string => `${count(place)} of ${total}`,
  found: (total: string): string => `${total} found`,
  far: (shown: number, total: string): string =>
    `${count(shown)} of ${total} are listed here; type more to narrow it down`,
  directory: directoryNote,
  personal: ({ state, count: number }: PersonalContacts): string | undefined => personalNotes[state](number),
  forwarded: {
    merged: undefined,
    failed: 'Microsoft did not answer: there may be more people than these',
    noRight: 'Microsoft may not be asked with your rights: only people read so far are found',
  },
  wished: 'Enter is kept: it acts when exactly this text finds only one',
  queueRow: (name: string): string => `Queue ${name}`,
  queueRowHint: 'Move the caller to this queue',
  numberRow: (number: string): string => `Put through to ${number}`,
  numberRowHint: 'The number as you typed it',
  foundIn: (field: MatchView['field']): string => foundIn[field],
  unread: 'Being read …',
  inGroup: (title: string): string => `in ${title}`,
  isFavourite: 'favourite',
  badges: {
    organisation: 'Organisation',
    shared: 'Shared',
    personal: 'Personal',
    guest: 'Guest',
    former: 'No longer here',
    forwarded: 'From Microsoft',
  },
};

/** Everything about the one chosen. */
export const details = {
  pane: 'Details',
  none: 'Nobody chosen',
  noneHint: (next: string, go: string): string =>
    `${next} chooses a person: who they are, when they are free and what you can do stand here. ${go} goes to it.`,
  numberHint: 'Our country’s number, or with + and country code.',
  lines: lineNames,
  linesTitle: 'Line',
  leaveNow: 'Put through and leave',
  parkFor: 'Park for them',
  letters: 'Letters and digits act here. Esc goes back to the search.',
  department: 'Department',
  organisation: 'Organisation',
  office: 'Office',
  mail: 'E-mail',
  address: 'Address',
  manager: 'Manager',
  tasks: 'Knows',
  alsoCalled: 'Also called',
  note: 'Note',
  noteBy: (by: string | undefined, at: number): string =>
    `${by === undefined ? '' : `${by}, `}${forms.dateTime(at)}`,
  source: 'From',
  sources,
  openManager: (name: string): string => `Open ${name}`,
  back: 'Back to the list',
  dial: (number: string): string => `Dial ${number} in Teams`,
  outOfOfficeWords: (message: string | undefined): string =>
    message === undefined ? 'Out of office' : `Out of office: “${message}”`,
  statusWords: (message: string): string => `Says: “${message}”`,
  worksAt: (place: string): string => `Works ${place}`,
  workPlaces: {
    office: 'in the office',
    remote: 'remotely',
    timeOff: 'not now: time off',
    unspecified: 'at',
  },
  former: 'No longer there: nobody can be put through to them.',
  edit: 'Edit',
  editHint: 'Note, what one comes to them for, other names',
  changeContact: 'Change contact',
  noCall: 'No call to put through',
  cannotBeRung: 'They have no number to be rung on',
  alreadyRinging: 'A colleague is being rung for this caller',
  notNow: 'This call cannot be put through now',
};

/** The filter bar and its chips. */
export const filters = {
  open: 'Filter',
  title: 'Filter people',
  search: 'Filter by',
  placeholder: 'Department, site, source …',
  list: 'What to filter by',
  reading: 'Being read …',
  failed: 'The departments and sites could not be read.',
  none: (text: string): string => `Nothing to filter by is called “${text}”`,
  groups: { free: 'Presence', source: 'Source', department: 'Department', place: 'Site' },
  name: (filter: Filter): string => {
    if (filter.kind === 'free') return 'Free now';
    return filter.kind === 'source' ? sources[filter.value] : filter.value;
  },
  count,
  hint: 'Enter chooses, Esc goes back to the search.',
  active: 'Filters',
  remove: (name: string): string => `Remove the filter ${name}`,
  removeAll: 'Remove all filters',
};

/** What can be done with a favourite. */
export const favourites = {
  favourite: 'Favourite',
  add: 'Keep among the favourites',
  remove: 'Take out of the favourites',
  menu: 'Group and place',
  noGroup: 'No group',
  newGroup: 'New group …',
  moveUp: 'Move up',
  moveDown: 'Move down',
  group: 'Group',
  title: (name: string): string => `${name}: a new group`,
  hint: 'Such as “Doctors on call”. It becomes a heading of your favourites.',
};

/** The forms for what operators write themselves. */
export const edit = {
  title: (name: string): string => `About ${name}`,
  note: 'Note',
  noteHint: 'All operators see it, with your name.',
  tasks: 'What one comes to them for',
  alternateNames: 'Other names',
  nicknames: 'Nicknames',
  oneALine: 'One a line',
  save: 'Save',
  close: 'Close',
  discard: 'Throw away what I typed',
  draft: 'You typed this earlier and did not save it.',
  sending: 'Saving …',
  notSaved: 'Not saved. What you typed is still here.',
  nameMissing: 'Type a name.',
  tooLong: (length: number): string => `Too long: at most ${count(length)} characters.`,
  tooMany: (lines: number): string => `Too many: at most ${lines} lines.`,
  lineTooLong: (line: string, length: number): string =>
    `“${line}…” is too long: at most ${length} characters a line.`,
};

/** The contacts that operators keep together. */
export const contacts = {
  open: 'Shared contacts',
  short: 'Contacts',
  title: 'Shared contacts',
  lead: 'People outside the directory whom all operators find: partners, suppliers, frequent callers.',
  add: 'Add a contact',
  showAll: 'Show all in the list',
  import: 'Take in a file (CSV)',
  export: 'Save as a file (CSV)',
  newTitle: 'A new shared contact',
  changeTitle: (name: string): string => `Shared contact: ${name}`,
  keepCaller: 'Keep as contact',
  groups: { who: 'Who', reach: 'Numbers and e-mail', place: 'Address', known: 'Known for' },
  fields: {
    name: 'Name',
    givenName: 'First name',
    surname: 'Surname',
    organisation: 'Organisation',
    department: 'Department',
    jobTitle: 'Role',
    phone: 'Phone',
    mobile: 'Mobile',
    otherPhone: 'Other number',
    mail: 'E-mail',
    street: 'Street',
    postalCode: 'Postal code',
    city: 'City',
    country: 'Country',
    tasks: 'What one comes to them for',
    note: 'Note',
  },
  remove: 'Remove',
  removeSure: (seconds: number): string => `Remove for everybody? (${seconds} s)`,
  sending: (name: string): string => `Reading ${name} …`,
  taken: (name: string, added: number, changed: number, unchanged: number): string =>
    `${name}: ${count(added)} added, ${count(changed)} changed, ${count(unchanged)} as they were`,
  nothingTaken: (name: string, problems: number): string =>
    `Nothing of ${name} was taken: ${problems === 1 ? '1 problem' : `${count(problems)} problems`}`,
  row: 'Row',
  field: 'Column',
  remedy: 'What to do',
  remedyOf: contactRemedyIn(contactRemedies),
  moreProblems: (number: number): string => `and ${count(number)} more`,
  notTaken: (
    answer: { readonly kind: 'refused'; readonly status: number } | { readonly kind: 'unreachable' },
  ): string => {
    if (answer.kind === 'unreachable') return 'No answer. Look at the list before you send the file again.';
    if (answer.status === 401) return 'Your session is over. Sign in again.';
    if (answer.status === 413) return 'The file is too large. Send it in parts.';
    return `The server did not take the file (${answer.status}).`;
  },
};
