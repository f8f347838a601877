import { adminErrorSchema } from '@switchboard/contract/admin/admin-error';
import { doctorReportSchema } from '@switchboard/contract/admin/doctor';
import { operatorListSchema } from '@switchboard/contract/admin/operator';
import { queueListSchema } from '@switchboard/contract/admin/queue';
import { tenantId } from '@switchboard/domain/ids';
import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { openStore, type Store } from '@switchboard/store/access/store';
import { findQueueByInstance, listTenants } from '@switchboard/store/tenants/tenants';
import { type TestDatabase, testDatabase } from '@switchboard/store/testing/test-database';
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { registerAdmin } from './admin.ts';
import type { DoctorChecks } from './admin-checks.ts';

const token = 'fictional-token-of-at-least-32-characters';
const contoso = '11111111-2222-4333-8444-555555555555';
const reception = '33333333-2222-4333-8444-000000000001';
const eva = '7e57c0de-0000-4000-8000-0000000000e1';
const prompt = (name: string) => ({ url: `https://console.test/${name}`, resourceId: name, milliseconds: 1 });
const prompts = { greeting: prompt('greeting'), music: prompt('music') };

const checks: DoctorChecks = {
  installation: async () => [{ name: 'database', status: 'ok', detail: 'answers' }],
  tenant: async ({ name }) => [{ name: `permissions of ${name}`, status: 'ok', detail: 'granted' }],
};

let database: TestDatabase;
let store: Store;
let app: FastifyInstance;
let ids = 0;

function appWith(adminToken: string | undefined, of: Store = store): FastifyInstance {
  const made = Fastify();
  const newId = () => `queue-${++ids}`;
  registerAdmin(made, {
    adminToken,
    store: of,
    clock: new ManualClock(1_000),
    newId,
    checks,
    defaultPrompts: prompts,
  });
  return made;
}

beforeAll(async () => {
  database = await testDatabase();
  store = openStore(database.url, silentLogger, 4);
  app = appWith(token);
});

afterAll(async () => {
  await app?.close();
  await store?.destroy();
  await database?.drop();
});

beforeEach(async () => {
  for (const table of ['queue_operators', 'operators', 'queues', 'tenants'] as const) {
    await store.deleteFrom(table).execute();
  }
});

async function ask(method: 'GET' | 'POST' | 'PUT', path: string, payload?: InjectOptions['payload']) {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await app.inject({
    method,
    url: `/api/admin${path}`,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: answer.json() as unknown };
}

const errorOf = (body: unknown) => adminErrorSchema.parse(body).error;
const addContoso = () => ask('POST', '/tenants', { tenantId: contoso, name: 'Contoso' });
const addQueue = (more: object = {}) =>
  ask('POST', `/tenants/${contoso}/queues`, { name: 'Reception', instanceId: reception, ...more });

describe('who may', () => {
  test.each([
    ['no token', undefined],
    ['another token', 'Bearer another-token-of-at-least-32-characters'],
    ['a part of the token', `Bearer ${token.slice(0, -1)}`],
    ['the token in another scheme', `Basic ${token}`],
  ])('%s is refused, with the way to the right one', async (_what, authorization) => {
    const answer = await app.inject({
      url: '/api/admin/tenants',
      headers: authorization === undefined ? {} : { authorization },
    });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(errorOf(answer.json())).toMatchObject({ code: 'notAllowed', field: 'Authorization' });
    expect(errorOf(answer.json()).remedy).toContain('SWITCHBOARD_ADMIN_TOKEN');
  });

  test.each([
    ['no token', undefined],
    ['an empty token', ''],
    ['a token that is too short', 'short'],
  ])('a server started with %s lets nobody in', async (_what, adminToken) => {
    const without = appWith(adminToken);
    const answer = await without.inject({
      url: '/api/admin/tenants',
      headers: { authorization: `Bearer ${adminToken ?? ''}` },
    });
    expect(answer.statusCode).toBe(404);
    expect(errorOf(answer.json())).toMatchObject({ code: 'administrationOff' });
    await without.close();
  });

  test('answers are not kept by anything in between', async () => {
    const answer = await app.inject({
      url: '/api/admin/tenants',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});

describe('tenants', () => {
  test('a tenant is added, found in any case of its id, and renamed', async () => {
    expect(
      (await ask('POST', '/tenants', { tenantId: contoso.toUpperCase(), name: ' Contoso ' })).status,
    ).toBe(201);
    const renamed = await ask('POST', '/tenants', { tenantId: contoso, name: 'Contoso Ltd' });
    expect(renamed).toEqual({ status: 200, body: { tenantId: contoso, name: 'Contoso Ltd' } });
    expect(await ask('GET', '/tenants')).toEqual({
      status: 200,
      body: { tenants: [{ tenantId: contoso, name: 'Contoso Ltd' }] },
    });
  });

  test.each([
    ['no body', undefined, 'body'],
    ['a list', [], 'body'],
    ['no id', { name: 'Contoso' }, 'tenantId'],
    ['an id that is no GUID', { tenantId: 'contoso', name: 'Contoso' }, 'tenantId'],
    ['no name', { tenantId: contoso }, 'name'],
    ['an empty name', { tenantId: contoso, name: '  ' }, 'name'],
    ['a name of two lines', { tenantId: contoso, name: 'Con\ntoso' }, 'name'],
    ['a number for a name', { tenantId: contoso, name: 7 }, 'name'],
    ['a key with a slip in it', { tenantId: contoso, name: 'Contoso', naem: 'x' }, 'naem'],
    ['broken JSON', '{"tenantId":', 'body'],
  ])('%s is refused by naming the field and the remedy', async (_what, payload, field) => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/admin/tenants',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(payload === undefined
        ? {}
        : { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
    });
    expect(answer.statusCode).toBe(400);
    const error = errorOf(answer.json());
    expect(error).toMatchObject({ code: 'malformed', field });
    expect(error.message).not.toBe('');
    expect(error.remedy).not.toBe('');
    expect(await listTenants(store)).toEqual([]);
  });

  test('a body that is not JSON, or far too large, is refused', async () => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv' };
    const csv = await app.inject({ method: 'POST', url: '/api/admin/tenants', headers, payload: 'a,b' });
    expect(csv.statusCode).toBe(415);
    expect(errorOf(csv.json())).toMatchObject({ field: 'body', remedy: 'send the body as application/json' });
    const large = await ask('POST', '/tenants', { tenantId: contoso, name: 'x'.repeat(2_000_000) });
    expect(large.status).toBe(413);
    expect(errorOf(large.body)).toMatchObject({ field: 'body' });
  });
});

describe('queues', () => {
  test('a queue is added with the usual times and sounds, and a call finds it by its instance', async () => {
    await addContoso();
    const added = await addQueue({ number: '+442079460100' });
    expect(added.status).toBe(201);
    const { queues } = queueListSchema.parse((await ask('GET', `/tenants/${contoso}/queues`)).body);
    expect(queues).toEqual([added.body]);
    const instance = reception as Parameters<typeof findQueueByInstance>[2];
    const queue = await findQueueByInstance(store, tenantId(contoso), instance);
    expect(queue?.number).toBe('+442079460100');
    expect(queue?.settings).toEqual({
      ...prompts,
      operatorRing: 15_000,
      transferRing: 18_000,
      settle: 3_000,
      check: 30_000,
    });
  });

  test('a queue without greeting and with times of its own', async () => {
    await addContoso();
    const added = await addQueue({ greeting: false, times: { operatorRing: 8_000, settle: 0 } });
    expect(added.body).toMatchObject({
      greeting: false,
      times: { operatorRing: 8_000, transferRing: 18_000, settle: 0, check: 30_000 },
    });
  });

  test('a second queue for one application instance is refused, also when both come at once', async () => {
    await addContoso();
    const answers = await Promise.all(['A', 'B', 'C'].map((name) => addQueue({ name })));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
    const late = await addQueue({ name: 'Late', instanceId: reception.toUpperCase() });
    expect(late.status).toBe(409);
    expect(errorOf(late.body)).toMatchObject({ code: 'instanceTaken', field: 'instanceId' });
  });

  test.each([
    ['a number as people write it', { number: '020 7946 0100' }, 'number'],
    ['a greeting that is a word', { greeting: 'yes' }, 'greeting'],
    ['times that are a number', { times: 5 }, 'times'],
    ['a ring longer than Teams’ own', { times: { operatorRing: 20_000 } }, 'times.operatorRing'],
    ['a part of a millisecond', { times: { settle: 0.5 } }, 'times.settle'],
    ['a time nobody knows', { times: { wrapUp: 5_000 } }, 'times.wrapUp'],
    ['an instance that is a name', { instanceId: 'reception@contoso.example' }, 'instanceId'],
  ])('%s is refused', async (_what, more, field) => {
    await addContoso();
    const answer = await addQueue(more);
    expect(answer.status).toBe(400);
    expect(errorOf(answer.body)).toMatchObject({ code: 'malformed', field });
  });
});

describe('operators', () => {
  const put = (body: object) => ask('PUT', `/tenants/${contoso}/operators/${eva}`, body);
  const evaBerg = { name: 'Eva Berg', userPrincipalName: 'eva.berg@contoso.example' };

  test('an operator is added, then gets other queues', async () => {
    await addContoso();
    await addQueue();
    const [queue] = queueListSchema.parse((await ask('GET', `/tenants/${contoso}/queues`)).body).queues;
    const queueIds = [queue?.queueId];
    expect((await put({ ...evaBerg, queueIds })).status).toBe(201);
    expect(await put({ ...evaBerg, queueIds: [] })).toMatchObject({ status: 200, body: { queueIds: [] } });
    await put({ ...evaBerg, queueIds });
    const { operators } = operatorListSchema.parse((await ask('GET', `/tenants/${contoso}/operators`)).body);
    expect(operators).toEqual([{ personId: eva, ...evaBerg, queueIds }]);
  });

  test.each([
    ['a queue of nobody', { ...evaBerg, queueIds: ['nowhere'] }, 'queueUnknown', 'queueIds'],
    ['a queue twice', { ...evaBerg, queueIds: ['a', 'a'] }, 'malformed', 'queueIds'],
    ['no queues at all', evaBerg, 'malformed', 'queueIds'],
    ['a queue id that is a number', { ...evaBerg, queueIds: [5] }, 'malformed', 'queueIds.0'],
    [
      'no sign-in name',
      { name: 'Eva', userPrincipalName: 'eva', queueIds: [] },
      'malformed',
      'userPrincipalName',
    ],
  ])('%s is refused', async (_what, body, code, field) => {
    await addContoso();
    const answer = await put(body);
    expect(answer.status).toBe(400);
    expect(errorOf(answer.body)).toMatchObject({ code, field });
  });
});

describe('addresses', () => {
  test.each([
    ['GET', `/tenants/${contoso}/queues`, undefined],
    ['POST', `/tenants/${contoso}/queues`, { name: 'Reception', instanceId: reception }],
    ['GET', `/tenants/${contoso}/operators`, undefined],
    [
      'PUT',
      `/tenants/${contoso}/operators/${eva}`,
      { name: 'Eva Berg', userPrincipalName: 'eva.berg@contoso.example', queueIds: [] },
    ],
    ['GET', `/doctor?tenantId=${contoso}`, undefined],
  ] as const)('%s %s of an unknown tenant is not found', async (method, path, body) => {
    const answer = await ask(method, path, body);
    expect(answer.status).toBe(404);
    expect(errorOf(answer.body)).toMatchObject({ code: 'tenantUnknown', field: 'tenantId' });
  });

  test.each([
    ['GET', '/tenants/contoso/queues', 'tenantId'],
    ['GET', '/doctor?tenantId=contoso', 'tenantId'],
    ['GET', '/doctor?tenant=x', 'tenant'],
    ['PUT', `/tenants/${contoso}/operators/eva`, 'personId'],
  ] as const)('%s %s names no GUID', async (method, path, field) => {
    const answer = await ask(method, path, method === 'PUT' ? {} : undefined);
    expect(answer.status).toBe(400);
    expect(errorOf(answer.body)).toMatchObject({ code: 'malformed', field });
  });

  test('any other address says that it is none', async () => {
    const answer = await ask('GET', '/nothing?secret=1');
    expect(answer.status).toBe(404);
    expect(errorOf(answer.body).message).toBe('The administration has no GET /api/admin/nothing');
  });
});

describe('the doctor', () => {
  const names = (body: unknown) => doctorReportSchema.parse(body).checks.map(({ name }) => name);

  test('looks at all tenants, or at one', async () => {
    await addContoso();
    await ask('POST', '/tenants', { tenantId: eva, name: 'Fabrikam' });
    const all = ['database', 'permissions of Contoso', 'permissions of Fabrikam'];
    expect(names((await ask('GET', '/doctor')).body)).toEqual(all);
    expect(names((await ask('GET', `/doctor?tenantId=${contoso}`)).body)).toEqual(all.slice(0, 2));
  });

  test('says that there is no tenant yet', async () => {
    const { checks: found } = doctorReportSchema.parse((await ask('GET', '/doctor')).body);
    expect(found.at(-1)).toMatchObject({ name: 'tenants', status: 'warning' });
  });

  test('reports a database that is gone, where everything else answers 500', async () => {
    const gone = openStore('postgres://nobody@127.0.0.1:1/none', silentLogger, 1);
    const broken = appWith(token, gone);
    const headers = { authorization: `Bearer ${token}` };
    const report = await broken.inject({ url: '/api/admin/doctor', headers });
    expect(doctorReportSchema.parse(report.json()).checks.at(-1)).toMatchObject({
      name: 'tenants',
      status: 'failed',
    });
    expect((await broken.inject({ url: '/api/admin/tenants', headers })).statusCode).toBe(500);
    await broken.close();
    await gone.destroy();
  });
});
