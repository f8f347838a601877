import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { must } from '@switchboard/kit/assert';
import { createClock } from '@switchboard/kit/clock';
import type { Service } from '@switchboard/kit/lifecycle';
import { silentLogger } from '@switchboard/kit/logger';
import { consoleCame, consoleWent } from '@switchboard/store/access/sessions';
import type { Store } from '@switchboard/store/access/store';
import { changeOperatorWork, findOperatorWork } from '@switchboard/store/operators/operators';
import { switchQueue } from '@switchboard/store/queues/switch-queue';
import { readLiveCalls } from '@switchboard/store/reads/calls';
import { putQueue } from '@switchboard/store/tenants/tenants';
import {
  contoso,
  now,
  olga,
  omar,
  reception,
  tenantStores,
  waitingCall,
} from '@switchboard/store/testing/sample-tenant.testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type CallHandler, createCallHandler } from '../handle/calls.ts';
import type { PresenceOf } from '../present/presence-of.ts';
import { createCampWatch } from './camp-watch.ts';
import { createConsoleRoll } from './console-roll.ts';
import { createDeadlines } from './deadlines.ts';
import { DistributionJob } from './distribution.ts';
import { createOperatorWatch } from './operator-watch.ts';
import { createPresenceFollow } from './presence-follow.ts';
import { createQueueWatch } from './queue-watch.ts';

const clock = createClock({ now: Date.now, setTimeout, clearTimeout });
const patience = { timeout: 15_000 };

const handlerOf = (store: Store) =>
  createCallHandler({
    store,
    clock,
    newId: () => crypto.randomUUID(),
    owner: 1,
    log: silentLogger,
    onEvents: () => undefined,
    onEffects: () => undefined,
    onUnheard: () => undefined,
  });

const viewOf = (personId: string, availability: string, asOf: number): PresenceView => ({
  personId,
  availability,
  activity: availability,
  asOf,
  source: 'poll',
  staleAt: asOf + 10_000,
});

function running(service: Service): void {
  const stop = new AbortController();
  const done = service.run(stop.signal);
  onTestFinished(async () => {
    stop.abort();
    await done;
  });
}

async function comes(store: Store, operatorId: typeof olga, more: object = {}): Promise<void> {
  await consoleCame(store, { connectionId: operatorId, tenantId: contoso, operatorId, owner: 1 });
  await changeOperatorWork(store, contoso, operatorId, now, (known) => ({
    ...known,
    status: 'available',
    ...more,
  }));
}

const withSettings = (settings: object) => ({
  ...reception,
  settings: { ...reception.settings, ...settings },
});

async function call(store: Store, callId: string) {
  const { calls } = await readLiveCalls(store, contoso);
  return calls.find((one) => one.callId === callId);
}

test('two servers offer each waiting call to one operator, the one who was idle longest first', async () => {
  const { store, other } = await tenantStores();
  await putQueue(store, withSettings({ strategy: 'longestIdle' }));
  await comes(store, olga, { idleSince: 20 });
  await comes(store, omar, { idleSince: 10 });
  const first = (await waitingCall(store)).decided.state.callId;
  for (const [index, one] of [store, other].entries())
    running(
      new DistributionJob({ store: one, clock, calls: handlerOf(one), log: silentLogger, owner: index + 1 }),
    );
  await vi.waitFor(
    async () => expect(await call(store, first)).toMatchObject({ offer: { operatorIds: [omar] } }),
    patience,
  );
  const second = (await waitingCall(store)).decided.state.callId;
  await vi.waitFor(
    async () => expect(await call(store, second)).toMatchObject({ offer: { operatorIds: [olga] } }),
    patience,
  );
  expect(await call(store, first)).toMatchObject({ offer: { operatorIds: [omar] } });
});

test('where Teams rings first, the operator is rung without having to accept', async () => {
  const { store } = await tenantStores();
  await putQueue(store, withSettings({ strategy: 'ordered', answering: 'teamsFirst' }));
  await comes(store, olga);
  const { callId } = (await waitingCall(store)).decided.state;
  running(new DistributionJob({ store, clock, calls: handlerOf(store), log: silentLogger, owner: 1 }));
  await vi.waitFor(
    async () => expect(await call(store, callId)).toMatchObject({ name: 'connecting', operatorId: olga }),
    patience,
  );
});

test('an emergency that begins while callers wait reaches them', async () => {
  const { store } = await tenantStores();
  await comes(store, olga);
  const { callId } = (await waitingCall(store)).decided.state;
  running(createQueueWatch({ store, clock, calls: handlerOf(store), log: silentLogger }));
  await switchQueue(store, contoso, reception.queueId, { switches: { isEmergency: true }, now });
  await vi.waitFor(async () => expect(await call(store, callId)).toBeUndefined(), patience);
});

test('who waits with nobody there is told when the queue closes too, and when a rule is given to it', async () => {
  const { store } = await tenantStores();
  const toldFacts: string[] = [];
  const handler = handlerOf(store);
  const calls: CallHandler = {
    ...handler,
    takeFact(tenant, fact, about) {
      toldFacts.push(fact.type);
      return handler.takeFact(tenant, fact, about);
    },
  };
  const { callId } = (await waitingCall(store)).decided.state;
  running(createQueueWatch({ store, clock, calls, log: silentLogger }));
  await vi.waitFor(() => expect(toldFacts).toHaveLength(1), patience);
  const busy = { number: '+442079460199', to: 'number' } as const;
  await putQueue(store, withSettings({ diversions: { closed: { destination: busy } } }));
  await switchQueue(store, contoso, reception.queueId, { switches: { mode: 'night' }, now });
  await vi.waitFor(async () => expect((await call(store, callId))?.name).toBe('diverting'), patience);
});

test('a call that cannot be worked on stands in nobody else’s way', async () => {
  const { store } = await tenantStores();
  const broken = (await waitingCall(store)).decided.state.callId;
  const sound = (await waitingCall(store)).decided.state.callId;
  await store
    .updateTable('calls')
    .set({ data: '{"name":"waiting"}' as never, next_due: 1 })
    .where('call_id', '=', broken)
    .execute();
  const due = must(await call(store, sound), 'the call that is sound').checkAt;
  running(createDeadlines({ store, clock, calls: handlerOf(store), log: silentLogger }));
  const checkAt = async (): Promise<number> => {
    const row = await store
      .selectFrom('calls')
      .select('data')
      .where('call_id', '=', sound)
      .executeTakeFirstOrThrow();
    return row.data.checkAt;
  };
  await vi.waitFor(async () => expect(await checkAt()).toBeGreaterThan(due), patience);
});

test('the roll of consoles mends what was not written when they came or went', async () => {
  const { store } = await tenantStores();
  const rows = () =>
    store.selectFrom('consoles').select(['connection_id', 'gone_at']).orderBy('connection_id').execute();
  for (const connectionId of ['a-lost', 'b-here', 'c-taken-for-dead'])
    await consoleCame(store, { connectionId, tenantId: contoso, operatorId: olga, owner: 1 });
  await consoleCame(store, { connectionId: 'd-of-another', tenantId: contoso, operatorId: olga, owner: 2 });
  await consoleWent(store, 'c-taken-for-dead', now);
  const quick = { ...clock, after: (ms: number, task: () => void) => clock.after(ms / 100, task) };
  const connectionIds = () => ['b-here', 'c-taken-for-dead'];
  running(createConsoleRoll({ store, clock: quick, owner: 1, connectionIds }));
  await vi.waitFor(
    async () =>
      expect((await rows()).map(({ gone_at }) => gone_at === null)).toEqual([false, true, true, true]),
    patience,
  );
});

test('a camped caller is put through when the contact is free', async () => {
  const { store } = await tenantStores();
  const { state } = (await waitingCall(store)).decided;
  const {
    wait: _wait,
    isFront: _front,
    ...base
  } = state as typeof state & { wait: unknown; isFront: unknown };
  const target = { kind: 'person', id: omar, name: 'Omar Haddad' };
  const camped = { ...base, name: 'camped', target, campedBy: olga, until: Date.now() + 600_000 };
  await store
    .updateTable('calls')
    .set({ state: 'camped', data: JSON.stringify(camped) as never })
    .execute();
  let availability = 'Busy';
  let asOf = 0;
  let reads = 0;
  const presenceOf: PresenceOf = () => {
    reads += 1;
    return Promise.resolve(new Map([[omar, viewOf(omar, availability, asOf)]]));
  };
  const quick = { ...clock, after: (ms: number, task: () => void) => clock.after(ms / 100, task) };
  let isOurs = false;
  const calls = handlerOf(store);
  const parts = { store, clock: quick, calls, presenceOf, isOurs: () => isOurs, log: silentLogger };
  running(createCampWatch(parts));
  const looks = async () => {
    const before = reads;
    await vi.waitFor(() => expect(reads).toBeGreaterThan(before + 1), patience);
  };
  availability = 'Available';
  isOurs = true;
  // Said before the call began to wait.
  await looks();
  availability = 'Busy';
  asOf = Number.POSITIVE_INFINITY;
  await looks();
  expect((await call(store, state.callId))?.name).toBe('camped');
  availability = 'Available';
  await vi.waitFor(
    async () => expect((await call(store, state.callId))?.name).toBe('transferring'),
    patience,
  );
});

test('an operator whose consoles are gone for longer than the grace is offline', async () => {
  const { store } = await tenantStores();
  await comes(store, olga);
  await comes(store, omar);
  await consoleWent(store, olga, Date.now() - 60_000);
  running(createOperatorWatch(store, clock));
  await vi.waitFor(
    async () => expect((await findOperatorWork(store, contoso, olga))?.status).toBe('offline'),
    patience,
  );
  expect((await findOperatorWork(store, contoso, omar))?.status).toBe('available');
});

test('who follows their presence is on a break while Teams has them busy', async () => {
  const { store } = await tenantStores();
  await comes(store, olga, { followsPresence: true });
  let asOf = Date.now();
  const presenceOf: PresenceOf = () =>
    Promise.resolve(new Map([[olga, viewOf(olga, 'DoNotDisturb', (asOf += 1))]]));
  const quick = { ...clock, after: (ms: number, task: () => void) => clock.after(ms / 100, task) };
  const isOurs = () => true;
  running(createPresenceFollow({ store, clock: quick, presenceOf, isOurs, log: silentLogger }));
  await vi.waitFor(
    async () =>
      expect(await findOperatorWork(store, contoso, olga)).toMatchObject({
        status: 'break',
        breakReason: 'Teams: busy',
      }),
    patience,
  );
});
