import { personId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import { consoleCame, consoleWent } from '../access/sessions.ts';
import { readEvents } from '../feed/read-events.ts';
import { readLiveCalls } from '../reads/calls.ts';
import { putOperator } from '../tenants/tenants.ts';
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
import {
  changeOperatorWork,
  findOperatorWork,
  listOperatorStatuses,
  noteOffered,
  readOperatorsGone,
  readPresenceFollowers,
} from './operators.ts';

test('a change of state is recorded whole, with the next number; none is not recorded', async () => {
  const { store } = await tenantStores();
  const { seq: before } = await readLiveCalls(store, contoso);
  const status = await changeOperatorWork(store, contoso, olga, now, (known) => ({
    ...known,
    status: 'break',
    since: now,
    breakReason: 'lunch',
    wrapUpUntil: now + 5,
  }));
  const expected = {
    operatorId: olga,
    status: 'break',
    reason: 'lunch',
    since: now,
    wrapUpUntil: now + 5,
    followsPresence: false,
  };
  expect(status).toEqual(expected);
  await changeOperatorWork(store, contoso, olga, now, (known) => known);
  expect(await readEvents(store, contoso, before, 10)).toEqual([
    {
      seq: before + 1,
      subject: 'operator',
      at: now,
      event: { subject: 'operator', type: 'operatorChanged', operator: expected },
    },
  ]);
  expect(await listOperatorStatuses(store, contoso)).toContainEqual(expected);
  expect(await changeOperatorWork(store, contoso, personId('nobody'), now, (known) => known)).toBeUndefined();
});

test('two changes at once both count, whatever order they come in', async () => {
  const { store, other } = await tenantStores();
  await Promise.all([
    changeOperatorWork(store, contoso, olga, now, (known) => ({ ...known, followsPresence: true })),
    changeOperatorWork(other, contoso, olga, now, (known) => ({ ...known, status: 'available' })),
  ]);
  expect(await findOperatorWork(store, contoso, olga)).toMatchObject({
    status: 'available',
    followsPresence: true,
  });
});

test('an operator is gone when no console of theirs is connected, nor was within the grace', async () => {
  const { store } = await tenantStores();
  const here = (operatorId: typeof olga) =>
    changeOperatorWork(store, contoso, operatorId, now, (known) => ({ ...known, status: 'available' }));
  await Promise.all([here(olga), here(omar)]);
  for (const [connectionId, operatorId] of [
    ['one', olga],
    ['two', omar],
  ] as const)
    await consoleCame(store, { connectionId, tenantId: contoso, operatorId, owner: 1 });
  expect(await readOperatorsGone(store, now)).toEqual([]);
  await consoleWent(store, 'two', now);
  expect(await readOperatorsGone(store, now - 1)).toEqual([]);
  expect(await readOperatorsGone(store, now)).toEqual([{ tenantId: contoso, operatorId: omar }]);
});

test('whose presence is followed: those who are here, and not on a break of their own', async () => {
  const { store } = await tenantStores();
  const become = (operatorId: typeof olga, more: object) =>
    changeOperatorWork(store, contoso, operatorId, now, (known) => ({
      ...known,
      followsPresence: true,
      ...more,
    }));
  await become(olga, { status: 'available' });
  await become(omar, { status: 'break', breakReason: 'lunch' });
  const { callId } = (await waitingCall(store)).decided.state;
  await accept(store, callId, olga);
  expect(await readPresenceFollowers(store)).toEqual([
    { tenantId: contoso, operatorId: olga, isInCall: true, isOnBreak: false },
  ]);
  await become(omar, { isBreakByPresence: true });
  expect(await readPresenceFollowers(store)).toContainEqual({
    tenantId: contoso,
    operatorId: omar,
    isInCall: false,
    isOnBreak: true,
  });
});

test('the rank in a queue outlives a change of the operator; their queues are those given last', async () => {
  const { store } = await tenantStores();
  await store.updateTable('queue_operators').set({ rank: 7 }).where('operator_id', '=', olga).execute();
  await putOperator(store, {
    tenantId: contoso,
    operatorId: olga,
    name: 'Olga L.',
    userPrincipalName: 'olga@contoso.example',
    queueIds: [reception.queueId],
  });
  const rank = store.selectFrom('queue_operators').select('rank').where('operator_id', '=', olga);
  expect(await rank.execute()).toEqual([{ rank: 7 }]);
});

test('who was offered a call last is remembered', async () => {
  const { store } = await tenantStores();
  await noteOffered(store, contoso, [olga], now);
  await noteOffered(store, contoso, [], now);
  const rows = await store.selectFrom('operators').select(['operator_id', 'last_offered_at']).execute();
  expect(new Map(rows.map((row) => [row.operator_id, row.last_offered_at]))).toEqual(
    new Map([
      [olga, now],
      [omar, 0],
    ]),
  );
});
