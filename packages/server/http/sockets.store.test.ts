import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contractVersion } from '@switchboard/contract/version';
import { must } from '@switchboard/kit/assert';
import { type Clock, createClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { recordSession } from '@switchboard/store/access/sessions';
import { signOut } from '@switchboard/store/access/sign-out';
import type { Store } from '@switchboard/store/access/store';
import { findOperatorWork } from '@switchboard/store/operators/operators';
import { removeOperator } from '@switchboard/store/tenants/queue-operators';
import { findOperator, putOperator } from '@switchboard/store/tenants/tenants';
import { contoso, olga, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { ConsoleFeed } from './console-feed.ts';
import { hashOf } from './secrets.ts';
import { openSockets } from './sockets.ts';

const clock = createClock({ now: Date.now, setTimeout, clearTimeout });
/** Time for pings and looks at sessions passes two hundred times as fast; a console has said hello long before. */
const hastened = new Set([10_000, 4_000]);
const quick: Clock = {
  now: () => clock.now(),
  after: (ms, task) => clock.after(hastened.has(ms) ? ms / 200 : ms, task),
};
const patience = { timeout: 10_000 };

async function open(feed: ConsoleFeed) {
  const { store } = await tenantStores();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const sockets = openSockets(server, {
    store,
    clock: quick,
    newId: () => crypto.randomUUID(),
    owner: 1,
    log: silentLogger,
    publicUrl: `http://127.0.0.1:${port}`,
    feed,
    presence: { watch: () => undefined, leave: () => undefined },
    peopleFeed: { follow: async () => undefined, watch: () => undefined, leave: () => undefined },
    search: undefined as never,
    commands: undefined as never,
    desk: undefined as never,
    people: undefined as never,
    calendars: undefined as never,
    history: undefined as never,
    messages: undefined as never,
    preferences: undefined as never,
  });
  const expiresAt = Date.now() + 60_000;
  await recordSession(store, { tokenHash: hashOf('token'), tenantId: contoso, operatorId: olga, expiresAt });
  onTestFinished(async () => {
    await sockets.close();
    server.close();
  });
  const connect = async (options: { autoPong?: boolean } = {}) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/api/socket`, {
      headers: { cookie: 'switchboard_session=token' },
      ...options,
    });
    const seen: string[] = [];
    socket.on('message', (data) => seen.push(String(data as Buffer)));
    let isClosed = false;
    socket.on('close', () => (isClosed = true));
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'hello', version: contractVersion }));
    return { socket, seen, isClosed: () => isClosed };
  };
  return { store, connect };
}

const welcoming: ConsoleFeed = {
  attach: (listener) => {
    listener.send('{"type":"welcome"}');
    return Promise.resolve(() => undefined);
  },
};

test('a console that cannot be welcomed is told to come again, not left waiting', async () => {
  const { connect } = await open({ attach: () => Promise.reject(new Error('the database is away')) });
  const console = await connect();
  await vi.waitFor(() => expect(console.isClosed()).toBe(true), patience);
  expect(console.seen.map((text) => JSON.parse(text) as unknown)).toEqual([
    { type: 'farewell', reason: 'restarting' },
  ]);
});

test('an operator whose first console comes is available', async () => {
  const { store, connect } = await open(welcoming);
  expect((await findOperatorWork(store, contoso, olga))?.status).toBe('offline');
  const console = await connect();
  await vi.waitFor(() => expect(console.seen).toEqual(['{"type":"welcome"}']), patience);
  expect((await findOperatorWork(store, contoso, olga))?.status).toBe('available');
});

test('a connection that has broken in silence is given up, and its console counts as gone; a living one stays', async () => {
  const { store, connect } = await open(welcoming);
  const [living, silent] = [await connect(), await connect({ autoPong: false })];
  await vi.waitFor(() => expect(silent.isClosed()).toBe(true), patience);
  const gone = store.selectFrom('consoles').select('gone_at').where('gone_at', 'is not', null);
  await vi.waitFor(async () => expect(await gone.execute()).toHaveLength(1), patience);
  expect(living.isClosed()).toBe(false);
});

const farewell = JSON.stringify({ type: 'farewell', reason: 'signedOut' });

test.each([
  ['has signed out at another server', (store: Store) => signOut(store, hashOf('token'), Date.now())],
  [
    'is an operator no more',
    (store: Store) => store.transaction().execute((tx) => removeOperator(tx, contoso, olga, Date.now())),
  ],
  [
    'has been signed in for as long as is allowed',
    (store: Store) => store.updateTable('sessions').set({ expires_at: Date.now() }).execute(),
  ],
])('a console whose operator %s is sent away, though it asks nothing', async (_why, happens) => {
  const { store, connect } = await open(welcoming);
  const console = await connect();
  await vi.waitFor(() => expect(console.seen).toEqual(['{"type":"welcome"}']), patience);
  await happens(store);
  await vi.waitFor(() => expect(console.isClosed()).toBe(true), patience);
  expect(console.seen).toEqual(['{"type":"welcome"}', farewell]);
});

test('an operator who gets another queue is welcomed anew with it, once', async () => {
  const told: number[] = [];
  const { store, connect } = await open({
    attach: ({ operator, ...listener }, resumeFrom) => {
      told.push(operator.queueIds.length);
      expect(resumeFrom).toBeUndefined();
      return welcoming.attach({ operator, ...listener, send: () => undefined }, resumeFrom);
    },
  });
  await connect();
  await vi.waitFor(() => expect(told).toEqual([1]), patience);
  const operator = must(await findOperator(store, contoso, olga), 'Olga');
  await putOperator(store, { ...operator, queueIds: [] });
  await vi.waitFor(() => expect(told).toEqual([1, 0]), patience);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(told).toEqual([1, 0]);
});
