import type { FeedMessage } from '@switchboard/contract/feed/feed-message';
import { queueId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import { must } from '@switchboard/kit/assert';
import { createClock } from '@switchboard/kit/clock';
import type { Store } from '@switchboard/store/access/store';
import { changeCallBack } from '@switchboard/store/call-backs/call-backs';
import { changeOperatorWork } from '@switchboard/store/operators/operators';
import { keepPreferences } from '@switchboard/store/operators/preferences';
import { setQueueMembership } from '@switchboard/store/operators/queue-membership';
import { switchQueue } from '@switchboard/store/queues/switch-queue';
import { forgetSome } from '@switchboard/store/retention/forget';
import { findOperator, putOperator, putQueue } from '@switchboard/store/tenants/tenants';
import {
  accept,
  begin,
  contoso,
  end,
  now,
  olga,
  omar,
  reception,
  tell,
  tenantStores,
  waitingCall,
} from '@switchboard/store/testing/sample-tenant.testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import { TenantFeed } from './tenant-feed.ts';

const clock = createClock({ now: Date.now, setTimeout, clearTimeout });

type Of<Type extends FeedMessage['type']> = Extract<FeedMessage, { type: Type }>;

class Listener {
  readonly operator: Operator;
  readonly messages: FeedMessage[] = [];

  constructor(operator: Operator) {
    this.operator = operator;
  }

  send(frame: string): void {
    this.messages.push(JSON.parse(frame) as FeedMessage);
  }

  of<Type extends FeedMessage['type']>(type: Type): Of<Type>[] {
    return this.messages.filter((message): message is Of<Type> => message.type === type);
  }
}

async function openFeed(store: Store) {
  const feed = new TenantFeed(contoso, { store, clock, hasVoicemail: false, consoleBuild: () => 'abc123' });
  await feed.load();
  const stop = new AbortController();
  const done = feed.follow(stop.signal);
  onTestFinished(async () => {
    stop.abort();
    feed.ring();
    await done;
  });
  const listen = async (operatorId: typeof olga, resumeFrom?: number): Promise<Listener> => {
    const operator = await findOperator(store, contoso, operatorId);
    const listener = new Listener(operator as Operator);
    await feed.attach(listener, resumeFrom);
    return listener;
  };
  return { feed, listen };
}

test('a welcome says how the console was built that is served', async () => {
  const { store } = await tenantStores();
  const { listen } = await openFeed(store);
  expect((await listen(olga)).of('welcome')).toMatchObject([{ build: 'abc123' }]);
});

test('a welcome tells the desk, and each change of it comes with a number', async () => {
  const { store } = await tenantStores();
  const { feed, listen } = await openFeed(store);
  const console = await listen(olga);
  const [welcome] = console.of('welcome');
  expect(welcome?.me.queues).toMatchObject([
    { queueId: 'reception', state: 'open', why: 'hours', mode: 'auto' },
  ]);
  expect(welcome?.operators.map(({ name, status }) => [name, status]).toSorted()).toEqual([
    ['Olga Lindqvist', 'offline'],
    ['Omar Haddad', 'offline'],
  ]);

  await changeOperatorWork(store, contoso, omar, now, (known) => ({
    ...known,
    status: 'available',
    since: now,
  }));
  await switchQueue(store, contoso, reception.queueId, { switches: { mode: 'night' }, by: omar, now });
  feed.ring();
  await vi.waitFor(() => expect(console.of('queue')).toHaveLength(1));
  expect(console.of('operator')).toMatchObject([{ operator: { name: 'Omar Haddad', status: 'available' } }]);
  expect(console.of('queue')).toMatchObject([{ queue: { state: 'closed', why: 'byHand', mode: 'night' } }]);
  expect(console.of('queue')[0]?.seq).toBeGreaterThan(welcome?.seq ?? Number.NaN);
  const later = (await listen(olga)).of('welcome')[0];
  expect(later?.operators).toContainEqual(expect.objectContaining({ operatorId: omar, status: 'available' }));
});

test('a queue that closes with its last operator is seen closed when they leave, and open when one is back', async () => {
  const { store } = await tenantStores();
  await putQueue(store, { ...reception, settings: { ...reception.settings, nightWhenLastLeaves: true } });
  const { feed, listen } = await openFeed(store);
  const console = await listen(olga);
  expect(console.of('welcome')[0]?.me.queues).toMatchObject([{ state: 'closed', why: 'nobodyThere' }]);
  const become = (status: 'available' | 'offline') =>
    changeOperatorWork(store, contoso, omar, now, (known) => ({ ...known, status }));
  await become('available');
  feed.ring();
  await vi.waitFor(() => expect(console.of('queue').at(-1)?.queue.state).toBe('open'));
  await become('offline');
  feed.ring();
  await vi.waitFor(() => expect(console.of('queue').at(-1)?.queue.state).toBe('closed'));
});

test('a queue that its last operator leaves for the day closes, and colleagues see who left it', async () => {
  const { store } = await tenantStores();
  await putQueue(store, { ...reception, settings: { ...reception.settings, nightWhenLastLeaves: true } });
  await changeOperatorWork(store, contoso, omar, now, (known) => ({ ...known, status: 'available' }));
  const { feed, listen } = await openFeed(store);
  const console = await listen(olga);
  expect(console.of('welcome')[0]?.me.queues).toMatchObject([{ state: 'open' }]);
  const member = { operatorId: omar, queueId: reception.queueId, isActive: false };
  await setQueueMembership(store, contoso, member, now);
  feed.ring();
  await vi.waitFor(() => expect(console.of('queue').at(-1)?.queue.state).toBe('closed'));
  expect(console.of('operator').at(-1)?.operator).toMatchObject({ leftQueueIds: [reception.queueId] });
});

test('what this server has written itself is told without being read again', async () => {
  const { store } = await tenantStores();
  const { feed, listen } = await openFeed(store);
  const console = await listen(olga);
  const begun = must(await begin(store), 'a new call');
  const waits = await tell(store, begun.decided.state.callId, {
    type: 'legEstablished',
    leg: begun.decided.state.leg,
  });
  await store.deleteFrom('events').execute();
  // They come in whatever order their commits were heard of.
  feed.ring(waits.events);
  feed.ring(begun.events);
  await vi.waitFor(() => expect(console.of('call').at(-1)?.call.state).toBe('waiting'));
  expect(console.of('call').at(-1)?.seq).toBe(waits.seq);
});

test('what other servers have written before is read first, and nothing is told twice', async () => {
  const { store } = await tenantStores();
  const { feed, listen } = await openFeed(store);
  const console = await listen(olga);
  const theirs = must(await begin(store), 'a call of another server');
  const ours = must(await begin(store), 'a call of this server');
  feed.ring(ours.events);
  await vi.waitFor(() => expect(console.of('call')).toHaveLength(2));
  feed.ring(theirs.events);
  feed.ring(ours.events);
  const last = must(await begin(store), 'the last call');
  feed.ring(last.events);
  await vi.waitFor(() => expect(console.of('call')).toHaveLength(3));
  expect(console.of('call').map(({ call }) => call.callId)).toEqual(
    [theirs, ours, last].map(({ decided }) => decided.state.callId),
  );
});

test('whoever becomes busy or free learns what that changes for other calls, and nobody else hears of it', async () => {
  const { store } = await tenantStores();
  const { feed, listen } = await openFeed(store);
  const first = (await waitingCall(store)).decided.state.callId;
  const second = (await waitingCall(store)).decided.state.callId;
  const [olgas, omars] = [await listen(olga), await listen(omar)];
  feed.ring();
  const can = (listener: Listener, callId: string) =>
    listener.of('call').findLast(({ call }) => call.callId === callId)?.call.can;
  await vi.waitFor(() => expect(can(olgas, second)).toEqual(['accept']));
  await accept(store, first, olga);
  const before = omars.of('call').filter(({ call }) => call.callId === second).length;
  feed.ring();
  await vi.waitFor(() => expect(can(olgas, second)).toEqual([]));
  expect(can(olgas, first)).toEqual(['hangUp']);
  expect(can(omars, first)).toEqual([]);
  expect(omars.of('call').filter(({ call }) => call.callId === second)).toHaveLength(before);
  await end(store, first);
  feed.ring();
  await vi.waitFor(() => expect(can(olgas, second)).toEqual(['accept']));
});

test('whoever was away while they became free resumes with what that changes for other calls', async () => {
  const { store } = await tenantStores();
  const { feed, listen } = await openFeed(store);
  const first = (await waitingCall(store)).decided.state.callId;
  const second = (await waitingCall(store)).decided.state.callId;
  await accept(store, first, olga);
  feed.ring();
  const busy = await listen(olga, Number.MAX_SAFE_INTEGER);
  const [welcome] = busy.of('welcome');
  expect(welcome?.calls.find(({ callId }) => callId === second)?.can).toEqual([]);
  await end(store, first);
  feed.ring();
  await vi.waitFor(() => expect(busy.of('call').at(-1)?.call.can).toEqual(['accept']));
  const resumed = (await listen(olga, welcome?.seq)).of('welcome')[0];
  expect(resumed?.resumed).toBe(true);
  expect(resumed?.calls.find(({ callId }) => callId === second)?.can).toEqual(['accept']);
});

test('a console that another server has told more is welcomed with no less', async () => {
  const { store } = await tenantStores();
  const { listen } = await openFeed(store);
  // This server has heard no bell of it yet.
  const told = await waitingCall(store);
  const [welcome] = (await listen(olga, told.seq)).of('welcome');
  expect(welcome).toMatchObject({ seq: told.seq, resumed: true });
});

test('a call that goes to another queue is over for those it leaves, and new for those it comes to', async () => {
  const { store } = await tenantStores();
  const desk = {
    ...reception,
    queueId: queueId('service-desk'),
    name: 'Service Desk',
    instanceId: 'i-2' as never,
  };
  await putQueue(store, desk);
  const known = (await findOperator(store, contoso, omar)) as Operator;
  await putOperator(store, { ...known, queueIds: [desk.queueId] });
  const { feed, listen } = await openFeed(store);
  const { callId } = (await waitingCall(store)).decided.state;
  const [olgas, omars] = [await listen(olga), await listen(omar)];
  const seq = olgas.of('welcome')[0]?.seq ?? 0;
  feed.ring();
  await vi.waitFor(() => expect(olgas.of('call').length).toBeGreaterThan(0));
  expect(omars.of('call')).toEqual([]);
  await moveCall(store, callId, desk.queueId);
  feed.ring();
  await vi.waitFor(() => expect(omars.of('call').at(-1)?.call).toMatchObject({ queueId: 'service-desk' }));
  const over = {
    queueId: 'reception',
    state: 'ended',
    ended: 'handedOver',
    target: { name: 'Service Desk' },
  };
  expect(olgas.of('call').at(-1)?.call).toMatchObject({ callId, ...over });
  expect((await listen(olga, seq)).of('welcome')[0]?.calls).toMatchObject([{ callId, ...over }]);
  expect((await listen(olga)).of('welcome')[0]?.calls).toEqual([]);
});

/** As an overflow does it: the row and the event. */
async function moveCall(store: Store, callId: string, to: string): Promise<void> {
  const { last_seq: seq } = await store
    .updateTable('tenants')
    .set((e) => ({ last_seq: e('last_seq', '+', 1) }))
    .returning('last_seq')
    .executeTakeFirstOrThrow();
  const data = { type: 'callMoved', queueId: to, why: 'waitedTooLong' } as never;
  const { queue_id, data: call } = await store
    .selectFrom('calls')
    .select(['queue_id', 'data'])
    .where('call_id', '=', callId as never)
    .executeTakeFirstOrThrow();
  const moved = { ...call, queueId: to, formerQueues: [queue_id] };
  await store
    .updateTable('calls')
    .set({ queue_id: to as never, data: JSON.stringify(moved) as never })
    .where('call_id', '=', callId as never)
    .execute();
  await store
    .insertInto('events')
    .values({ tenant_id: contoso, seq, call_id: callId as never, at: now, type: 'callMoved', data })
    .execute();
}

test('a call back is seen until it is done', async () => {
  const { store } = await tenantStores();
  await store
    .insertInto('call_backs')
    .values({
      tenant_id: contoso,
      call_back_id: 'back-1',
      call_id: 'call-1' as never,
      queue_id: reception.queueId,
      number: '+442079460123',
      promised_at: now,
      changed_at: now,
    })
    .execute();
  const { feed, listen } = await openFeed(store);
  const console = await listen(olga);
  expect(console.of('welcome')[0]?.callBacks).toMatchObject([
    { callBackId: 'back-1', number: '+44 20 7946 0123', dial: '+442079460123', state: 'open' },
  ]);
  const change = { callBackId: 'back-1', operatorId: omar, now, isAllowed: () => true } as const;
  await changeCallBack(store, contoso, { ...change, to: 'taken' });
  await changeCallBack(store, contoso, { ...change, to: 'done' });
  feed.ring();
  await vi.waitFor(() => expect(console.of('callBack').at(-1)?.callBack.state).toBe('done'));
  expect(console.of('callBack').at(-1)?.callBack.by).toEqual({ operatorId: omar, name: 'Omar Haddad' });
  expect((await listen(olga)).of('welcome')[0]?.callBacks).toEqual([]);
});

test('who resumes from before what was deleted gets everything anew', async () => {
  const { store } = await tenantStores();
  const { feed, listen } = await openFeed(store);
  const before = (await listen(olga)).of('welcome')[0]?.seq;
  const gone = (await waitingCall(store)).decided.state.callId;
  const live = (await waitingCall(store)).decided.state.callId;
  await end(store, gone);
  const watching = await listen(omar);
  feed.ring();
  await vi.waitFor(() => expect(watching.of('call').some(({ call }) => call.state === 'ended')).toBe(true));
  expect((await listen(olga, before)).of('welcome')).toMatchObject([{ resumed: true }]);
  await forgetSome(store, contoso, now + 1);
  expect((await listen(olga, before)).of('welcome')).toMatchObject([
    { resumed: false, calls: [{ callId: live }] },
  ]);
});

test('a feed that slept through what was deleted begins anew, and so do its consoles', async () => {
  const { store } = await tenantStores();
  const feed = new TenantFeed(contoso, { store, clock, hasVoicemail: false, consoleBuild: () => 'abc123' });
  await feed.load();
  const console = new Listener((await findOperator(store, contoso, olga)) as Operator);
  await feed.attach(console, undefined);
  await end(store, (await waitingCall(store)).decided.state.callId);
  await forgetSome(store, contoso, now + 1);
  const live = (await waitingCall(store)).decided.state.callId;
  const stop = new AbortController();
  const done = feed.follow(stop.signal);
  onTestFinished(async () => {
    stop.abort();
    feed.ring();
    await done;
  });
  await vi.waitFor(() => expect(console.of('welcome')).toHaveLength(2));
  expect(console.of('welcome')[1]).toMatchObject({ resumed: false, calls: [{ callId: live }] });
  expect(console.of('call')).toEqual([]);
});

test('what an operator prefers follows each welcome, and goes to all of their consoles and to no other', async () => {
  const { store, other } = await tenantStores();
  const keep = (theme: string) => ({ section: 'look', value: { theme }, mostSections: 16, now });
  await keepPreferences(store, contoso, olga, keep('dark'));
  const { feed, listen } = await openFeed(store);
  const [one, two, others] = [await listen(olga), await listen(olga), await listen(omar)];
  const told = (listener: Listener) => listener.of('preferences').at(-1)?.sections;
  const dark = { look: { version: now, value: { theme: 'dark' } } };
  await vi.waitFor(() => {
    expect([one, two, others].map(told)).toEqual([dark, dark, {}]);
    expect(one.messages[0]?.type).toBe('welcome');
  });

  // Another server keeps it; the bell is what this one hears of it.
  await keepPreferences(other, contoso, olga, keep('light'));
  feed.ring();
  const light = { look: { version: now + 1, value: { theme: 'light' } } };
  await vi.waitFor(() => expect([one, two].map(told)).toEqual([light, light]));
  expect(told(others)).toEqual({});
  expect([one, others].flatMap((listener) => listener.of('operator'))).toEqual([]);
});
