import { operatorListSchema } from '@switchboard/contract/admin/operator';
import type { QueueChanged } from '@switchboard/contract/admin/queue';
import { personId, tenantId } from '@switchboard/domain/ids';
import { readEvents } from '@switchboard/store/feed/read-events';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AdminDesk, contoso, errorOf, eva, openAdminDesk, sales } from './admin.testing.ts';

const omar = '7e57c0de-0000-4000-8000-0000000000e2';
let desk: AdminDesk;
let reception: QueueChanged;
let other: QueueChanged;

beforeAll(async () => {
  desk = await openAdminDesk();
});

afterAll(() => desk?.close());

beforeEach(async () => {
  await desk.empty();
  reception = await desk.addQueue();
  other = await desk.addQueue({ name: 'Sales', instanceId: sales });
  await put([reception.queueId]);
});

const operator = `/tenants/${contoso}/operators/${eva}`;
const put = (queueIds: readonly string[]) =>
  desk.ask('PUT', operator, {
    name: 'Eva Berg',
    userPrincipalName: 'eva.berg@contoso.example',
    queueIds: [...queueIds],
  });
const part = (of: QueueChanged, person = eva) =>
  `/tenants/${contoso}/queues/${of.queueId}/operators/${person}`;
const operators = async () =>
  operatorListSchema.parse((await desk.ask('GET', `/tenants/${contoso}/operators`)).body).operators;

test('an operator gets a rank in a queue, and keeps it when their queues change', async () => {
  expect(await desk.ask('PUT', part(reception), { rank: 3 })).toMatchObject({
    status: 200,
    body: { queueIds: [reception.queueId], ranks: { [reception.queueId]: 3 } },
  });
  await put([reception.queueId, other.queueId]);
  expect(await operators()).toMatchObject([{ ranks: { [reception.queueId]: 3 } }]);
  await desk.ask('PUT', part(reception), {});
  expect(await operators()).toMatchObject([{ ranks: { [reception.queueId]: 3 } }]);
});

test('an operator joins a queue, and leaves it, without a word about the others', async () => {
  await desk.ask('PUT', part(other), {});
  expect((await operators())[0]?.queueIds.toSorted()).toEqual([other.queueId, reception.queueId].toSorted());
  expect(await desk.ask('DELETE', part(reception))).toMatchObject({
    status: 200,
    body: { queueIds: [other.queueId] },
  });
  expect((await desk.ask('DELETE', part(reception))).status).toBe(404);
});

test('an operator is removed with their sessions, and colleagues hear of it', async () => {
  const session = {
    token_hash: 'x',
    tenant_id: tenantId(contoso),
    operator_id: personId(eva),
    expires_at: 9e12,
  };
  await desk.store.insertInto('sessions').values(session).execute();
  const before = (await readEvents(desk.store, tenantId(contoso), 0, 100)).length;
  expect(await desk.ask('DELETE', operator)).toMatchObject({ status: 200, body: { name: 'Eva Berg' } });
  expect(await operators()).toEqual([]);
  expect(await desk.store.selectFrom('sessions').selectAll().execute()).toEqual([]);
  const [told] = await readEvents(desk.store, tenantId(contoso), before, 100);
  expect(told?.event).toMatchObject({
    type: 'operatorChanged',
    operator: { operatorId: eva, status: 'offline' },
  });
  expect((await desk.ask('DELETE', operator)).status).toBe(404);
});

test('an operator with a call is not removed', async () => {
  const call = {
    tenant_id: tenantId(contoso),
    call_id: 'a-call' as never,
    queue_id: reception.queueId as never,
    state: 'connected',
    operator_id: personId(eva),
    data: '{}' as never,
    next_due: null,
    arrived_at: 1,
    ended_at: null,
    answered_at: 2,
  };
  await desk.store.insertInto('calls').values(call).execute();
  const answer = await desk.ask('DELETE', operator);
  expect([answer.status, errorOf(answer.body).code]).toEqual([409, 'operatorInUse']);
  expect(await operators()).toHaveLength(1);
});

test.each([
  ['a rank below all', () => part(reception), { rank: -1 }, 400, 'malformed', 'rank'],
  ['a rank that is a word', () => part(reception), { rank: 'first' }, 400, 'malformed', 'rank'],
  ['somebody unknown', () => part(reception, omar), {}, 404, 'operatorUnknown', 'personId'],
  ['a queue of nobody', () => part({ ...reception, queueId: 'none' }), {}, 404, 'queueUnknown', 'queueId'],
] as const)('%s is refused', async (_what, path, body, status, code, field) => {
  const answer = await desk.ask('PUT', path(), body);
  expect(answer.status).toBe(status);
  expect(errorOf(answer.body)).toMatchObject({ code, field });
});
