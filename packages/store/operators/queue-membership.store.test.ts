import { withDefaults } from '@switchboard/domain/queue/queue';
import { expect, test } from 'vitest';
import { readDistribution, readQueuesWithWaiting } from '../reads/distribution.ts';
import { findQueueForCall } from '../reads/queue-situation.ts';
import { findOperator, listOperators, putOperator, putQueue } from '../tenants/tenants.ts';
import {
  contoso,
  now,
  olga,
  reception,
  tenantStores,
  waitingCall,
} from '../testing/sample-tenant.testing.ts';
import { changeOperatorWork } from './operators.ts';
import { setQueueMembership } from './queue-membership.ts';

test('who leaves a queue is offered none of its calls and does not count there, and keeps it as theirs', async () => {
  const { store } = await tenantStores();
  await putQueue(store, {
    ...reception,
    settings: withDefaults({ ...reception.settings, strategy: 'longestIdle' }),
  });
  await changeOperatorWork(store, contoso, olga, now, (known) => ({ ...known, status: 'available' }));
  await waitingCall(store);
  const seen = async () => ({
    offered: (await readDistribution(store, contoso, now))[0]?.operators.map(({ operatorId }) => operatorId),
    watched: (await readQueuesWithWaiting(store))[0]?.operatorsAtWork,
    atWork: (await findQueueForCall(store, contoso, reception.instanceId, now))?.situation.operatorsAtWork,
  });
  expect(await seen()).toEqual({ offered: [olga], watched: 1, atWork: 1 });
  const member = { operatorId: olga, queueId: reception.queueId };
  expect(await setQueueMembership(store, contoso, { ...member, isActive: false }, now)).toBe(true);
  expect(await setQueueMembership(store, contoso, { ...member, isActive: false }, now)).toBe(false);
  expect(await seen()).toEqual({ offered: [], watched: 0, atWork: 0 });

  const operator = await findOperator(store, contoso, olga);
  expect(operator?.queueIds).toEqual([reception.queueId]);
  if (operator !== undefined) await putOperator(store, operator);
  const listed = (await listOperators(store, contoso)).find(({ operatorId }) => operatorId === olga);
  expect(listed?.leftQueueIds).toEqual([reception.queueId]);
  expect(await setQueueMembership(store, contoso, { operatorId: olga, isActive: true }, now)).toBe(true);
  expect(await seen()).toEqual({ offered: [olga], watched: 1, atWork: 1 });
});
