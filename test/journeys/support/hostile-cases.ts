import { contractVersion } from '@switchboard/contract/version';
import type { HostileTokens } from './hostile-tokens.ts';

/** A body, the status that refuses it, and what the refusal speaks of. */
export const senselessBodies: readonly [string, string, number, RegExp][] = [
  ['half of JSON', '{"value":[', 400, /JSON/],
  ['nothing', '', 400, /[Bb]ody/],
  ['null', 'null', 400, /value/],
  ['a number', '42', 400, /value/],
  ['a list', '[]', 400, /value/],
  ['no list in value', '{"value":{"length":3}}', 400, /value/],
  ['a poisoned prototype', '{"__proto__":{"value":[]},"value":[]}', 400, /JSON/],
  ['a poisoned constructor', '{"value":[],"constructor":{"prototype":{"a":1}}}', 400, /JSON/],
];

/** Values of `value` that are read item by item, and of which nothing is to be taken. */
export const oddItems: readonly [string, unknown][] = [
  ['null, numbers, texts, lists', [null, 7, 'x', [], {}, true]],
  ['members of the wrong types', [{ changeType: 5, resourceUrl: ['a'], resourceData: 'b' }]],
  ['another resource', [{ changeType: 'created', resourceUrl: '/users/1', resourceData: {} }]],
  ['an id that is a path', [{ changeType: 'deleted', resourceUrl: '/communications/calls/..%2f..' }]],
  [
    'a roster of nonsense',
    [
      {
        changeType: 'updated',
        resourceUrl: '/communications/calls/x/participants',
        resourceData: [1, null, { id: {} }],
      },
    ],
  ],
];

/** What a socket may receive, and the field that its refusal names. */
export const socketGarbage: readonly [string, string | Buffer, string][] = [
  ['bytes', Buffer.from([0, 255, 1, 254]), 'message'],
  ['no JSON', 'hello?', 'message'],
  ['an empty text', '', 'message'],
  ['null', 'null', 'message'],
  ['a list', '[{"type":"hello"}]', 'message'],
  ['no type', '{"id":"1"}', 'type'],
  ['an unknown type', '{"type":"giveMeAll","id":"1"}', 'type'],
  ['an inherited type', '{"type":"__proto__","id":"1"}', 'type'],
  ['a poisoned prototype', '{"__proto__":{"type":"accept"},"constructor":{"prototype":{}},"id":"1"}', 'type'],
  ['a version in words', '{"type":"hello","version":"1"}', 'version'],
  [
    'a number to resume from in words',
    `{"type":"hello","version":${contractVersion},"resumeFrom":"0"}`,
    'resumeFrom',
  ],
  [
    'a number to resume from below zero',
    `{"type":"hello","version":${contractVersion},"resumeFrom":-1}`,
    'resumeFrom',
  ],
  ['a call id of the wrong type', '{"type":"accept","id":"1","callId":{"$ne":1}}', 'callId'],
  ['an endless id', `{"type":"accept","id":"1","callId":"${'x'.repeat(65)}"}`, 'callId'],
  ['an endless search', `{"type":"search","id":"1","limit":5,"text":"${'x'.repeat(201)}"}`, 'text'],
  ['a search for a million', '{"type":"search","id":"1","limit":1000000,"text":"a"}', 'limit'],
  [
    'a watch on everybody',
    `{"type":"watch","personIds":${JSON.stringify(Array.from({ length: 201 }, String))}}`,
    'personIds',
  ],
];

/** Paths out of the folders that are served. */
export const climbingPaths = [
  '/../../../../etc/passwd',
  '/..%2f..%2f..%2f..%2fetc%2fpasswd',
  '/%2e%2e/%2e%2e/package.json',
  '/assets/../../package.json',
  '/assets/..%5c..%5cpackage.json',
  '/%00/index.html',
  '//etc/passwd',
  '/media/..%2f..%2fpackage.json',
  '/media/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '/media/__proto__',
  '/.env',
  '/%',
];

const bearer = async (tokens: HostileTokens, change: Readonly<Record<string, unknown>>): Promise<string> =>
  `Bearer ${await tokens.good(change)}`;

const hour = 3_600;
const now = (): number => Math.floor(Date.now() / 1_000);
type SenderCase = readonly [
  string,
  (tokens: HostileTokens) => Promise<string | undefined> | string,
  string,
  RegExp,
];

/** The Authorization header of a sender who is not Microsoft, and the refusal: its code and what it speaks of. */
export const untrustedSenders: readonly SenderCase[] = [
  ['no header', async () => undefined, 'missing', /Authorization/],
  ['another scheme', () => 'Basic ZmljdGlvbmFs', 'malformed', /Bearer/],
  ['words for a token', () => 'Bearer let-me-in', 'malformed', /JSON web token/],
  ['no signature', (tokens) => `Bearer ${tokens.unsigned()}`, 'signature', /not signed by a published key/],
  ['a shared secret', async (tokens) => `Bearer ${await tokens.confused()}`, 'signature', /published key/],
  ['a forged signature', async (tokens) => `Bearer ${await tokens.forged()}`, 'signature', /published key/],
  ['an unknown key', async (tokens) => `Bearer ${await tokens.strange()}`, 'signature', /published key/],
  ['exchanged claims', async (tokens) => `Bearer ${await tokens.altered()}`, 'signature', /published key/],
  [
    'a token of yesterday',
    (tokens) => bearer(tokens, { exp: now() - hour, nbf: now() - 2 * hour }),
    'expired',
    /expired/,
  ],
  [
    'a token of tomorrow',
    (tokens) => bearer(tokens, { nbf: now() + hour, exp: now() + 2 * hour }),
    'expired',
    /nbf/,
  ],
  ['a token without an end', (tokens) => bearer(tokens, { exp: undefined }), 'malformed', /exp/],
  [
    'a token for another application',
    (tokens) => bearer(tokens, { aud: crypto.randomUUID() }),
    'audience',
    /aud/,
  ],
  ['another issuer', (tokens) => bearer(tokens, { iss: 'https://graph.example' }), 'issuer', /iss/],
  ['no tenant', (tokens) => bearer(tokens, { tid: undefined }), 'tenant', /tid/],
  ['a tenant that is no id', (tokens) => bearer(tokens, { tid: "' OR 1=1 --" }), 'tenant', /tid/],
  [
    'a tenant that is no customer',
    (tokens) => bearer(tokens, { tid: crypto.randomUUID() }),
    'tenant',
    /tid.*customer/,
  ],
];
