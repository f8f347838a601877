import { expect, test } from 'vitest';
import type { Store } from '../access/store.ts';
import { readEvents } from '../feed/read-events.ts';
import { connectedCall } from '../testing/connected-call.testing.ts';
import {
  contoso,
  end,
  now,
  olga,
  omar,
  tenantStores,
  waitingCall,
} from '../testing/sample-tenant.testing.ts';
import { changeCallBack, lostStays, readCallBacksToDo } from './call-backs.ts';

async function loseCall(store: Store): Promise<string> {
  const { callId } = (await waitingCall(store)).decided.state;
  await end(store, callId);
  return callId;
}

const change = { now, isAllowed: () => true } as const;

test('whom nobody reached is on the list once, however often they call, and everybody is told', async () => {
  const { store } = await tenantStores();
  const first = await loseCall(store);
  const second = await loseCall(store);
  const [lost, ...others] = await readCallBacksToDo(store, contoso, now);
  expect(others).toEqual([]);
  expect(lost).toEqual({
    callBackId: first,
    callId: second,
    queueId: 'reception',
    why: 'lost',
    number: '+442079460123',
    promisedAt: now,
    calls: 2,
    reason: 'callerHungUp',
    tries: 0,
    state: 'open',
  });
  const events = await readEvents(store, contoso, 0, 200);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, n) => n + 1));
  const told = events.flatMap(({ event }) => (event.type === 'callBackChanged' ? [event.callBack] : []));
  expect(told).toEqual([{ ...lost, callId: first, calls: 1 }, lost]);
});

test('who calls back in vain puts it back on the list, with the try counted; then another takes it and is done', async () => {
  const { store } = await tenantStores();
  const callBackId = await loseCall(store);
  await changeCallBack(store, contoso, { ...change, callBackId, operatorId: olga, to: 'taken' });
  const tried = { ...change, callBackId, operatorId: olga, to: 'notReached', now: now + 9 } as const;
  expect(await changeCallBack(store, contoso, tried)).toMatchObject({
    ok: true,
    value: { state: 'open', tries: 1, triedAt: now + 9 },
  });
  expect(
    (await changeCallBack(store, contoso, { ...change, callBackId, operatorId: omar, to: 'done' })).ok,
  ).toBe(true);
  expect(await readCallBacksToDo(store, contoso, now)).toEqual([]);
  await loseCall(store);
  expect(await readCallBacksToDo(store, contoso, now)).toMatchObject([{ calls: 1, tries: 0 }]);
});

test('a caller who calls again and is talked to needs no call back, whoever had taken it on', async () => {
  const { store } = await tenantStores();
  const callBackId = await loseCall(store);
  await changeCallBack(store, contoso, { ...change, callBackId, operatorId: omar, to: 'taken' });
  await end(store, await connectedCall(store, olga));
  expect(await readCallBacksToDo(store, contoso, now)).toEqual([]);
  const events = await readEvents(store, contoso, 0, 200);
  expect(events.at(-1)?.event).toMatchObject({ callBack: { callBackId, state: 'done', operatorId: omar } });
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, n) => n + 1));
});

test('what nobody has called back within days is left to the history', async () => {
  const { store } = await tenantStores();
  await loseCall(store);
  expect(await readCallBacksToDo(store, contoso, now + lostStays - 1)).toHaveLength(1);
  expect(await readCallBacksToDo(store, contoso, now + lostStays)).toEqual([]);
});

test('who said by mistake that it is done puts it back as it was; nobody else does, and not beside a newer call', async () => {
  const { store } = await tenantStores();
  const callBackId = await loseCall(store);
  const by = (operatorId: typeof olga, to: 'taken' | 'done' | 'openAgain' | 'takenAgain') =>
    changeCallBack(store, contoso, { ...change, callBackId, operatorId, to });
  expect((await by(olga, 'openAgain')).ok).toBe(false);
  await by(olga, 'done');
  expect(await by(omar, 'openAgain')).toMatchObject({ ok: false, refusal: { by: olga } });
  expect(await by(olga, 'takenAgain')).toMatchObject({ value: { state: 'taken', operatorId: olga } });
  await by(olga, 'done');
  expect(await by(olga, 'openAgain')).toMatchObject({ value: { state: 'open' } });
  expect(await readCallBacksToDo(store, contoso, now)).toHaveLength(1);
  await by(olga, 'done');
  await loseCall(store);
  expect((await by(olga, 'openAgain')).ok).toBe(false);
  expect(await readCallBacksToDo(store, contoso, now)).toMatchObject([{ calls: 1 }]);
});
