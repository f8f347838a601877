import type { GraphToken, Permission } from './graph-request.ts';

const byToken = (application: readonly string[], delegated: readonly string[]): Permission => ({
  application,
  delegated,
  checkedAgainst: 'token',
});
const byCall = (...application: readonly string[]): Permission => ({
  application,
  delegated: [],
  checkedAgainst: 'call',
});

const readPeople = [
  'User.ReadBasic.All',
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];
const readFully = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];
const readDirectory = ['Directory.Read.All', 'Directory.ReadWrite.All'];
const readGroups = ['Group.ReadBasic.All', 'Group.Read.All', 'Group.ReadWrite.All', ...readDirectory];
const readMembers = [
  'GroupMember.ReadBasic.All',
  'GroupMember.Read.All',
  'GroupMember.ReadWrite.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  ...readDirectory,
];
const readContacts = ['Contacts.Read', 'Contacts.ReadWrite'];
const readSettings = ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'];
const readCalendars = ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'];
const sharedContacts = ['Contacts.Read.Shared', 'Contacts.ReadWrite.Shared'];
export const sharedCalendars: readonly string[] = ['Calendars.Read.Shared', 'Calendars.ReadWrite.Shared'];
const sendMail = ['Mail.Send', 'Mail.Send.Shared'];
const readMail = ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'];
const readGrants = [
  'DelegatedPermissionGrant.Read.All',
  'DelegatedPermissionGrant.ReadWrite.All',
  ...readDirectory,
];
const readTeams = ['TeamsUserConfiguration.Read.All'];

const joined = ['Calls.JoinGroupCall.All', 'Calls.JoinGroupCallAsGuest.All'];

/**
 * Least and higher permissions per request, from Microsoft's permissions.json of August 2026.
 * Call actions are checked against what the token held when the call was answered or created
 * (https://learn.microsoft.com/graph/api/call-delete, read 2026-11-23).
 */
export const permissions = {
  createCall: byToken(
    ['Calls.JoinGroupCalls.Chat', 'Calls.Initiate.All', 'Calls.InitiateGroupCall.All', ...joined],
    [],
  ),
  answer: byToken(joined, []),
  reject: byToken([], []),
  redirect: byToken(['Calls.Initiate.All'], []),
  callControl: byCall('Calls.Initiate.All', 'Calls.AccessMedia.All'),
  transfer: byCall('Calls.Initiate.All'),
  tones: byCall('Calls.AccessMedia.All'),
  invite: byCall('Calls.InitiateGroupCall.All'),
  participant: byCall(...joined),
  operation: byCall(),
  users: byToken(readPeople, readPeople),
  user: byToken(readPeople, [...readPeople, 'User.Read', 'User.ReadWrite']),
  me: byToken([], [...readPeople, 'User.Read', 'User.ReadWrite']),
  delta: byToken(readFully, readFully),
  manager: byToken(readFully, readFully),
  orgContacts: byToken(['OrgContact.Read.All', ...readDirectory], ['OrgContact.Read.All', ...readDirectory]),
  groups: byToken([...readGroups, ...readMembers], [...readGroups, ...readMembers]),
  groupMembers: byToken(readMembers, readMembers),
  myContacts: byToken([], readContacts),
  contacts: byToken(readContacts, [...readContacts, ...sharedContacts]),
  teamsUsers: byToken(readTeams, readTeams),
  mySettings: byToken([], readSettings),
  mailboxSettings: byToken(readSettings, readSettings),
  mySchedule: byToken([], [...readCalendars, ...sharedCalendars]),
  calendars: byToken(readCalendars, [...readCalendars, ...sharedCalendars]),
  mySending: byToken([], ['Mail.Send']),
  sending: byToken(['Mail.Send'], sendMail),
  mySentMail: byToken([], readMail),
  openChat: byToken([], ['Chat.Create', 'Chat.ReadWrite']),
  writeChat: byToken([], ['ChatMessage.Send', 'Chat.ReadWrite']),
  readChat: byToken([], ['Chat.Read', 'Chat.ReadWrite']),
  grants: byToken(readGrants, readGrants),
  presence: byToken(['Presence.Read.All', 'Presence.ReadWrite.All'], ['Presence.Read', 'Presence.Read.All']),
  presences: byToken(['Presence.Read.All', 'Presence.ReadWrite.All'], ['Presence.Read.All']),
  myPresence: byToken([], ['Presence.Read', 'Presence.Read.All']),
  /** Decided by the resource named in the body. */
  subscriptions: byToken(['*'], ['*']),
} as const satisfies Readonly<Record<string, Permission>>;

/** Who sees numbers of callers; without any of these the source stays encrypted (graph-contract A.2). */
export const seesCallers: readonly string[] = [
  'Calls.AccessMedia.All',
  'Calls.Initiate.All',
  'Calls.InitiateGroupCall.All',
  ...joined,
];

/** Names of permissions are compared without regard to case: Microsoft's own files differ. */
export function holdsAny(held: readonly string[], wanted: readonly string[]): boolean {
  const lower = held.map((name) => name.toLowerCase());
  return wanted.some((name) => name === '*' || lower.includes(name.toLowerCase()));
}

export const isDelegated = (token: GraphToken): boolean => token.userId !== undefined;

/** Whether the token itself is enough; for permissions checked against a call only its kind is looked at. */
export function admits(permission: Permission, token: GraphToken): boolean {
  if (isDelegated(token)) return holdsAny(token.scopes, permission.delegated);
  if (permission.checkedAgainst === 'call' || permission === permissions.reject) return true;
  return holdsAny(token.roles, permission.application);
}
