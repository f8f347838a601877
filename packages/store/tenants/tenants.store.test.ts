import { instanceId, personId, queueId, tenantId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import { contoso, now, olga, omar, reception, tenantStores } from '../testing/sample-tenant.testing.ts';
import {
  findOperator,
  findQueueByInstance,
  findTenant,
  listOperators,
  listQueues,
  listTenants,
  putOperator,
  putQueue,
  putTenant,
} from './tenants.ts';

test('a tenant keeps its numbers when it gets a new name', async () => {
  const { store } = await tenantStores();
  await store.updateTable('tenants').set({ last_seq: 41 }).execute();
  await putTenant(store, { tenantId: contoso, name: 'Contoso Ltd' }, now);
  expect(await listTenants(store)).toEqual([{ tenantId: contoso, name: 'Contoso Ltd', keepDays: 90 }]);
  expect(await store.selectFrom('tenants').select('last_seq').execute()).toEqual([{ last_seq: 41 }]);
  expect(await findTenant(store, tenantId('f0000000-0000-4000-8000-000000000000'))).toBeUndefined();
});

test('a queue is found by its resource account, in its own tenant only', async () => {
  const { store } = await tenantStores();
  expect(await findQueueByInstance(store, contoso, reception.instanceId)).toEqual(reception);
  expect(await findQueueByInstance(store, contoso, instanceId('nobody'))).toBeUndefined();
  const other = tenantId('f0000000-0000-4000-8000-000000000000');
  expect(await findQueueByInstance(store, other, reception.instanceId)).toBeUndefined();
});

test('a queue changes as a whole, and loses the number that it has no more', async () => {
  const { store } = await tenantStores();
  const { number: _gone, ...rest } = reception;
  const changed = { ...rest, name: 'Front desk', settings: { ...reception.settings, settle: 1 } };
  await putQueue(store, changed);
  expect(await listQueues(store, contoso)).toEqual([changed]);
});

test('two queues cannot have one resource account', async () => {
  const { store } = await tenantStores();
  await expect(putQueue(store, { ...reception, queueId: queueId('second') })).rejects.toThrow('unique');
});

test('an operator has exactly the queues that were given last', async () => {
  const { store } = await tenantStores();
  const support = {
    ...reception,
    queueId: queueId('support'),
    name: 'Support',
    instanceId: instanceId('i-2'),
  };
  await putQueue(store, support);
  const known = await findOperator(store, contoso, olga);
  expect(known?.queueIds).toEqual([reception.queueId]);
  const changed = {
    ...known,
    tenantId: contoso,
    operatorId: olga,
    name: 'Olga L.',
    userPrincipalName: 'ol@contoso.example',
  };
  await putOperator(store, { ...changed, queueIds: [support.queueId] });
  expect(await findOperator(store, contoso, olga)).toEqual({ ...changed, queueIds: [support.queueId] });
  await putOperator(store, { ...changed, queueIds: [] });
  const all = await listOperators(store, contoso);
  expect(all.map(({ operatorId, queueIds }) => [operatorId, queueIds])).toEqual([
    [olga, []],
    [omar, [reception.queueId]],
  ]);
});

test('an operator of a queue that does not exist is refused, and nothing of it is kept', async () => {
  const { store } = await tenantStores();
  const operatorId = personId('0a000000-0000-4000-8000-00000000000a');
  const userPrincipalName = 'new@contoso.example';
  const queueIds = [queueId('no-such-queue')];
  const operator = { tenantId: contoso, operatorId, name: 'New', userPrincipalName, queueIds };
  await expect(putOperator(store, operator)).rejects.toThrow('foreign key');
  expect(await findOperator(store, contoso, operatorId)).toBeUndefined();
});
