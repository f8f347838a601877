import { decideOnCommand } from '@switchboard/domain/call/decide';
import type { CallId } from '@switchboard/domain/ids';
import { must } from '@switchboard/kit/assert';
import { refused } from '@switchboard/kit/result';
import { expect, test } from 'vitest';
import type { Store } from '../access/store.ts';
import { changeCallBack, readCallBacksToDo } from '../call-backs/call-backs.ts';
import { readEvents } from '../feed/read-events.ts';
import { changeOperatorWork, findOperatorWork } from '../operators/operators.ts';
import { readLiveCalls } from '../reads/calls.ts';
import { putQueue } from '../tenants/tenants.ts';
import { connectedCall } from '../testing/connected-call.testing.ts';
import {
  accept,
  context,
  contoso,
  end,
  now,
  olga,
  omar,
  reception,
  tell,
  tenantStores,
  waitingCall,
} from '../testing/sample-tenant.testing.ts';
import { changeCall } from './change-call.ts';

function park(store: Store, callId: CallId, slot?: number) {
  return changeCall<string>(store, {
    tenantId: contoso,
    callId,
    now,
    consolesSince: now,
    owner: 1,
    wants: 'slots',
    decide: ({ call, takenSlots }) => {
      const operatorId = 'operatorId' in call ? must(call.operatorId, 'an operator') : olga;
      const wanted = slot === undefined ? {} : { slot };
      const known = { ...context, ...(takenSlots === undefined ? {} : { takenSlots }) };
      const decided = decideOnCommand(call, { type: 'park', operatorId, ...wanted }, known, now);
      return decided.ok ? decided : refused(decided.refusal.code);
    },
  });
}

test('a talk that ends sets its operator free from that moment, and says so where there is a wrap-up', async () => {
  const { store } = await tenantStores();
  await changeOperatorWork(store, contoso, olga, now, (known) => ({ ...known, status: 'available' }));
  const first = await connectedCall(store);
  const { seq: before } = await readLiveCalls(store, contoso);
  await tell(
    store,
    first,
    ({ leg }) => ({ type: 'legEnded', leg, outcome: { code: 200, subcode: 0, message: '' } }),
    { at: now + 60_000 },
  );
  expect(await findOperatorWork(store, contoso, olga)).toMatchObject({
    idleSince: now + 60_000,
    wrapUpUntil: null,
  });
  const quiet = await readEvents(store, contoso, before, 10);
  expect(quiet.filter(({ subject }) => subject === 'operator')).toEqual([]);

  await putQueue(store, { ...reception, settings: { ...reception.settings, wrapUp: 20_000 } });
  const second = await connectedCall(store);
  await end(store, second);
  const events = await readEvents(store, contoso, before, 100);
  const last = must(events.at(-1), 'an event');
  expect(last).toMatchObject({
    subject: 'operator',
    event: { operator: { operatorId: olga, status: 'available', wrapUpUntil: now + 20_000 } },
  });
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => before + 1 + index));
  const { seq } = await readLiveCalls(store, contoso);
  expect(last.seq).toBe(seq);
});

test('who was only rung is idle as before', async () => {
  const { store } = await tenantStores();
  const { callId } = (await waitingCall(store)).decided.state;
  await accept(store, callId, olga);
  await end(store, callId);
  expect(await findOperatorWork(store, contoso, olga)).toMatchObject({ idleSince: 0 });
});

test('when an operator first talked to the caller is kept with the call', async () => {
  const { store } = await tenantStores();
  const callId = await connectedCall(store, olga, now + 5);
  const row = store.selectFrom('calls').select('answered_at').where('call_id', '=', callId);
  expect(await row.execute()).toEqual([{ answered_at: now + 5 }]);
  await tell(store, callId, { type: 'doubtRaised' });
  expect(await row.execute()).toEqual([{ answered_at: now + 5 }]);
});

test('two calls that are parked at once never get one slot, even when both name it', async () => {
  const { store, other } = await tenantStores();
  for (let round = 0; round < 5; round += 1) {
    const [one, two] = [await connectedCall(store, olga), await connectedCall(store, omar)];
    const results = await Promise.all([park(store, one), park(other, two)]);
    const slots = results.map((result) =>
      result?.ok === true && result.value.decided.state.name === 'parked'
        ? result.value.decided.state.slot
        : 'refused',
    );
    expect(new Set(slots)).toEqual(new Set([1, 2]));
    await Promise.all([end(store, one), end(store, two)]);
    const [three, four] = [await connectedCall(store, olga), await connectedCall(store, omar)];
    const both = await Promise.all([park(store, three, 5), park(other, four, 5)]);
    const outcomes = both.map((result) => (result?.ok === true ? 'parked' : result?.refusal));
    expect(new Set(outcomes)).toEqual(new Set(['parked', 'slotTaken']));
    await Promise.all([end(store, three), end(store, four)]);
  }
});

test('a promised call back is kept, told, taken by one, and done', async () => {
  const { store, other } = await tenantStores();
  await putQueue(store, {
    ...reception,
    settings: { ...reception.settings, diversions: { emergency: { destination: { to: 'callBack' } } } },
  });
  const { callId } = (await waitingCall(store)).decided.state;
  const { seq: before } = await readLiveCalls(store, contoso);
  await store
    .updateTable('queues')
    .set({ switches: JSON.stringify({ mode: 'auto', isEmergency: true }) as never })
    .execute();
  const changed = await tell(store, callId, { type: 'queueTurned' }, { wants: 'situation' });
  expect(changed.decided.state).toMatchObject({ name: 'ended', reason: 'promisedCallBack' });
  const callBack = {
    callBackId: callId,
    callId,
    queueId: reception.queueId,
    why: 'promised',
    number: '+442079460123',
    promisedAt: now,
    calls: 1,
    tries: 0,
    state: 'open',
  };
  expect(await readCallBacksToDo(store, contoso, now)).toEqual([callBack]);
  const told = (await readEvents(store, contoso, before, 100)).filter(
    ({ subject }) => subject === 'callBack',
  );
  expect(told).toMatchObject([{ event: { type: 'callBackChanged', callBack } }]);

  const change = { callBackId: callId, now, isAllowed: () => true } as const;
  const taken = await Promise.all([
    changeCallBack(store, contoso, { ...change, operatorId: olga, to: 'taken' }),
    changeCallBack(other, contoso, { ...change, operatorId: omar, to: 'taken' }),
  ]);
  const winner = taken[0]?.ok === true ? olga : omar;
  const loser = winner === olga ? omar : olga;
  expect(taken.filter((one) => one.ok)).toHaveLength(1);
  expect(taken.find((one) => !one.ok)).toEqual(refused({ by: winner }));
  expect(await changeCallBack(store, contoso, { ...change, operatorId: loser, to: 'done' })).toEqual(
    refused({ by: winner }),
  );
  const done = await changeCallBack(store, contoso, { ...change, operatorId: winner, to: 'done' });
  expect(done).toMatchObject({ ok: true, value: { state: 'done', operatorId: winner } });
  expect(await readCallBacksToDo(store, contoso, now)).toEqual([]);
  const hidden = { ...change, operatorId: olga, to: 'open', isAllowed: () => false } as const;
  expect(await changeCallBack(store, contoso, hidden)).toEqual(refused({}));
});
