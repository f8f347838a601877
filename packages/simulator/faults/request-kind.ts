/** Kinds of requests that a fault can be limited to. */
export const requestKinds = [
  'createCall',
  'answer',
  'reject',
  'redirect',
  'transfer',
  'playPrompt',
  'cancelMedia',
  'sendTones',
  'listenToTones',
  'mute',
  'keepAlive',
  'hangUp',
  'invite',
  'removeParticipant',
  'hold',
  'resume',
  'readCall',
  'readParticipants',
  'readOperation',
  'users',
  'presence',
  'subscriptions',
  'batch',
  'orgContacts',
  'groups',
  'teamsUsers',
  'contacts',
  'calendar',
  'mailbox',
  'mail',
  'chats',
] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What Graph throttles together. */
export type Service = 'calls' | 'users' | 'presence' | 'subscriptions' | 'batch' | 'outlook' | 'chats';

export interface RequestNature {
  readonly kind: RequestKind;
  readonly service: Service;
  /** Of the leg that the request is about. */
  readonly callId: string | undefined;
}

const actions: Readonly<Record<string, RequestKind>> = {
  answer: 'answer',
  reject: 'reject',
  redirect: 'redirect',
  transfer: 'transfer',
  playPrompt: 'playPrompt',
  cancelMediaProcessing: 'cancelMedia',
  sendDtmfTones: 'sendTones',
  subscribeToTone: 'listenToTones',
  mute: 'mute',
  unmute: 'mute',
  keepAlive: 'keepAlive',
  invite: 'invite',
  startHoldMusic: 'hold',
  stopHoldMusic: 'resume',
};

/** Whoever's mailbox it is. */
const mailbox = '^\\/(?:me|users\\/[^/]+)\\/';

const others: readonly (readonly [RegExp, RequestKind, Service])[] = [
  [/^\/\$batch/, 'batch', 'batch'],
  [/\/presences?(\/|$)|\/getPresencesByUserId/, 'presence', 'presence'],
  [/^\/subscriptions/, 'subscriptions', 'subscriptions'],
  [/^\/contacts(\/|$)/, 'orgContacts', 'users'],
  [/^\/groups(\/|$)/, 'groups', 'users'],
  [/^\/admin\/teams\//, 'teamsUsers', 'users'],
  [new RegExp(`${mailbox}contact`), 'contacts', 'outlook'],
  [new RegExp(`${mailbox}calendar`), 'calendar', 'outlook'],
  [new RegExp(`${mailbox}mailboxSettings`), 'mailbox', 'outlook'],
  [new RegExp(`${mailbox}(?:sendMail|mailFolders)`), 'mail', 'outlook'],
  [/^\/chats(\/|$)/, 'chats', 'chats'],
];

/** @param path without `/v1.0` and without the query */
export function natureOf(method: string, path: string): RequestNature {
  const call = /^\/(?:communications|app)\/calls(?:\/([^/]+)(\/.*)?)?$/.exec(path);
  if (call) return { service: 'calls', callId: call[1], kind: callKind(method, call[1], call[2] ?? '') };
  const [, kind, service] = others.find(([pattern]) => pattern.test(path)) ?? [undefined, 'users', 'users'];
  return { service, kind, callId: undefined };
}

function callKind(method: string, callId: string | undefined, rest: string): RequestKind {
  if (callId === undefined) return 'createCall';
  if (method === 'GET') {
    if (rest.startsWith('/participants')) return 'readParticipants';
    return rest.startsWith('/operations') ? 'readOperation' : 'readCall';
  }
  if (method === 'DELETE') return rest === '' ? 'hangUp' : 'removeParticipant';
  return actions[rest.slice(rest.lastIndexOf('/') + 1)] ?? 'readCall';
}
