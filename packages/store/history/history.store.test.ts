import { queueId } from '@switchboard/domain/ids';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Store } from '../access/store.ts';
import { connectedCall } from '../testing/connected-call.testing.ts';
import {
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
import { listPastCalls, type PastFilter } from './list-past-calls.ts';
import { keyOfOperator, keyOfQueue } from './past-call.ts';

const ofReception: PastFilter = { foundBy: [keyOfQueue(reception.queueId)] };
const all = { limit: 50 };

/** Calls of the past that nobody lived through: `n` is the minute in which they came. */
async function enterPast(
  store: Store,
  count: number,
  queues: readonly string[] = ['reception'],
  caller = { kind: 'number', number: '+442079460123' },
): Promise<void> {
  await sql`
    WITH made AS (
      INSERT INTO past_calls
      SELECT ${contoso}, 'past-' || lpad(n::text, 7, '0'), ${queues[0]}, ${now}::bigint + n * 60000, NULL,
        ${now}::bigint + n * 60000 + 5000, 'callerHungUp', CASE WHEN n % 100 = 0 THEN 'lost' ELSE 'answered' END, false,
        ${JSON.stringify(caller)}::jsonb, NULL, '{}', ' 442079460123 caller' || n,
        ${queues.map((queue) => `queue ${queue}`)}::text[] || ARRAY['caller ' || n % 1000]
      FROM generate_series(1, ${count}::integer) AS n
      RETURNING tenant_id, found_by, arrived_at, call_id
    )
    INSERT INTO past_call_entries SELECT tenant_id, unnest(found_by), arrived_at, call_id FROM made`.execute(
    store,
  );
}

test('a call that ends is found under its queue, its caller and whoever talked', async () => {
  const { store } = await tenantStores();
  const callId = await connectedCall(store, olga, now + 5);
  await tell(
    store,
    callId,
    ({ leg }) => ({ type: 'legEnded', leg, outcome: { code: 200, subcode: 0, message: '' } }),
    { at: now + 60_000 },
  );
  const { calls } = await listPastCalls(store, contoso, ofReception, all);
  expect(calls).toMatchObject([
    {
      callId,
      queueId: 'reception',
      caller: { number: '+442079460123' },
      arrivedAt: now,
      answeredAt: now + 5,
      endedAt: now + 60_000,
      reason: 'callerHungUp',
      outcome: 'answered',
      cameBack: false,
      takenBy: [olga],
    },
  ]);
  const under = async (key: PastFilter['foundBy'][number]) =>
    (await listPastCalls(store, contoso, { foundBy: [key] }, all)).calls.length;
  expect(await under(keyOfOperator(olga))).toBe(1);
  expect(await under(keyOfOperator(omar))).toBe(0);
  expect(await under('caller 442079460123')).toBe(1);
});

test('a caller who goes while they wait is lost, and nobody has talked to them', async () => {
  const { store } = await tenantStores();
  const { callId } = (await waitingCall(store)).decided.state;
  await end(store, callId);
  const { calls } = await listPastCalls(store, contoso, ofReception, all);
  expect(calls).toMatchObject([{ callId, outcome: 'lost', takenBy: [] }]);
});

test('pages follow each other without a gap, though new calls come in between', async () => {
  const { store } = await tenantStores();
  await enterPast(store, 25, ['reception', 'sales']);
  const filter: PastFilter = { foundBy: [keyOfQueue(reception.queueId), keyOfQueue(queueId('sales'))] };
  const seen: string[] = [];
  let before: Awaited<ReturnType<typeof listPastCalls>>['next'];
  do {
    const page = await listPastCalls(store, contoso, filter, { before, limit: 10 });
    seen.push(...page.calls.map(({ callId }) => callId));
    before = page.next;
    await end(store, (await waitingCall(store)).decided.state.callId);
  } while (before !== undefined);
  const past = seen.filter((id) => id.startsWith('past-'));
  expect(past).toEqual(Array.from({ length: 25 }, (_, n) => `past-${String(25 - n).padStart(7, '0')}`));
});

test('filters fit all at once; a search that finds little says how far it looked, and goes on from there', async () => {
  const { store } = await tenantStores();
  await enterPast(store, 4_000);
  const first = await listPastCalls(store, contoso, { ...ofReception, text: 'CALLER7' }, all);
  expect(first.calls.every(({ callId }) => Number(callId.slice(5)) > 1_000)).toBe(true);
  expect(first.next).toMatchObject({ callId: 'past-0001001' });
  const second = await listPastCalls(
    store,
    contoso,
    { ...ofReception, text: 'caller 7' },
    { ...all, before: first.next },
  );
  expect(second.next).toBeUndefined();

  const lost = await listPastCalls(
    store,
    contoso,
    {
      ...ofReception,
      outcomes: ['lost'],
      from: now + 200 * 60_000,
      to: now + 400 * 60_000,
      text: '020 7946 0123',
    },
    all,
  );
  expect(lost.calls.map(({ callId }) => callId)).toEqual(['past-0000300', 'past-0000200']);
  const named = await listPastCalls(
    store,
    contoso,
    { ...ofReception, callIds: ['past-0000300', 'past-0000301', 'elsewhere'] as never, outcomes: ['lost'] },
    all,
  );
  expect(named.calls.map(({ callId }) => callId)).toEqual(['past-0000300']);
  const unseen = { foundBy: ['caller 300'] as const, seenBy: [keyOfQueue(queueId('sales'))] };
  expect(await listPastCalls(store, contoso, unseen, all)).toEqual({ calls: [] });
});

test('a page is a piece of the key, however many calls are kept', async () => {
  const { store } = await tenantStores();
  await enterPast(store, 5_000);
  await sql`ANALYZE past_calls, past_call_entries`.execute(store);
  const { rows } = await sql<{ 'QUERY PLAN': string }>`
    EXPLAIN SELECT arrived_at, call_id FROM past_call_entries
    WHERE tenant_id = ${contoso} AND found_by = 'caller 300' AND (arrived_at, call_id) < (${now + 9e9}::bigint, '')
      AND arrived_at >= 0 ORDER BY arrived_at DESC, call_id DESC LIMIT 21`.execute(store);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('Index Only Scan Backward using past_call_entries_pkey');
  expect(plan).not.toContain('Sort');
});
