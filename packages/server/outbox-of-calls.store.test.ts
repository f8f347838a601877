import type { CallEffect } from '@switchboard/domain/call/effect';
import type { CallId, TenantId } from '@switchboard/domain/ids';
import type { CallActions, EffectOutcome } from '@switchboard/graph/calls/perform-effect';
import { createClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';
import { breakingStore } from '@switchboard/store/testing/broken-answers.testing';
import { contoso, newLeg, reception, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, onTestFinished, test } from 'vitest';
import { Outbox } from './act/outbox.ts';
import { type CallHandler, createCallHandler } from './handle/calls.ts';

const clock = createClock({ now: Date.now, setTimeout, clearTimeout });

/** Graph: notes who is asked for what, and never is asked for two things of a call at once. */
class Graph implements CallActions {
  readonly done: CallEffect[] = [];
  readonly #busy = new Set<string>();
  overlaps = 0;
  /** Says to what is asked first. */
  readonly outcomes: EffectOutcome[] = [];

  async perform(effect: CallEffect, { callId }: { callId: CallId }): Promise<EffectOutcome> {
    if (this.#busy.has(callId)) this.overlaps += 1;
    this.#busy.add(callId);
    await new Promise((resolve) => setImmediate(resolve));
    this.#busy.delete(callId);
    this.done.push(effect);
    const { leg, effectId } = effect;
    if (effect.type !== 'observe') return this.outcomes.shift() ?? { type: 'done' };
    return { type: 'observed', fact: { type: 'legObserved', leg, effectId, legState: 'establishing' } };
  }

  settleDoubt(effect: CallEffect, where: { callId: CallId }): Promise<EffectOutcome> {
    return this.perform(effect, where);
  }
}

/** A server's outbox behind its handler. Its own looks for work that is left are not begun: pokes must do. */
function outboxOf(
  store: Store,
  graph: Graph,
  owner: number,
  onEvents: (tenantId: TenantId) => void = () => undefined,
): { outbox: Outbox; calls: CallHandler } {
  const outbox: Outbox = new Outbox({
    store,
    clock,
    owner,
    actions: graph,
    log: silentLogger,
    async report({ tenantId, callId }, { effectId }, fact, closing) {
      await calls.takeFact(tenantId, fact, { callId, closes: { effectId, ...closing } });
    },
  });
  const calls = createCallHandler({
    store,
    clock,
    newId: () => crypto.randomUUID(),
    owner,
    log: silentLogger,
    onEvents,
    onEffects: (tenantId, callId, claimed) => outbox.poke(tenantId, callId, claimed),
    onUnheard: (tenantId, callId) => outbox.missedAnswer(tenantId, callId),
  });
  return { outbox, calls };
}

async function incoming(store: Store, calls: CallHandler, leg = newLeg()): Promise<CallId> {
  const { tenantId, instanceId } = reception;
  const caller = { kind: 'number', number: '+442079460123' } as const;
  await calls.takeIncoming({ type: 'callIncoming', tenantId, leg, instanceId, caller });
  const row = await store
    .selectFrom('legs')
    .select('call_id')
    .where('leg_id', '=', leg)
    .executeTakeFirstOrThrow();
  return row.call_id;
}

const effectsOf = (store: Store, callId: CallId) =>
  store
    .selectFrom('effects')
    .select(['effect_id', 'status', 'attempts'])
    .where('call_id', '=', callId)
    .orderBy('position')
    .execute();

test('what is asked of a call from all sides at once is done once each, in order, one at a time', async () => {
  const { store } = await tenantStores();
  const graph = new Graph();
  const { outbox, calls } = outboxOf(store, graph, 1);
  const ids = await Promise.all([incoming(store, calls), incoming(store, calls), incoming(store, calls)]);
  const doubts = ids.flatMap((callId) => Array.from({ length: 6 }, () => callId));
  await Promise.all(doubts.map((callId) => calls.takeFact(contoso, { type: 'doubtRaised' }, { callId })));
  await outbox.drain();
  expect(graph.overlaps).toBe(0);
  for (const callId of ids) {
    const effects = await effectsOf(store, callId);
    expect(effects).toHaveLength(7);
    expect(effects.every(({ status, attempts }) => status === 'done' && attempts === 1)).toBe(true);
    const own = new Set(effects.map(({ effect_id }) => effect_id));
    const done = graph.done.filter(({ effectId }) => own.has(effectId)).map(({ effectId }) => effectId);
    expect(done).toEqual(effects.map(({ effect_id }) => effect_id));
  }
});

test('every commit with events rings, and one without rings nobody', async () => {
  const { store } = await tenantStores();
  const rung: TenantId[] = [];
  const { outbox, calls } = outboxOf(store, new Graph(), 1, (tenantId) => rung.push(tenantId));
  const callId = await incoming(store, calls);
  expect(rung).toEqual([contoso]);
  await outbox.drain();
  const { leg } = await store
    .selectFrom('calls')
    .select('data')
    .where('call_id', '=', callId)
    .executeTakeFirstOrThrow()
    .then(({ data }) => data);
  rung.length = 0;
  await calls.takeFact(contoso, { type: 'legEstablished', leg }, {});
  expect(rung).toEqual([contoso]);
  await calls.takeFact(contoso, { type: 'legEstablished', leg }, {});
  expect(rung).toEqual([contoso]);
});

test('an effect that Graph ends in its answer is told twice, and what stands behind it is done once', async () => {
  const { store } = await tenantStores();
  const graph = new Graph();
  const outcome = { code: 200, subcode: 0, message: '' };
  graph.outcomes.push({ type: 'done', operationId: 'o-1', operationEnded: { completed: true, outcome } });
  const { outbox, calls } = outboxOf(store, graph, 1);
  const callId = await incoming(store, calls);
  await calls.takeFact(contoso, { type: 'doubtRaised' }, { callId });
  await outbox.drain();
  expect(graph.done.map(({ type }) => type)).toEqual(['answer', 'observe']);
});

test('an effect that must be tried again is, and what stands behind it waits', async () => {
  const { store } = await tenantStores();
  const graph = new Graph();
  graph.outcomes.push({ type: 'retry', reason: 'busy', afterMs: 20 });
  const { outbox, calls } = outboxOf(store, graph, 1);
  const callId = await incoming(store, calls);
  await calls.takeFact(contoso, { type: 'doubtRaised' }, { callId });
  await expect.poll(() => graph.done.map(({ type }) => type)).toEqual(['answer', 'answer', 'observe']);
  await outbox.drain();
  expect((await effectsOf(store, callId)).map(({ status }) => status)).toEqual(['done', 'done']);
});

function lookingOutbox(outbox: Outbox): void {
  const stop = new AbortController();
  const ran = outbox.run(stop.signal);
  onTestFinished(async () => {
    stop.abort();
    await ran;
  });
}

test('what a commit gave this server is done once though nobody heard of it', async () => {
  const { store } = await tenantStores();
  const breaking = breakingStore(store);
  const graph = new Graph();
  const { outbox, calls } = outboxOf(breaking.store, graph, 1);
  const leg = newLeg();
  breaking.breakNext();
  // Graph is told of no success, and sends the notification again.
  await expect(incoming(store, calls, leg)).rejects.toThrow('Connection terminated');
  const callId = await incoming(store, calls, leg);
  expect(await effectsOf(store, callId)).toMatchObject([{ status: 'pending' }]);
  lookingOutbox(outbox);
  await expect.poll(() => effectsOf(store, callId)).toMatchObject([{ status: 'done' }]);
  breaking.breakNext();
  const doubt = { type: 'doubtRaised' } as const;
  await expect(calls.takeFact(contoso, doubt, { callId })).rejects.toThrow('Connection terminated');
  await expect.poll(() => effectsOf(store, callId)).toMatchObject([{}, { status: 'done' }]);
  expect(graph.done.map(({ type }) => type)).toEqual(['answer', 'observe']);
  expect(graph.overlaps).toBe(0);
});

test('what is being done while an answer is lost is not done twice', async () => {
  const { store } = await tenantStores();
  const breaking = breakingStore(store);
  const graph = new Graph();
  const { outbox, calls } = outboxOf(breaking.store, graph, 1);
  lookingOutbox(outbox);
  const callId = await incoming(store, calls);
  for (let n = 0; n < 5; n += 1) {
    breaking.breakNext();
    await calls.takeFact(contoso, { type: 'doubtRaised' }, { callId }).catch(() => undefined);
  }
  await expect
    .poll(async () => (await effectsOf(store, callId)).every(({ status }) => status === 'done'))
    .toBe(true);
  await outbox.drain();
  const effects = await effectsOf(store, callId);
  expect(graph.done.map(({ effectId }) => effectId)).toEqual(effects.map(({ effect_id }) => effect_id));
  expect(graph.overlaps).toBe(0);
});
