import type { CallState } from '@switchboard/domain/call/call-state';
import { evolve } from '@switchboard/domain/call/evolve';
import { callId, personId } from '@switchboard/domain/ids';
import { must } from '@switchboard/kit/assert';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Store } from '../access/store.ts';
import { readEvents } from '../feed/read-events.ts';
import { findCallByLeg, readCallsChangedSince, readDueCalls, readLiveCalls } from '../reads/calls.ts';
import {
  accept,
  begin,
  contoso,
  end,
  newLeg,
  now,
  olga,
  omar,
  tell,
  tenantStores,
  waitingCall,
} from '../testing/sample-tenant.testing.ts';
import { withConnection } from '../testing/scratch-database.ts';
import { changeCall } from './change-call.ts';

const codes = (results: readonly Awaited<ReturnType<typeof accept>>[]) =>
  results.map((result) => (result?.ok === true ? 'taken' : (result?.refusal ?? 'gone'))).toSorted();

test('twenty calls at once get numbers without gaps, in the order of the commits', async () => {
  const { store } = await tenantStores();
  const { seq: before } = await readLiveCalls(store, contoso);
  const seen: number[] = [];
  let isDone = false;
  const reader = (async () => {
    for (let after = before; ; ) {
      const isLast = isDone;
      const events = await readEvents(store, contoso, after, 7);
      for (const { seq } of events) seen.push(seq);
      after = events.at(-1)?.seq ?? after;
      if (isLast && events.length === 0) return;
    }
  })();
  const calls = await Promise.all(Array.from({ length: 20 }, () => waitingCall(store)));
  isDone = true;
  await reader;
  const { seq: newest } = await readLiveCalls(store, contoso);
  // Whoever reads on from the last number seen, while others write, misses none and sees none twice.
  expect(seen).toEqual(Array.from({ length: newest - before }, (_, index) => before + index + 1));
  expect(new Set(calls.map(({ seq }) => seq)).size).toBe(20);
});

test('the feed folds to the rows, and to what changed since any number', async () => {
  const { store } = await tenantStores();
  const { seq: before } = await readLiveCalls(store, contoso);
  const calls = await Promise.all(Array.from({ length: 6 }, () => waitingCall(store)));
  const ids = calls.map(({ decided }) => decided.state.callId);
  const [first, second] = [must(ids[0], 'a call'), must(ids[1], 'a call')];
  await accept(store, first, olga);
  const middle = (await readLiveCalls(store, contoso)).seq;
  await end(store, second);

  const folded = new Map<string, CallState>();
  for (const one of await readEvents(store, contoso, 0, 10_000)) {
    if (one.subject !== 'call') continue;
    const { callId, event, at } = one;
    folded.set(callId, evolve(folded.get(callId), event, at));
  }
  const live = await readLiveCalls(store, contoso);
  const byId = (all: Iterable<CallState>) => new Map([...all].map((call) => [call.callId, call]));
  expect(byId(live.calls)).toEqual(byId([...folded.values()].filter((call) => call.name !== 'ended')));
  expect(live.calls.some((call) => call.callId === second)).toBe(false);

  const changed = must(await readCallsChangedSince(store, contoso, before), 'the changes');
  expect(byId(changed.calls)).toEqual(byId(ids.map((id) => must(folded.get(id), 'a folded call'))));
  const lately = must(await readCallsChangedSince(store, contoso, middle), 'the changes');
  expect(lately.calls.map(({ callId, name }) => [callId, name])).toEqual([[second, 'ended']]);
  expect(await readCallsChangedSince(store, contoso, live.seq)).toEqual({ seq: live.seq, calls: [] });
});

test('two operators accept at once: exactly one has the call, and the other hears so', async () => {
  const { store, other } = await tenantStores();
  for (let round = 0; round < 10; round += 1) {
    const { callId } = (await waitingCall(store)).decided.state;
    const results = await Promise.all([accept(store, callId, olga), accept(other, callId, omar)]);
    expect(codes(results)).toEqual(['callTaken', 'taken']);
    await end(store, callId);
  }
});

test('one operator accepts two calls at once: they get one of them', async () => {
  const { store, other } = await tenantStores();
  const calls = await Promise.all([waitingCall(store), waitingCall(store)]);
  const [one, two] = calls.map(({ decided }) => decided.state.callId);
  const results = await Promise.all([
    accept(store, must(one, 'a call'), olga),
    accept(other, must(two, 'a call'), olga),
  ]);
  expect(codes(results)).toEqual(['busy', 'taken']);
  for (const { decided } of calls) {
    await end(store, decided.state.callId);
  }
});

test('who is no operator of the queue is told apart', async () => {
  const { store } = await tenantStores();
  const { callId } = (await waitingCall(store)).decided.state;
  const stranger = personId('0c000000-0000-4000-8000-000000000009');
  expect(codes([await accept(store, callId, stranger)])).toEqual(['notInQueue']);
});

test('a leg that comes in twice, even at once, begins one call', async () => {
  const { store, other } = await tenantStores();
  const leg = newLeg();
  const begun = await Promise.all([begin(store, leg), begin(other, leg), begin(store, leg)]);
  const calls = begun.filter((call) => call !== undefined);
  expect(calls).toHaveLength(1);
  expect(await findCallByLeg(store, contoso, leg)).toBe(calls[0]?.decided.state.callId);
  expect(await begin(store, leg)).toBeUndefined();
  expect(await findCallByLeg(store, contoso, newLeg())).toBeUndefined();
});

test('a call that nobody knows is no error', async () => {
  const { store } = await tenantStores();
  const changed = await changeCall<never>(store, {
    tenantId: contoso,
    callId: callId('no-such-call'),
    now,
    consolesSince: now,
    owner: 1,
    decide: () => {
      throw new Error('nothing to decide about');
    },
  });
  expect(changed).toBeUndefined();
});

test('a refusal leaves no trace', async () => {
  const { store } = await tenantStores();
  const { callId } = (await waitingCall(store)).decided.state;
  await accept(store, callId, olga);
  const before = await readLiveCalls(store, contoso);
  expect(codes([await accept(store, callId, omar)])).toEqual(['callTaken']);
  expect(await readLiveCalls(store, contoso)).toEqual(before);
});

test('a change that waited for the call does not overtake the effect that came before it', async () => {
  const { store, url } = await tenantStores();
  const begun = must(await begin(store), 'a new call');
  const { callId: call } = begun.decided.state;
  const { effectId } = must(begun.claimed, 'the answer').effect;
  await tell(store, call, { type: 'effectDone', effectId }, { closes: 'done' });
  // Somebody changes the call and asks for something; the change began before that was committed.
  const waited = await withConnection(url, async (client) => {
    await client.query('BEGIN');
    await client.query('UPDATE calls SET state = state WHERE call_id = $1', [call]);
    const waiting = tell(store, call, { type: 'doubtRaised' });
    await untilSomebodyWaits(store);
    await client.query(
      `INSERT INTO effects (effect_id, tenant_id, call_id, data, asked_at, owner, attempts)
       SELECT 'older', tenant_id, call_id, data, asked_at, 2, 1 FROM effects WHERE effect_id = $1`,
      [effectId],
    );
    await client.query('COMMIT');
    return waiting;
  });
  expect(waited.decided.effects).toHaveLength(1);
  expect(waited.claimed).toBeUndefined();
  const pending = store
    .selectFrom('effects')
    .select('owner')
    .where('status', '=', 'pending')
    .orderBy('position');
  expect(await pending.execute()).toEqual([{ owner: 2 }, { owner: null }]);
});

test('of many who change a call at once each decides about what the others have left', async () => {
  const { store, other } = await tenantStores();
  const { callId: call, leg } = (await waitingCall(store)).decided.state;
  const { seq: before } = await readLiveCalls(store, contoso);
  const rosters = Array.from({ length: 12 }, (_, n) => ({
    type: 'rosterSeen' as const,
    leg,
    members: [],
    partial: true,
    sequence: n + 1,
  }));
  await Promise.all(rosters.map((roster, n) => tell(n % 2 === 0 ? store : other, call, roster)));
  const events = await readEvents(store, contoso, before, 100);
  const { seq, calls } = await readLiveCalls(store, contoso);
  expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => before + index + 1));
  expect(seq).toBe(before + events.length);
  expect(calls.find(({ callId }) => callId === call)?.rosterSequence).toBe(12);
});

async function untilSomebodyWaits(store: Store): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(store);
    if ((rows[0]?.waiting ?? 0) > 0) return;
  }
}

test('names with characters that PostgreSQL refuses are kept without them', async () => {
  const { store } = await tenantStores();
  const { callId } = (await waitingCall(store)).decided.state;
  const member = {
    participantId: 'p-1' as never,
    party: { kind: 'unknown', name: 'A\u0000da \ud83d' } as const,
    removed: false,
    isVoicemail: false,
    isInLobby: false,
  };
  await tell(store, callId, ({ leg }) => ({
    type: 'rosterSeen',
    leg,
    members: [member],
    partial: false,
    sequence: 1,
  }));
  const { calls } = await readLiveCalls(store, contoso);
  const known = calls.find((call) => call.callId === callId);
  expect(known?.members[0]?.party.name).toBe('Ada \ufffd');
});

test('calls are due in the order of their deadlines, and ended ones never', async () => {
  const { store } = await tenantStores();
  const [one, two, three] = await Promise.all([waitingCall(store), waitingCall(store), waitingCall(store)]);
  const ids = [one, two, three].map(({ decided }) => decided.state.callId);
  await store
    .updateTable('calls')
    .set({ next_due: now + 9_000_000 })
    .execute();
  const due = [5, 3, 4];
  for (const [index, id] of ids.entries()) {
    await store
      .updateTable('calls')
      .set({ next_due: must(due[index], 'a deadline') })
      .where('call_id', '=', id)
      .execute();
  }
  expect((await readDueCalls(store, 5, 10)).map((call) => call.callId)).toEqual([ids[1], ids[2], ids[0]]);
  expect(await readDueCalls(store, 4, 1)).toHaveLength(1);
  await end(store, must(ids[1], 'a call'));
  expect((await readDueCalls(store, 5, 10)).map((call) => call.callId)).toEqual([ids[2], ids[0]]);
});
