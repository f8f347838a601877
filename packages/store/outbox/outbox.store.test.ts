import { type CallId, callId, effectId } from '@switchboard/domain/ids';
import { must } from '@switchboard/kit/assert';
import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { expect, test } from 'vitest';
import { consoleCame } from '../access/sessions.ts';
import type { Store } from '../access/store.ts';
import { takeLease } from '../feed/leases.ts';
import { createServerPresence } from '../feed/presence-of-server.ts';
import {
  accept,
  begin,
  contoso,
  end,
  now,
  olga,
  tell,
  tenantStores,
  waitingCall,
} from '../testing/sample-tenant.testing.ts';
import { claimEffect, readCallsWithDueEffects, releaseEffect } from './claim-effect.ts';
import { takeOverFromTheDead } from './take-over.ts';

const first = 1;
const second = 2;

/** Graph says yes to an effect. */
const settle = (store: Store, call: CallId, id: string) =>
  tell(store, call, { type: 'effectDone', effectId: effectId(id) }, { closes: 'done' });

async function heldByNobody(store: Store, call: CallId): Promise<void> {
  await store.updateTable('effects').set({ owner: null }).where('call_id', '=', call).execute();
}

test('the first effect of a commit belongs to the server that made it, if nothing older is open', async () => {
  const { store } = await tenantStores();
  const begun = must(await begin(store), 'a new call');
  expect(begun.claimed?.effect.type).toBe('answer');
  const { callId: call } = begun.decided.state;
  const asked = await tell(store, call, { type: 'doubtRaised' });
  expect(asked.decided.effects.map(({ type }) => type)).toEqual(['observe']);
  expect(asked.claimed).toBeUndefined();
});

test('who closes an effect has the next one of the call at once, and hears when none is left', async () => {
  const { store } = await tenantStores();
  const begun = must(await begin(store), 'a new call');
  const { callId: call } = begun.decided.state;
  await tell(store, call, { type: 'doubtRaised' });
  const { effectId: answer } = must(begun.claimed, 'the answer').effect;
  const settled = await settle(store, call, answer);
  expect(settled).toMatchObject({ claimed: { effect: { type: 'observe' }, attempts: 1 }, isNone: false });
  expect(await claimEffect(store, contoso, call, second, now)).toBeUndefined();
  // The word that it has the next one was lost on the way: asked again, it is told again.
  const again = await settle(store, call, answer);
  expect(again.claimed?.effect).toEqual(settled.claimed?.effect);
  const last = await settle(store, call, must(again.claimed, 'the question').effect.effectId);
  expect(last).toMatchObject({ isNone: true });
  expect(last.claimed).toBeUndefined();
});

test('an effect that must wait, or that another server has, is not taken on with the end of the one before', async () => {
  const { store } = await tenantStores();
  const begun = must(await begin(store), 'a new call');
  const { callId: call } = begun.decided.state;
  const asked = await tell(store, call, { type: 'doubtRaised' });
  const { effectId: question } = must(asked.decided.effects[0], 'the question');
  await releaseEffect(store, question, { notBefore: now + 500, inDoubt: true });
  const { effectId: answer } = must(begun.claimed, 'the answer').effect;
  const early = await settle(store, call, answer);
  expect(early.claimed).toBeUndefined();
  expect(early.isNone).toBe(false);
  expect(await claimEffect(store, contoso, call, second, now + 500)).toMatchObject({ attempts: 1 });
  expect((await settle(store, call, answer)).claimed).toBeUndefined();
});

test('the effects of a call go in order, one at a time, whichever server asks', async () => {
  const { store, other } = await tenantStores();
  const begun = must(await begin(store), 'a new call');
  const { callId: call } = begun.decided.state;
  for (let n = 0; n < 3; n += 1) await tell(store, call, { type: 'doubtRaised' });
  await heldByNobody(store, call);

  const done: string[] = [];
  const servers = [store, other] as const;
  for (let n = 0; n < 4; n += 1) {
    const claims = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((at) => claimEffect(must(servers[at % 2], 'a server'), contoso, call, at, now)),
    );
    const [claimed, ...more] = claims.filter((claim) => claim !== undefined);
    expect(more).toEqual([]);
    const { effect, inDoubt } = must(claimed, 'the one that was free');
    expect(inDoubt).toBe(false);
    done.push(effect.effectId);
    await settle(store, call, effect.effectId);
    await heldByNobody(store, call);
  }
  const { rows } = {
    rows: await store.selectFrom('effects').select('effect_id').orderBy('position').execute(),
  };
  expect(done).toEqual(rows.map((row) => row.effect_id));
  expect(await claimEffect(store, contoso, call, first, now)).toBeUndefined();
});

test('an effect given back comes again when its time has come, with what is known of it', async () => {
  const { store } = await tenantStores();
  const begun = must(await begin(store), 'a new call');
  const { callId: call } = begun.decided.state;
  const { effectId: id } = must(begun.claimed, 'the answer').effect;
  await releaseEffect(store, id, { notBefore: now + 500, inDoubt: true });

  expect(await claimEffect(store, contoso, call, second, now + 499)).toBeUndefined();
  expect(await readCallsWithDueEffects(store, now + 499, 10)).toEqual([]);
  expect(await readCallsWithDueEffects(store, now + 500, 10)).toEqual([{ tenantId: contoso, callId: call }]);
  const again = await claimEffect(store, contoso, call, second, now + 500);
  expect(again).toMatchObject({ effect: { type: 'answer' }, attempts: 2, askedAt: now, inDoubt: true });
  expect(await readCallsWithDueEffects(store, now + 500, 10)).toEqual([]);

  await settle(store, call, id);
  await releaseEffect(store, id, { notBefore: now, inDoubt: false });
  expect(await claimEffect(store, contoso, call, first, now)).toBeUndefined();
});

test('what stands behind a waiting effect is not due, and hides no call that can go on', async () => {
  const { store } = await tenantStores();
  const stuck = must(await begin(store), 'a new call');
  await tell(store, stuck.decided.state.callId, { type: 'doubtRaised' });
  await releaseEffect(store, must(stuck.claimed, 'the answer').effect.effectId, {
    notBefore: now + 60_000,
    inDoubt: false,
  });
  const free = must(await begin(store), 'a new call').decided.state.callId;
  await heldByNobody(store, free);
  expect(await readCallsWithDueEffects(store, now, 10)).toEqual([{ tenantId: contoso, callId: free }]);
});

test('effects of different calls go side by side', async () => {
  const { store } = await tenantStores();
  const calls = await Promise.all([begin(store), begin(store)]);
  for (const begun of calls) {
    const { callId: call } = must(begun, 'a new call').decided.state;
    await heldByNobody(store, call);
    expect(await claimEffect(store, contoso, call, first, now)).toBeDefined();
  }
  expect(await claimEffect(store, contoso, callId('no-such-call'), first, now)).toBeUndefined();
});

test('a server that died leaves its work in doubt, and its consoles count as gone; a living one keeps both', async () => {
  const { store, url } = await tenantStores();
  const dead = await createServerPresence(url, { clock: new ManualClock(now), log: silentLogger });
  const living = await createServerPresence(url, { clock: new ManualClock(now), log: silentLogger });
  const stop = new AbortController();
  const deadRun = dead.run(stop.signal);

  const mine = must(await begin(store, undefined, living.owner), 'a new call').decided.state.callId;
  const theirs = (await waitingCall(store, dead.owner)).decided.state.callId;
  await accept(store, theirs, olga);
  for (const { owner } of [dead, living]) {
    await consoleCame(store, {
      connectionId: `console-${owner}`,
      tenantId: contoso,
      operatorId: olga,
      owner,
    });
  }
  const rescuer = living.owner + 1_000;
  expect(await takeOverFromTheDead(store, rescuer, now)).toBe(0);

  stop.abort();
  await deadRun;
  expect(await takeOverFromTheDead(store, rescuer, now)).toBe(1);
  expect(await takeOverFromTheDead(store, rescuer, now)).toBe(0);
  expect(await readCallsWithDueEffects(store, now, 10)).toEqual([{ tenantId: contoso, callId: theirs }]);
  expect(await claimEffect(store, contoso, theirs, rescuer, now)).toMatchObject({
    inDoubt: true,
    attempts: 2,
  });
  expect(await claimEffect(store, contoso, mine, rescuer, now)).toBeUndefined();
  const consoles = await store.selectFrom('consoles').select(['owner', 'gone_at']).orderBy('owner').execute();
  expect(consoles).toEqual([
    { owner: dead.owner, gone_at: now },
    { owner: living.owner, gone_at: null },
  ]);
  await endPresence(living);
});

test('two servers that find a dead one share nothing of its work', async () => {
  const { store, other, url } = await tenantStores();
  const dead = await createServerPresence(url, { clock: new ManualClock(now), log: silentLogger });
  await begin(store, undefined, dead.owner);
  await endPresence(dead);
  const found = await Promise.all([
    takeOverFromTheDead(store, 901, now),
    takeOverFromTheDead(other, 902, now),
  ]);
  // Whoever comes second finds nothing, or the same work free already.
  expect(Math.max(...found)).toBe(1);
  const claims = await Promise.all(
    (await readCallsWithDueEffects(store, now, 10)).flatMap(({ callId: call }) => [
      claimEffect(store, contoso, call, 901, now),
      claimEffect(other, contoso, call, 902, now),
    ]),
  );
  expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
});

test('what a dead server had a lease for is free at once; a living one keeps its leases', async () => {
  const { store, url } = await tenantStores();
  const presence = { clock: new ManualClock(now), log: silentLogger };
  const dead = await createServerPresence(url, presence);
  const living = await createServerPresence(url, presence);
  const work = { tenantId: contoso, work: 'distribution' };
  const soon = { now, until: now + 4_000 };
  await takeLease(store, { ...work, owner: dead.owner }, soon);
  await takeLease(store, { ...work, work: 'other', owner: living.owner }, soon);
  await endPresence(dead);
  // PostgreSQL lets the lock go a moment after the connection has ended.
  await expect.poll(() => takeOverFromTheDead(store, 901, now)).toBe(1);
  expect(await takeLease(store, { ...work, owner: 901 }, soon)).toBe(true);
  expect(await takeLease(store, { ...work, work: 'other', owner: 901 }, soon)).toBe(false);
  await endPresence(living);
});

test('an ended call still says goodbye: its last effects stay due', async () => {
  const { store } = await tenantStores();
  const { callId: call } = (await waitingCall(store)).decided.state;
  await accept(store, call, olga);
  await heldByNobody(store, call);
  await end(store, call);
  expect(await readCallsWithDueEffects(store, now, 10)).toEqual([{ tenantId: contoso, callId: call }]);
});

async function endPresence(presence: Awaited<ReturnType<typeof createServerPresence>>): Promise<void> {
  const stop = new AbortController();
  stop.abort();
  await presence.run(stop.signal);
}
