import { instanceId } from '@switchboard/domain/ids';
import { must } from '@switchboard/kit/assert';
import { expect, test } from 'vitest';
import type { Store } from '../access/store.ts';
import { changeOperatorWork } from '../operators/operators.ts';
import { switchQueue } from '../queues/switch-queue.ts';
import { putQueue } from '../tenants/tenants.ts';
import {
  accept,
  contoso,
  now,
  olga,
  omar,
  reception,
  tenantStores,
  waitingCall,
} from '../testing/sample-tenant.testing.ts';
import { readDistribution, readQueuesWithWaiting, readTenantsToDistribute } from './distribution.ts';
import { findQueueForCall, readSituation } from './queue-situation.ts';

const become = (store: Store, operatorId: typeof olga, more: object) =>
  changeOperatorWork(store, contoso, operatorId, now, (known) => ({ ...known, ...more }));

async function waiting(store: Store, more: object = {}, arrivedAt = now) {
  const { state } = (await waitingCall(store)).decided;
  if (state.name !== 'waiting') throw new Error(state.name);
  const call = { ...state, ...more, arrivedAt };
  await store
    .updateTable('calls')
    .set({ data: JSON.stringify(call) as never, arrived_at: arrivedAt })
    .where('call_id', '=', state.callId)
    .execute();
  return call;
}

test('how a queue stands for a call that comes in: open or not, who waits, who is at work', async () => {
  const { store } = await tenantStores();
  const look = async () => must(await findQueueForCall(store, contoso, reception.instanceId, now), 'a queue');
  expect(await look()).toEqual({
    queue: reception,
    situation: { state: 'open', waiting: 0, operatorsAtWork: 0 },
  });
  await become(store, olga, { status: 'available' });
  await become(store, omar, { status: 'break' });
  await waiting(store);
  const taken = await waiting(store);
  await accept(store, taken.callId, olga);
  expect((await look()).situation).toEqual({ state: 'open', waiting: 1, operatorsAtWork: 1 });
  await switchQueue(store, contoso, reception.queueId, { switches: { isEmergency: true }, by: olga, now });
  expect((await look()).situation.state).toBe('emergency');
  await switchQueue(store, contoso, reception.queueId, {
    switches: { mode: 'night', isEmergency: false },
    now,
  });
  expect(await look()).toMatchObject({
    queue: { switches: { mode: 'night', isEmergency: false } },
    situation: { state: 'closed' },
  });
  expect(await findQueueForCall(store, contoso, instanceId('nobody'), now)).toBeUndefined();
});

test('the place in line: who is back first, then VIPs, then by priority, then by the time waited', async () => {
  const { store } = await tenantStores();
  const prompt = reception.settings.music;
  const announcement = { every: 30_000, positions: [prompt], waits: [] };
  const queue = { ...reception, settings: { ...reception.settings, announcement } };
  await putQueue(store, queue);
  const inOrder = [
    await waiting(store, { isFront: true }, now + 50),
    await waiting(store, { rank: { isVip: true, priority: 0 } }, now + 40),
    await waiting(store, { rank: { isVip: false, priority: 2 } }, now + 30),
    await waiting(store, {}, now + 10),
    await waiting(store, {}, now + 20),
  ];
  const positions = await Promise.all(inOrder.map((call) => readSituation(store, queue, call, now)));
  expect(positions.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  expect(positions[0]).toMatchObject({ waiting: 4 });
  expect(positions[0]).not.toHaveProperty('expectedWait');
});

test('the expected wait follows from the calls that were answered last', async () => {
  const { store } = await tenantStores();
  const prompt = reception.settings.music;
  const announcement = { every: 30_000, positions: [], waits: [prompt] };
  const queue = { ...reception, settings: { ...reception.settings, announcement } };
  await putQueue(store, queue);
  await become(store, olga, { status: 'available' });
  const call = await waiting(store);
  expect(await readSituation(store, queue, call, now)).not.toHaveProperty('expectedWait');
  for (let n = 0; n < 3; n += 1) {
    const { callId } = await waiting(store);
    await store
      .updateTable('calls')
      .set({ answered_at: now + 10_000, ended_at: now + 100_000, state: 'ended' })
      .where('call_id', '=', callId)
      .execute();
  }
  expect(await readSituation(store, queue, call, now)).toMatchObject({ position: 1, expectedWait: 90_000 });
});

test('what is distributed: waiting calls of queues that distribute, and who could take one', async () => {
  const { store } = await tenantStores();
  const call = await waiting(store);
  expect(await readTenantsToDistribute(store)).toEqual([]);
  expect(await readDistribution(store, contoso, now)).toEqual([]);
  await putQueue(store, { ...reception, settings: { ...reception.settings, strategy: 'longestIdle' } });
  await become(store, olga, { status: 'available', idleSince: 5 });
  await become(store, omar, { status: 'available', wrapUpUntil: now + 1 });
  for (const [connection_id, operator_id] of [
    ['one', olga],
    ['two', omar],
  ] as const) {
    await store
      .insertInto('consoles')
      .values({ connection_id, tenant_id: contoso, operator_id, owner: 1 })
      .execute();
  }
  expect(await readTenantsToDistribute(store)).toEqual([contoso]);
  const [found] = await readDistribution(store, contoso, now);
  expect(found?.calls).toEqual([call]);
  expect(found?.operators.toSorted((a, b) => a.idleSince - b.idleSince)).toMatchObject([
    { operatorId: omar, isAvailable: false },
    { operatorId: olga, isAvailable: true, idleSince: 5, rank: 0 },
  ]);
  const [later] = await readDistribution(store, contoso, now + 1);
  expect(later?.operators.every(({ isAvailable }) => isAvailable)).toBe(true);
  await store.updateTable('consoles').set({ gone_at: now }).where('operator_id', '=', olga).execute();
  const [gone] = await readDistribution(store, contoso, now);
  expect(gone?.operators.some(({ isAvailable }) => isAvailable)).toBe(false);
  expect(await readQueuesWithWaiting(store)).toMatchObject([{ operatorsAtWork: 2, waiting: [call.callId] }]);
});
