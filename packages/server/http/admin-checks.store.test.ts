import type { AddressInfo } from 'node:net';
import type { DoctorCheck } from '@switchboard/contract/admin/doctor';
import { fromTeams } from '@switchboard/domain/directory/directory-settings';
import { type PersonId, personId, tenantId } from '@switchboard/domain/ids';
import { AuthError } from '@switchboard/graph/auth/auth-error';
import type { OperatorTokens } from '@switchboard/graph/auth/operator-tokens';
import { createGraphClient } from '@switchboard/graph/client/create-graph-client';
import { must } from '@switchboard/kit/assert';
import { createClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { ok, refused } from '@switchboard/kit/result';
import { recordSession } from '@switchboard/store/access/sessions';
import { openStore, type Store } from '@switchboard/store/access/store';
import { writeTokenCache } from '@switchboard/store/access/token-caches';
import { claimStream, prepareStreams } from '@switchboard/store/directory/claim-stream';
import { failStream } from '@switchboard/store/directory/hold-stream';
import { changeDirectorySettings } from '@switchboard/store/directory/settings';
import { putOperator, putTenant } from '@switchboard/store/tenants/tenants';
import { withConnection } from '@switchboard/store/testing/scratch-database';
import { type TestDatabase, testDatabase } from '@switchboard/store/testing/test-database';
import Fastify, { type FastifyInstance } from 'fastify';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { allOperatorScopes } from '../handle/operator-scopes.ts';
import { createDoctorChecks, type DoctorCheckParts } from './admin-checks.ts';

const contoso = { tenantId: tenantId('11111111-2222-4333-8444-555555555555'), name: 'Contoso' };
const allRoles = [
  'Calls.Initiate.All',
  'Calls.InitiateGroupCall.All',
  'Calls.JoinGroupCall.All',
  'User.Read.All',
  'Presence.ReadWrite.All',
  'OrgContact.Read.All',
];
const closedPort = 'http://127.0.0.1:1';
const clock = createClock({ now: Date.now, setTimeout, clearTimeout });

let database: TestDatabase;
let store: Store;
let started: FastifyInstance[] = [];

beforeAll(async () => {
  database = await testDatabase();
  store = openStore(database.url, silentLogger, 2);
});

afterEach(async () => {
  await Promise.all(started.map((app) => app.close()));
  started = [];
});

afterAll(async () => {
  await store?.destroy();
  await database?.drop();
});

/** What the checks ask of Microsoft and of our own address, each answer to be replaced. */
interface Answers {
  readonly keys?: unknown;
  readonly graph?: number;
  readonly people?: number;
  readonly health?: unknown;
  /** What Graph lists as granted to us; a number is the status of its refusal. */
  readonly grants?: readonly unknown[] | number;
}

const forEverybody = (...names: readonly string[]) => ({
  consentType: 'AllPrincipals',
  principalId: null,
  scope: names.join(' '),
});

async function web(answers: Answers = {}) {
  const app = Fastify({ forceCloseConnections: true });
  started.push(app);
  let seenToken: string | undefined;
  const openId = () => ({ issuer: 'https://issuer.test', jwks_uri: `${url()}/keys` });
  app.get('/organizations/v2.0/.well-known/openid-configuration', openId);
  app.get('/openid', openId);
  app.get('/keys', () => answers.keys ?? { keys: [{ kty: 'RSA' }] });
  app.get('/v1.0/', (_request, reply) => reply.code(answers.graph ?? 401).send({}));
  app.get('/v1.0/users', (request, reply) => {
    seenToken = request.headers.authorization;
    return reply.code(answers.people ?? 200).send({ value: [] });
  });
  app.get('/v1.0/:principal/oauth2PermissionGrants', (request, reply) => {
    const { grants = [forEverybody(...allOperatorScopes)] } = answers;
    const isOurs =
      (request.params as { principal: string }).principal === "servicePrincipals(appId='our-app')";
    if (!isOurs) return reply.code(404).send({ error: { code: 'Request_ResourceNotFound' } });
    if (typeof grants === 'number')
      return reply.code(grants).send({ error: { code: 'Denied', message: 'No.' } });
    return { value: grants };
  });
  app.get('/health', () => answers.health ?? { status: 'ok' });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = () => `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  return { url: url(), token: () => seenToken };
}

function checksAt(url: string, more: Partial<DoctorCheckParts> = {}, publicUrl = url) {
  return createDoctorChecks({
    config: {
      publicUrl,
      databaseUrl: database.url,
      entra: { loginBaseUrl: url, clientId: 'our-app', secret: 'fictional' },
      graph: { baseUrl: `${url}/v1.0`, notificationsOpenIdUrl: `${url}/openid`, notificationIssuers: [] },
    },
    store,
    clock,
    entra: entraWith(allRoles),
    graph: createGraphClient({
      baseUrl: `${url}/v1.0`,
      token: async () => 'app',
      clock,
      log: silentLogger,
      timeoutMs: 5_000,
    }),
    ...more,
  });
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (roles: readonly string[]): string => `${part({ alg: 'RS256' })}.${part({ roles })}.c2lnbmVk`;

const adminConsentUrl: DoctorCheckParts['entra']['adminConsentUrl'] = ({ redirectUri, tenant }) =>
  `https://consent.test/${tenant}?back=${redirectUri}`;
const nobody: OperatorTokens = {
  token: async (_person, scopes) => refused({ code: 'signIn', message: 'nobody', scopes }),
  acceptAssertion: async () => refused({ code: 'unreachable', message: 'not here' }),
  forget: async () => undefined,
};
const entraWith = (roles: readonly string[], operatorTokens = nobody): DoctorCheckParts['entra'] => ({
  appToken: async (_tenant, options) => (options?.fresh === true ? jwt(roles) : 'from the cache'),
  adminConsentUrl,
  operatorTokens,
});
const noGraph: DoctorCheckParts['graph'] = {
  request: () => Promise.reject(new Error('the installation asks Graph nothing for a tenant')),
};

const named = (checks: readonly DoctorCheck[], name: string): DoctorCheck =>
  must(
    checks.find((check) => check.name === name),
    name,
  );

describe('the installation', () => {
  test('is well, but for its secret and its missing token key', async () => {
    const found = await checksAt((await web()).url).installation();
    expect(found.map(({ name, status }) => [name, status])).toEqual([
      ['database', 'ok'],
      ['migrations', 'ok'],
      ['credential', 'warning'],
      ['token key', 'warning'],
      ['sign-in service', 'ok'],
      ['Microsoft Graph', 'ok'],
      ['notification keys', 'ok'],
      ['callback address', 'ok'],
    ]);
    expect(named(found, 'database').detail).toMatch(/^PostgreSQL (1[5-9]|[2-9]\d)\.\d+ answers$/);
  });

  test('finds nobody at any address, and says which setting to compare', async () => {
    const gone = openStore('postgres://nobody@127.0.0.1:1/none', silentLogger, 1);
    const checks = createDoctorChecks({
      config: {
        publicUrl: closedPort,
        databaseUrl: 'postgres://nobody:hidden-password@127.0.0.1:1/none',
        entra: { loginBaseUrl: closedPort, clientId: 'our-app', secret: 'fictional' },
        graph: { baseUrl: closedPort, notificationsOpenIdUrl: `${closedPort}/x`, notificationIssuers: [] },
      },
      store: gone,
      clock,
      entra: entraWith([]),
      graph: noGraph,
    });
    const found = await checks.installation();
    await gone.destroy();
    const settings = {
      database: 'DATABASE_URL',
      migrations: 'DATABASE_URL',
      'sign-in service': 'ENTRA_LOGIN_URL',
      'Microsoft Graph': 'GRAPH_URL',
      'notification keys': 'GRAPH_NOTIFICATIONS_OPENID_URL',
      'callback address': 'SWITCHBOARD_PUBLIC_URL',
    };
    for (const [name, setting] of Object.entries(settings)) {
      expect(named(found, name)).toMatchObject({
        status: 'failed',
        remedy: expect.stringContaining(setting),
      });
      expect(named(found, name).detail).not.toBe('');
    }
    expect(JSON.stringify(found)).not.toContain('hidden-password');
  });

  test('names the migrations that are missing', async () => {
    const empty = await testDatabase();
    const its = openStore(empty.url, silentLogger, 1);
    const { url } = await web();
    const config = {
      publicUrl: url,
      databaseUrl: empty.url,
      entra: { loginBaseUrl: url, clientId: 'our-app', secret: 'fictional' },
      graph: { baseUrl: url, notificationsOpenIdUrl: `${url}/openid`, notificationIssuers: [] },
    };
    await withConnection(empty.url, (client) => client.query('delete from migrations'));
    const found = await createDoctorChecks({
      config,
      store: its,
      clock,
      entra: entraWith([]),
      graph: noGraph,
    }).installation();
    expect(named(found, 'migrations')).toMatchObject({
      status: 'failed',
      detail: expect.stringContaining('0001'),
    });
    await its.destroy();
    await empty.drop();
  });

  test('Graph out of order, no keys, and a stranger at our address', async () => {
    const { url } = await web({ graph: 503, keys: { keys: [] }, health: { status: 'elsewhere' } });
    const found = await checksAt(url).installation();
    expect(named(found, 'Microsoft Graph')).toMatchObject({ status: 'failed' });
    expect(named(found, 'notification keys')).toMatchObject({ status: 'failed' });
    expect(named(found, 'callback address').detail).toContain('not as Switchboard does');
  });

  test('an address without https serves only this machine', async () => {
    const { url } = await web();
    const throughProxy: typeof fetch = (_input, init) => fetch(`${url}/health`, init);
    const plain = checksAt(url, { fetch: throughProxy }, 'http://console.contoso.example');
    expect(named(await plain.installation(), 'callback address')).toMatchObject({ status: 'warning' });
    const secure = checksAt(url, { fetch: throughProxy }, 'https://console.contoso.example');
    expect(named(await secure.installation(), 'callback address')).toMatchObject({ status: 'ok' });
  });
});

describe('the certificate', () => {
  const day = 86_400_000;
  const now = Date.parse('2026-11-23T12:00:00Z');
  let certificate: { privateKeyPem: string; certificatePem: string };
  beforeAll(async () => {
    const made = await generate([{ name: 'commonName', value: 'Switchboard' }], {
      keySize: 2048,
      notBeforeDate: new Date(now),
      notAfterDate: new Date(now + 100 * day),
    });
    certificate = { privateKeyPem: made.private, certificatePem: made.cert };
  });

  test.each([
    [-1, 'failed', 'valid from 2026-11-23'],
    [1, 'ok', 'in 99 days'],
    [69, 'ok', 'in 31 days'],
    [71, 'warning', 'in 29 days'],
    [101, 'failed', 'expired on 2027-03-03'],
  ])('%i days after its making', async (days, status, words) => {
    const { url } = await web();
    const entra = { loginBaseUrl: url, clientId: 'our-app', certificate };
    const graph = { baseUrl: url, notificationsOpenIdUrl: `${url}/openid`, notificationIssuers: [] };
    const checks = createDoctorChecks({
      config: { publicUrl: url, databaseUrl: database.url, entra, graph },
      store,
      clock: { now: () => now + days * day, after: clock.after },
      entra: entraWith([]),
      graph: noGraph,
    });
    const found = named(await checks.installation(), 'credential');
    expect(found.status).toBe(status);
    expect(found.detail).toContain(words);
  });
});

describe('a tenant', () => {
  test('grants what calls need, and Graph takes a token that was just made', async () => {
    const { url, token } = await web();
    expect(await checksAt(url).tenant(contoso)).toEqual([
      expect.objectContaining({ name: 'permissions of Contoso', status: 'ok' }),
      expect.objectContaining({ name: 'directory permissions of Contoso', status: 'ok' }),
      expect.objectContaining({ name: 'directory of Contoso', status: 'ok' }),
      expect.objectContaining({ name: 'delegated permissions of Contoso', status: 'ok' }),
      expect.objectContaining({ name: 'people of Contoso', status: 'ok' }),
      expect.objectContaining({ name: 'queues of Contoso', status: 'warning' }),
    ]);
    expect((await checksAt(url).tenant(contoso)).slice(0, 3)).toEqual([
      { name: 'permissions of Contoso', status: 'ok', detail: 'all 5 that calls need are granted' },
      {
        name: 'directory permissions of Contoso',
        status: 'ok',
        detail: 'all that the directory’s settings need are granted',
      },
      { name: 'directory of Contoso', status: 'ok', detail: 'Graph lets us read people' },
    ]);
    expect(token()).toBe(`Bearer ${jwt(allRoles)}`);
  });

  test('has not granted two permissions', async () => {
    const { url } = await web({ people: 403 });
    const entra = entraWith(allRoles.slice(1, 4));
    const [permissions, _more, directory] = await checksAt(url, { entra }).tenant(contoso);
    expect(permissions).toMatchObject({
      status: 'failed',
      detail: 'not granted: Calls.Initiate.All, Presence.Read.All',
      remedy: expect.stringContaining(`https://consent.test/${contoso.tenantId}`),
    });
    expect(directory).toMatchObject({ status: 'failed', detail: expect.stringContaining('403') });
  });

  test.each([
    ['refused', 'ENTRA_CLIENT_ID'],
    ['unreachable', 'see "sign-in service"'],
    ['configuration', 'correct ENTRA_'],
  ] as const)('gives no token: %s', async (code, remedy) => {
    const appToken = () => Promise.reject(new AuthError(code, 'AADSTS7000229: no service principal'));
    const entra = { appToken, adminConsentUrl, operatorTokens: nobody };
    const found = await checksAt(closedPort, { entra }).tenant(contoso);
    expect(found.filter(({ name }) => name.startsWith('permissions'))).toEqual([
      {
        name: 'permissions of Contoso',
        status: 'failed',
        detail: 'AADSTS7000229: no service principal',
        remedy: expect.stringContaining(remedy),
      },
    ]);
  });

  test('has a token that only Graph can read, and is throttled', async () => {
    const { url } = await web({ people: 429 });
    const entra = { appToken: async () => 'opaque', adminConsentUrl, operatorTokens: nobody };
    const found = await checksAt(url, { entra }).tenant(contoso);
    expect(found.map(({ status }) => status)).toEqual([
      'warning',
      'warning',
      'warning',
      'ok',
      'ok',
      'warning',
    ]);
  });

  test('whose directory wants more than is granted is named what is missing, and what keeps it from being read', async () => {
    const tenant = { tenantId: tenantId('22222222-2222-4333-8444-555555555555'), name: 'Fabrikam' };
    await putTenant(store, tenant, 0);
    await prepareStreams(store);
    await changeDirectorySettings(store, tenant.tenantId, 0, (before) => ({
      ...before,
      teamsNumber: fromTeams,
      groups: ['g'],
    }));
    const claimed = await claimStream(store, { owner: 1, now: 1, busy: [] });
    const problem = 'Microsoft Graph did not answer.';
    await failStream(store, must(claimed, 'a stream'), { problem, now: 1, dueAt: 2 });
    const found = await checksAt((await web()).url).tenant(tenant);
    expect(named(found, 'directory permissions of Fabrikam')).toMatchObject({
      status: 'warning',
      detail: 'not granted: TeamsUserConfiguration.Read.All, GroupMember.Read.All',
    });
    expect(named(found, 'people of Fabrikam')).toMatchObject({
      status: 'warning',
      detail: 'Microsoft Graph did not answer',
    });
  });
});

describe('what a tenant has granted in the names of its operators', () => {
  const adatum = { tenantId: tenantId('33333333-2222-4333-8444-555555555555'), name: 'Adatum' };
  const eva = personId('7e57c0de-0000-4000-8000-0000000000e1');
  const omar = personId('7e57c0de-0000-4000-8000-0000000000e2');
  const without = (...names: readonly string[]): readonly string[] =>
    allOperatorScopes.filter((name) => !names.includes(name));
  /** The checks of delegated permissions alone. */
  const delegated = (found: readonly DoctorCheck[]): readonly DoctorCheck[] =>
    found.slice(
      3,
      found.findIndex(({ name }) => name === 'people of Adatum'),
    );

  beforeAll(async () => {
    await putTenant(store, adatum, 0);
    for (const operatorId of [eva, omar]) {
      const operator = { operatorId, name: operatorId, userPrincipalName: `${operatorId}@adatum.example` };
      await putOperator(store, { tenantId: adatum.tenantId, ...operator, queueIds: [] });
    }
  });

  test('all, and what no sign-in asks for besides', async () => {
    const grants = [forEverybody(...allOperatorScopes, 'Chat.Read', 'openid')];
    const found = await checksAt((await web({ grants })).url).tenant(adatum);
    expect(delegated(found)).toEqual([
      {
        name: 'delegated permissions of Adatum',
        status: 'ok',
        detail: 'all 9 that operators use are granted for everybody; besides: Chat.Read',
      },
    ]);
  });

  test('some for everybody, some by people for themselves, some not: each with what is done without', async () => {
    const own = (principalId: string, scope: string) => ({ consentType: 'Principal', principalId, scope });
    const grants = [
      forEverybody(...without('Mail.Send', 'Calendars.Read', 'ChatMessage.Send')),
      own(eva, 'Mail.Send Calendars.Read'),
      own(omar.toUpperCase(), 'mail.send'),
    ];
    const found = delegated(await checksAt((await web({ grants })).url).tenant(adatum));
    expect(found[0]).toEqual({
      name: 'delegated permissions of Adatum',
      status: 'ok',
      detail:
        'for everybody: Presence.Read.All, Contacts.Read, Calendars.Read.Shared, MailboxSettings.Read, ' +
        'User.ReadBasic.All, Chat.Create; by some for themselves: Calendars.Read, Mail.Send; not: ChatMessage.Send',
    });
    expect(found.slice(1)).toEqual([
      {
        name: 'Calendars.Read of Adatum',
        status: 'warning',
        detail:
          'granted by 1 of 2 operators for themselves; without it there are no free and busy times of colleagues',
        remedy: expect.stringContaining(`https://consent.test/${adatum.tenantId}`),
      },
      {
        name: 'ChatMessage.Send of Adatum',
        status: 'warning',
        detail: 'not granted; without it operators cannot write to colleagues in Teams',
        remedy: expect.stringContaining('delegated'),
      },
    ]);
  });

  test('is not known where the application may not read it and nobody is signed in', async () => {
    const found = delegated(await checksAt((await web({ grants: 403 })).url).tenant(adatum));
    expect(found).toEqual([
      {
        name: 'delegated permissions of Adatum',
        status: 'warning',
        detail:
          'the application may not read what is granted, and there is no operator signed in whose tokens could tell',
        remedy: expect.stringContaining('DelegatedPermissionGrant.Read.All'),
      },
    ]);
  });

  test('is told by the tokens of who is signed in where the application may not read it', async () => {
    for (const operatorId of [eva, omar]) {
      const session = { tenantId: adatum.tenantId, operatorId, expiresAt: Date.now() + 60_000 };
      await recordSession(store, { tokenHash: operatorId, ...session });
      await writeTokenCache(store, adatum.tenantId, operatorId, Buffer.from('sealed'), Date.now());
    }
    let granted: (id: PersonId, scope: string) => boolean = () => true;
    const tokens: OperatorTokens = {
      ...nobody,
      token: async ({ personId: id }, scopes) =>
        scopes.every((scope) => granted(id, scope))
          ? ok('token')
          : refused({ code: 'askConsent', message: 'AADSTS65001', scopes }),
    };
    const { url } = await web({ grants: 403 });
    const look = async () =>
      delegated(await checksAt(url, { entra: entraWith(allRoles, tokens) }).tenant(adatum));
    const said = 'the application may not read what is granted; by tokens of 2 operators signed in';
    expect(await look()).toEqual([
      { name: 'delegated permissions of Adatum', status: 'ok', detail: `${said}, all are granted` },
    ]);
    granted = (id, scope) => scope !== 'Contacts.Read' && (scope !== 'Mail.Send' || id === eva);
    expect(await look()).toEqual([
      { name: 'delegated permissions of Adatum', status: 'ok', detail: said },
      expect.objectContaining({
        name: 'Contacts.Read of Adatum',
        status: 'warning',
        detail: 'no token; without it operators do not find their own Outlook contacts',
      }),
      expect.objectContaining({
        name: 'Mail.Send of Adatum',
        status: 'warning',
        detail:
          'a token for 1 of 2 operators signed in; without it operators cannot write mail to colleagues',
      }),
    ]);
  });
});
