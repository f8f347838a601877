import { doctorReportSchema } from '@switchboard/contract/admin/doctor';
import { operatorListSchema } from '@switchboard/contract/admin/operator';
import { adminQueueViewSchema, queueListSchema } from '@switchboard/contract/admin/queue';
import { instanceId, tenantId } from '@switchboard/domain/ids';
import { defaultSettings } from '@switchboard/domain/queue/queue';
import { silentLogger } from '@switchboard/kit/logger';
import { openStore, type Store } from '@switchboard/store/access/store';
import { findQueueByInstance, listTenants } from '@switchboard/store/tenants/tenants';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type AdminDesk,
  adminApp,
  contoso,
  errorOf,
  eva,
  openAdminDesk,
  prompts,
  reception,
  token,
} from './admin.testing.ts';

let desk: AdminDesk;
let store: Store;
let app: FastifyInstance;

beforeAll(async () => {
  desk = await openAdminDesk();
  ({ store, app } = desk);
});

afterAll(() => desk?.close());

beforeEach(() => desk.empty());

const ask: AdminDesk['ask'] = (...request) => desk.ask(...request);
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
    const without = adminApp(store, adminToken ?? '');
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
    expect(renamed).toEqual({ status: 200, body: { tenantId: contoso, name: 'Contoso Ltd', keepDays: 90 } });
    expect(await ask('GET', '/tenants')).toEqual({
      status: 200,
      body: { tenants: [{ tenantId: contoso, name: 'Contoso Ltd', keepDays: 90 }] },
    });
  });

  test('a tenant says how long its calls are kept, and keeps the word when it is renamed', async () => {
    await addContoso();
    const changed = { tenantId: contoso, name: 'Contoso', keepDays: 30 };
    expect(await ask('PATCH', `/tenants/${contoso}`, { keepDays: 30 })).toEqual({
      status: 200,
      body: changed,
    });
    expect((await addContoso()).body).toEqual(changed);
    expect(await ask('PATCH', `/tenants/${contoso}`, {})).toEqual({ status: 200, body: changed });
    for (const keepDays of [0, 3_651, 1.5, '30']) {
      const refusal = await ask('PATCH', `/tenants/${contoso}`, { keepDays });
      expect([refusal.status, errorOf(refusal.body).field]).toEqual([400, 'keepDays']);
    }
    expect((await ask('PATCH', `/tenants/${eva}`, { keepDays: 30 })).status).toBe(404);
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
    expect({ ...queues[0], warnings: [] }).toEqual(added.body);
    const queue = await findQueueByInstance(store, tenantId(contoso), instanceId(reception));
    expect(queue?.number).toBe('+442079460100');
    const { greeting, music } = prompts;
    expect(queue?.settings).toEqual({ ...defaultSettings, greeting, music });
  });

  test('a queue without greeting and with times of its own', async () => {
    await addContoso();
    const added = await addQueue({ settings: { greeting: null, operatorRing: 8_000, settle: 0 } });
    const { settings } = adminQueueViewSchema.parse(added.body);
    expect(settings).toMatchObject({ operatorRing: 8_000, transferRing: 18_000, settle: 0, music: 'music' });
    expect(settings.greeting).toBeUndefined();
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
    ['settings that are a number', { settings: 5 }, 'settings'],
    ['a setting nobody knows', { settings: { wrapUpTime: 5_000 } }, 'settings.wrapUpTime'],
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
    expect(operators).toEqual([{ personId: eva, ...evaBerg, queueIds, ranks: {} }]);
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
    const broken = adminApp(gone);
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
