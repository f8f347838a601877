import { expect, test } from 'vitest';
import type { Store } from '../access/store.ts';
import { changeCallBack } from '../call-backs/call-backs.ts';
import { readEvents } from '../feed/read-events.ts';
import { changeOperatorWork } from '../operators/operators.ts';
import { readCallsChangedSince } from '../reads/calls.ts';
import { contoso, end, now, olga, tenantStores, waitingCall } from '../testing/sample-tenant.testing.ts';
import { forgetSome } from './forget.ts';

const later = now + 1;
const tables = ['calls', 'legs', 'effects', 'past_calls', 'past_call_entries'] as const;

/** How many rows of each table are about a call. */
async function rowsOf(store: Store, callId: string): Promise<readonly number[]> {
  const counts = [];
  for (const table of tables) {
    const rows = await store
      .selectFrom(table)
      .select('call_id')
      .where('call_id', '=', callId as never)
      .execute();
    counts.push(rows.length);
  }
  const events = await store
    .selectFrom('events')
    .select('seq')
    .where('call_id', '=', callId as never)
    .execute();
  return [...counts, events.length];
}

const newCall = async (store: Store) => (await waitingCall(store)).decided.state.callId;

test('a call that is over for long goes with all that belongs to it; one that is live or fresh stays whole', async () => {
  const { store } = await tenantStores();
  const [ended, fresh, live] = [await newCall(store), await newCall(store), await newCall(store)];
  await end(store, ended);
  await end(store, fresh);
  await store.updateTable('calls').set({ ended_at: later }).where('call_id', '=', fresh).execute();
  const [liveRows, freshRows] = [await rowsOf(store, live), await rowsOf(store, fresh)];
  expect(await rowsOf(store, ended)).not.toContain(0);

  expect(await forgetSome(store, contoso, later)).toBe(false);
  expect(await rowsOf(store, ended)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(await rowsOf(store, live)).toEqual(liveRows);
  expect(await rowsOf(store, fresh)).toEqual(freshRows);
});

test('more than a step takes is left for the next one', async () => {
  const { store } = await tenantStores();
  for (let n = 0; n < 51; n += 1) await end(store, await newCall(store));
  const left = async () => (await store.selectFrom('calls').select('call_id').execute()).length;
  expect(await forgetSome(store, contoso, later)).toBe(true);
  expect(await left()).toBe(1);
  expect(await forgetSome(store, contoso, later)).toBe(false);
  expect(await left()).toBe(0);
});

test('what happened at the desk goes, promises that were kept, and lost calls; a promise that is open stays', async () => {
  const { store } = await tenantStores();
  await changeOperatorWork(store, contoso, olga, now, (known) => ({ ...known, status: 'available' }));
  for (const call_back_id of ['kept', 'open'])
    await store
      .insertInto('call_backs')
      .values({
        tenant_id: contoso,
        call_back_id,
        call_id: call_back_id as never,
        queue_id: 'reception' as never,
        number: '+442079460123',
        name: null,
        promised_at: now,
        operator_id: null,
        changed_at: now,
      })
      .execute();
  const isAllowed = () => true;
  await changeCallBack(store, contoso, { callBackId: 'kept', operatorId: olga, to: 'done', now, isAllowed });
  // An administrator's changes have the database's time.
  await store.updateTable('events').set({ at: now }).execute();
  await end(store, await newCall(store));
  await forgetSome(store, contoso, later);
  const promises = await store.selectFrom('call_backs').select('call_back_id').execute();
  expect(promises).toEqual([{ call_back_id: 'open' }]);
  expect(await readEvents(store, contoso, 0, 100)).toEqual([]);
});

test('who resumes from before what is gone is told that nobody knows what changed', async () => {
  const { store } = await tenantStores();
  const ended = await newCall(store);
  await end(store, ended);
  const live = await newCall(store);
  const seqs = (await readEvents(store, contoso, 0, 100)).flatMap((event) =>
    event.subject !== 'call' || event.callId === ended ? [event.seq] : [],
  );
  const last = Math.max(...seqs);
  // The last of them says that the call is on the list of those to call back.
  expect(await readCallsChangedSince(store, contoso, last - 2)).toMatchObject({ calls: { length: 2 } });
  await forgetSome(store, contoso, later);
  expect(await readCallsChangedSince(store, contoso, last - 1)).toBeUndefined();
  expect(await readCallsChangedSince(store, contoso, last)).toMatchObject({ calls: [{ callId: live }] });
});
