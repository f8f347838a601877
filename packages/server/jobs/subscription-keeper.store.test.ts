import { randomBytes } from 'node:crypto';
import { personId } from '@switchboard/domain/ids';
import type { OperatorTokens } from '@switchboard/graph/auth/operator-tokens';
import type { GraphProblem } from '@switchboard/graph/client/graph-problem';
import type { GraphClient, GraphRequest } from '@switchboard/graph/client/graph-request';
import { createClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { ok, refused } from '@switchboard/kit/result';
import { createSeal } from '@switchboard/store/access/seal';
import { recordSession } from '@switchboard/store/access/sessions';
import type { Store } from '@switchboard/store/access/store';
import { writeTokenCache } from '@switchboard/store/access/token-caches';
import { nearList, putPresenceList } from '@switchboard/store/presence/presence-lists';
import { readAgedPresences, writePresences } from '@switchboard/store/presence/presences';
import {
  directoryHost,
  noteSubscriptionEvent,
  putSubscription,
  readSubscriptions,
} from '@switchboard/store/presence/subscriptions';
import { contoso, olga, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createNoticeKeys } from '../handle/notice-keys.ts';
import { createSubscriptionDesk } from './subscription-desk.ts';
import { createSubscriptionKeeper } from './subscription-keeper.ts';

const real = createClock({ now: Date.now, setTimeout, clearTimeout });
/** How far ahead of the real one the clock is: a test lets minutes pass by it. */
let ahead = 0;
/** Waits pass a hundred times as quickly. */
const clock = {
  now: () => real.now() + ahead,
  after: (ms: number, task: () => void) => real.after(ms / 100, task),
};
beforeEach(() => {
  ahead = 0;
});
const patience = { timeout: 20_000 };
const ada = personId('a0000000-0000-4000-8000-00000000ada0');
const hour = 3_600_000;

type Answer = { readonly body?: unknown } | GraphProblem;

/** Graph's subscriptions, in memory. `say` may answer in its place. */
function fakeGraph(say: (request: GraphRequest) => Answer | undefined = () => undefined) {
  const asked: string[] = [];
  const there = new Map<string, { id: string; resource: string; by: string }>();
  const answer = (request: GraphRequest): Answer => {
    const told = say(request);
    if (told !== undefined) return told;
    const id = request.path.split('/')[2] ?? '';
    const body = request.body as { resource?: string; expirationDateTime?: string };
    if (request.method === 'POST') {
      const made = {
        id: `sub-${asked.length}`,
        resource: body.resource ?? '',
        by: request.token ?? 'application',
      };
      there.set(made.id, made);
      return { body: { ...body, id: made.id } };
    }
    if (request.method === 'DELETE') there.delete(id);
    if (request.method === 'GET' && id !== '')
      return there.has(id)
        ? { body: { id, expirationDateTime: new Date(clock.now() + hour).toISOString() } }
        : { kind: 'gone', status: 404, code: 'ResourceNotFound', message: 'gone' };
    if (request.method === 'GET')
      return {
        body: {
          value: [
            {
              id: 'lost',
              expirationDateTime: new Date().toISOString(),
              notificationUrl: 'https://c.example/changes',
            },
          ],
        },
      };
    return { body: { id, expirationDateTime: body?.expirationDateTime } };
  };
  const client: GraphClient = {
    request(request) {
      asked.push(`${request.method} ${request.path.replace(/[0-9]+$/, 'n')}`);
      const told = answer(request);
      return Promise.resolve(
        'kind' in told ? refused(told) : ok({ status: 200, headers: new Headers(), body: told.body }),
      );
    },
  };
  return { client, asked, there };
}

interface World {
  readonly graph?: ReturnType<typeof fakeGraph>;
  readonly token?: OperatorTokens['token'];
}

/** A tenant in which Olga is signed in and Ada is one of her favourites. */
async function world({ graph = fakeGraph(), token = () => Promise.resolve(ok('of Olga')) }: World = {}) {
  const { store, other } = await tenantStores();
  const now = Date.now();
  await recordSession(store, {
    tokenHash: 'desk',
    tenantId: contoso,
    operatorId: olga,
    expiresAt: now + hour,
  });
  await writeTokenCache(store, contoso, olga, Buffer.from('sealed'), now);
  await putPresenceList(store, contoso, { list: nearList, personIds: [ada] }, now + hour);
  const seal = createSeal([randomBytes(32)], randomBytes);
  const asks: number[] = [];
  const keeperOf = (of: Store, owner: number) => {
    const askAbout = async () => {
      asks.push(Date.now());
      const said = {
        personId: ada,
        availability: 'Away',
        activity: 'Away',
        saidAt: Date.now(),
        isWhole: true,
      };
      await writePresences(of, contoso, [said]);
      return true;
    };
    const desk = createSubscriptionDesk({
      store: of,
      clock,
      log: silentLogger,
      graph: graph.client,
      tokens: {
        token,
        acceptAssertion: () => Promise.resolve(ok(undefined)),
        forget: () => Promise.resolve(),
      },
      seal,
      keys: createNoticeKeys({ store: of, clock, newId: () => crypto.randomUUID(), seal }),
      addresses: { notificationUrl: 'https://c.example/changes', lifecycleUrl: 'https://c.example/life' },
      askAbout,
      onNews: () => undefined,
    });
    const keeper = createSubscriptionKeeper({ store: of, clock, log: silentLogger, owner, desk, askAbout });
    const stop = new AbortController();
    const done = keeper.run(stop.signal);
    onTestFinished(async () => {
      stop.abort();
      await done;
    });
    return keeper;
  };
  const subscription = async (host: string = olga) =>
    (await readSubscriptions(store, contoso)).find((each) => each.host === host);
  const isThere = (host: string = olga) =>
    vi.waitFor(async () => expect((await subscription(host))?.subscriptionId).toBeDefined(), patience);
  return { store, other, graph, asks, keeperOf, subscription, isThere };
}

test('two servers make one subscription for a favourite, and one for the directory; then silence is news', async () => {
  const { store, other, graph, keeperOf, isThere } = await world();
  keeperOf(store, 1);
  keeperOf(other, 2);
  await isThere();
  await isThere(directoryHost);
  await vi.waitFor(async () => {
    const [known] = await readAgedPresences(store, contoso, [ada]);
    expect(known?.coveredUntil).toBeGreaterThan(Date.now() + 4 * 60_000);
    expect(known?.coveredUntil).toBeLessThan(Date.now() + 6 * 60_000);
  }, patience);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(
    [...graph.there.values()]
      .map(({ by, resource }) => [by, resource])
      .toSorted(([one = ''], [other = '']) => one.localeCompare(other)),
  ).toEqual([
    ['application', '/users'],
    ['of Olga', `/communications/presences?$filter=id in ('${ada}')`],
  ]);
});

test('it is renewed when it is due, and made anew, with a look at everybody, when Graph has forgotten it', async () => {
  let isForgotten = false;
  const graph = fakeGraph(({ method }) =>
    isForgotten && method === 'PATCH'
      ? { kind: 'gone', status: 404, code: 'ResourceNotFound', message: 'gone' }
      : undefined,
  );
  const { store, keeperOf, subscription, isThere, asks } = await world({ graph });
  const keeper = keeperOf(store, 1);
  await isThere();
  const first = await subscription();
  const makeDue = async () => {
    await store.updateTable('subscriptions').set({ due_at: 0 }).where('host', '=', olga).execute();
    keeper.ring();
  };
  await makeDue();
  await vi.waitFor(async () => expect((await subscription())?.dueAt).toBeGreaterThan(Date.now()), patience);
  expect((await subscription())?.subscriptionId).toBe(first?.subscriptionId);
  isForgotten = true;
  const before = asks.length;
  await makeDue();
  await vi.waitFor(async () => expect((await subscription())?.subscriptionId).toBeUndefined(), patience);
  expect((await readAgedPresences(store, contoso, [ada]))[0]?.coveredUntil).toBeUndefined();
  await store.updateTable('subscriptions').set({ due_at: 0 }).where('host', '=', olga).execute();
  await isThere();
  expect(asks.length).toBeGreaterThan(before);
});

test('what Graph ended is made anew at once; what it missed is asked for', async () => {
  const { store, graph, keeperOf, subscription, isThere, asks } = await world();
  const keeper = keeperOf(store, 1);
  await isThere();
  const id = (await subscription())?.subscriptionId ?? '';
  const before = asks.length;
  await noteSubscriptionEvent(store, contoso, id, 'missed', Date.now());
  keeper.ring();
  await vi.waitFor(async () => expect((await subscription())?.isDoubted).toBe(false), patience);
  expect(asks.length).toBeGreaterThan(before);
  graph.there.delete(id);
  await noteSubscriptionEvent(store, contoso, id, 'removed', Date.now());
  // Also when a renewal was under way.
  await vi.waitFor(async () => {
    keeper.ring();
    const anew = (await subscription())?.subscriptionId;
    expect(anew).toBeDefined();
    expect(anew).not.toBe(id);
  }, patience);
});

test('what Graph has lost in silence is found within minutes, and made anew', async () => {
  const { store, graph, keeperOf, subscription, isThere, asks } = await world();
  keeperOf(store, 1);
  await isThere();
  await isThere(directoryHost);
  const [first, ofDirectory] = [await subscription(), await subscription(directoryHost)];
  await vi.waitFor(() => expect(asks.length).toBeGreaterThan(0), patience);
  const before = asks.length;
  graph.there.clear();
  await store.insertInto('directory_streams').values({ tenant_id: contoso, stream: 'users' }).execute();
  ahead += 3 * 60_000;
  await vi.waitFor(async () => {
    const now = await subscription();
    expect(now?.subscriptionId ?? first?.subscriptionId).not.toBe(first?.subscriptionId);
    const directory = (await subscription(directoryHost))?.subscriptionId;
    expect(directory ?? ofDirectory?.subscriptionId).not.toBe(ofDirectory?.subscriptionId);
  }, patience);
  expect(asks.length).toBeGreaterThan(before);
  // What changed meanwhile was told to nobody.
  const users = await store.selectFrom('directory_streams').select('wanted_at').executeTakeFirst();
  expect(users?.wanted_at).toBeGreaterThan(0);
});

test('one that Graph vouches for counts for minutes; when Graph is silent nobody is told of by it alone', async () => {
  let isSilent = false;
  const graph = fakeGraph(({ method, path }) =>
    isSilent && method === 'GET' && path !== '/subscriptions'
      ? { kind: 'unavailable', sent: 'maybe', status: 503, code: 'ServiceUnavailable', message: 'away' }
      : undefined,
  );
  const { store, keeperOf, subscription, isThere } = await world({ graph });
  const keeper = keeperOf(store, 1);
  await isThere();
  const coveredFor = async () =>
    ((await readAgedPresences(store, contoso, [ada]))[0]?.coveredUntil ?? 0) - clock.now();
  await vi.waitFor(async () => expect(await coveredFor()).toBeGreaterThan(4 * 60_000), patience);
  ahead += 150_000;
  keeper.ring();
  await vi.waitFor(async () => expect(await coveredFor()).toBeGreaterThan(4 * 60_000), patience);
  isSilent = true;
  const checks = (): number => graph.asked.filter((each) => /^GET .*sub-n/.test(each)).length;
  const before = checks();
  ahead += 150_000;
  keeper.ring();
  await vi.waitFor(() => expect(checks()).toBeGreaterThan(before), patience);
  await vi.waitFor(async () => expect(await coveredFor()).toBeLessThan(0), patience);
  expect((await subscription())?.subscriptionId).toBeDefined();
});

test('without the right nobody is asked again for ten minutes', async () => {
  const token: OperatorTokens['token'] = (_person, scopes) =>
    Promise.resolve(refused({ code: 'askConsent', message: 'AADSTS65001', scopes }));
  const { store, keeperOf, subscription, isThere, graph } = await world({ token });
  keeperOf(store, 1);
  await isThere(directoryHost);
  await vi.waitFor(async () => expect((await subscription())?.problem).toBe('noRight'), patience);
  expect((await subscription())?.dueAt).toBeGreaterThan(Date.now() + 9 * 60_000);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(graph.asked).toEqual(['POST /subscriptions']);
});

test('one that nobody here knows of is ended first', async () => {
  let isThereAlready = true;
  const graph = fakeGraph(({ method, token, path }) => {
    if (method === 'DELETE' && path.endsWith('lost')) isThereAlready = false;
    return method === 'POST' && token !== undefined && isThereAlready
      ? { kind: 'conflict', status: 409, code: 'Conflict', message: 'there is one' }
      : undefined;
  });
  const { store, keeperOf, isThere } = await world({ graph });
  keeperOf(store, 1);
  await isThere();
  expect(graph.asked).toContain('DELETE /subscriptions/lost');
});

test('it goes with its operator, and when nobody needs it', async () => {
  const { store, keeperOf, subscription, isThere, graph } = await world();
  const keeper = keeperOf(store, 1);
  await isThere();
  await putPresenceList(store, contoso, { list: nearList, personIds: [] }, Date.now() + hour);
  keeper.ring();
  await vi.waitFor(async () => expect(await subscription()).toBeUndefined(), patience);
  const left = () => [...graph.there.values()].map(({ resource }) => resource);
  await vi.waitFor(() => expect(left()).toEqual(['/users']), patience);
  await putSubscription(store, contoso, {
    host: 'somebody-who-left',
    subscriptionId: 'sub-left',
    personIds: [ada],
    madeAt: 0,
    expiresAt: Date.now() + hour,
    dueAt: Date.now() + hour,
    isDoubted: false,
  });
  keeper.ring();
  await vi.waitFor(async () => expect(await subscription('somebody-who-left')).toBeUndefined(), patience);
});
