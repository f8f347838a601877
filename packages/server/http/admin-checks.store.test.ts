import type { AddressInfo } from 'node:net';
import type { DoctorCheck } from '@switchboard/contract/admin/doctor';
import { fromTeams } from '@switchboard/domain/directory/directory-settings';
import { tenantId } from '@switchboard/domain/ids';
import { AuthError } from '@switchboard/graph/auth/auth-error';
import { must } from '@switchboard/kit/assert';
import { createClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { openStore, type Store } from '@switchboard/store/access/store';
import { claimStream, prepareStreams } from '@switchboard/store/directory/claim-stream';
import { failStream } from '@switchboard/store/directory/hold-stream';
import { changeDirectorySettings } from '@switchboard/store/directory/settings';
import { putTenant } from '@switchboard/store/tenants/tenants';
import { withConnection } from '@switchboard/store/testing/scratch-database';
import { type TestDatabase, testDatabase } from '@switchboard/store/testing/test-database';
import Fastify, { type FastifyInstance } from 'fastify';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
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
async function web(answers: { keys?: unknown; graph?: number; people?: number; health?: unknown } = {}) {
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
    ...more,
  });
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (roles: readonly string[]): string => `${part({ alg: 'RS256' })}.${part({ roles })}.c2lnbmVk`;

const adminConsentUrl: DoctorCheckParts['entra']['adminConsentUrl'] = ({ redirectUri, tenant }) =>
  `https://consent.test/${tenant}?back=${redirectUri}`;
const entraWith = (roles: readonly string[]): DoctorCheckParts['entra'] => ({
  appToken: async (_tenant, options) => (options?.fresh === true ? jwt(roles) : 'from the cache'),
  adminConsentUrl,
});

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
    const entra = { appToken, adminConsentUrl };
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
    const entra = { appToken: async () => 'opaque', adminConsentUrl };
    const found = await checksAt(url, { entra }).tenant(contoso);
    expect(found.map(({ status }) => status)).toEqual(['warning', 'warning', 'warning', 'ok', 'warning']);
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
