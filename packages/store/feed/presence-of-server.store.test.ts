import { type TenantId, tenantId } from '@switchboard/domain/ids';
import { type Clock, createClock, ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Store } from '../access/store.ts';
import { changeOperatorWork } from '../operators/operators.ts';
import { contoso, now, olga, tenantStores } from '../testing/sample-tenant.testing.ts';
import { withConnection } from '../testing/scratch-database.ts';
import { createServerPresence, lockClass, type ServerPresence } from './presence-of-server.ts';

const clock = createClock({ now: Date.now, setTimeout, clearTimeout });

function running(presence: ServerPresence): {
  readonly stop: () => Promise<void>;
  readonly ran: Promise<void>;
} {
  const stop = new AbortController();
  const ran = presence.run(stop.signal);
  ran.catch(() => {});
  const end = async (): Promise<void> => {
    stop.abort();
    await ran.catch(() => {});
  };
  onTestFinished(end);
  return { stop: end, ran };
}

const isHeld = (url: string, owner: number): Promise<boolean> =>
  withConnection(url, async (client) => {
    const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS free', [
      lockClass,
      owner,
    ]);
    return rows[0]?.free !== true;
  });

/** A listener and the ring that it waits for. */
function ear(presence: ServerPresence): { next(): Promise<void>; off: () => void } {
  let rung = (): void => {};
  const off = presence.onBell(() => rung());
  return { next: () => new Promise<void>((resolve) => (rung = resolve)), off };
}

test('each server has a number of its own and holds its lock for as long as it lives', async () => {
  const { url } = await tenantStores();
  const one = await createServerPresence(url, { clock, log: silentLogger });
  const two = await createServerPresence(url, { clock, log: silentLogger });
  expect(one.owner).not.toBe(two.owner);
  const [first, second] = [running(one), running(two)];
  expect(await isHeld(url, one.owner)).toBe(true);
  await first.stop();
  expect(await isHeld(url, one.owner)).toBe(false);
  expect(await isHeld(url, two.owner)).toBe(true);
  await second.stop();
});

const changeOperator = (store: Store) =>
  changeOperatorWork(store, contoso, olga, now, (known) => ({ ...known, status: 'available' }));

/** A server that listens, and of whom it was told after its start; that another one came rings without a name. */
async function listening(url: string, itsClock: Clock = clock) {
  const presence = await createServerPresence(url, { clock: itsClock, log: silentLogger });
  const { next: anything } = ear(presence);
  const atOnce = anything();
  running(presence);
  await atOnce;
  const heard: TenantId[] = [];
  let rung = (): void => {};
  presence.onBell((about) => {
    if (about === undefined) return;
    heard.push(about);
    rung();
  });
  const next = (): Promise<void> => new Promise((resolve) => (rung = resolve));
  return { presence, heard, next, anything };
}

test('who rings is rung at once and once; the others hear of whom', async () => {
  const { url } = await tenantStores();
  const [one, other] = [await listening(url), await listening(url)];
  const bell = other.next();
  one.presence.ring(contoso);
  expect(one.heard).toEqual([contoso]);
  await bell;
  expect(other.heard).toEqual([contoso]);
  // What the other says reaches the first behind its own message, if that had come back to it.
  const back = one.next();
  other.presence.ring(tenantId('fabrikam'));
  await back;
  expect(one.heard).toEqual([contoso, 'fabrikam']);
});

test('much that is committed at once is few messages, and none of it is forgotten', async () => {
  const { url } = await tenantStores();
  const [one, other] = [await listening(url), await listening(url)];
  const last = tenantId('tenant-4');
  const all = new Promise<void>((resolve) => {
    other.presence.onBell((about) => {
      if (about === last) resolve();
    });
  });
  for (let n = 0; n < 100; n += 1) one.presence.ring(tenantId(`tenant-${n % 4}`));
  one.presence.ring(last);
  await all;
  expect(new Set(other.heard).size).toBe(5);
  expect(other.heard.length).toBeLessThan(10);
});

/** What is said on the channel by anybody, but for servers that say that they have come. */
async function tapped(url: string): Promise<{ readonly messages: string[] }> {
  const messages: string[] = [];
  const client = new pg.Client({ connectionString: url });
  client.on('notification', ({ payload = '' }) => {
    if (!payload.endsWith(' ')) messages.push(payload);
  });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('LISTEN switchboard');
  return { messages };
}

/** Resolves when the standing connection of the only server has last looked for others. */
const untilLooked = (url: string): Promise<void> =>
  withConnection(url, (client) =>
    vi.waitFor(async () => {
      const { rows } = await client.query(
        `SELECT FROM pg_stat_activity WHERE application_name = 'switchboard presence' AND state = 'idle'
         AND datname = current_database() AND query LIKE '%pg_locks%'`,
      );
      expect(rows).toHaveLength(1);
    }),
  );

test('a server alone tells nobody; from the moment another one comes that one is told', async () => {
  const { url, store } = await tenantStores();
  const time = new ManualClock(now);
  const one = await listening(url, time);
  const { messages } = await tapped(url);
  one.presence.ring(contoso);
  await untilLooked(url);
  for (let n = 0; n < 20; n += 1) one.presence.ring(contoso);
  // Messages come in their order: whatever was told before this one is there with it.
  await changeOperator(store);
  await vi.waitFor(() => expect(messages).toContain(contoso));
  expect(messages).toEqual([contoso]);

  const greeting = one.anything();
  const other = await listening(url, time);
  await greeting;
  // The time stands still, so nobody is looked for: only the greeting can tell of the other one. It may come behind a bell.
  await vi.waitFor(
    () => {
      one.presence.ring(contoso);
      expect(other.heard).toContain(contoso);
    },
    { timeout: 10_000 },
  );
});

test('a server that came unheard is found within five seconds, and who has gone is told no more', async () => {
  const { url } = await tenantStores();
  const time = new ManualClock(now);
  const one = await listening(url, time);
  const { messages } = await tapped(url);
  one.presence.ring(contoso);
  await untilLooked(url);
  await withConnection(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1, $2)', [lockClass, one.presence.owner + 1]);
    one.presence.ring(contoso);
    time.advance(5_000);
    one.presence.ring(contoso);
    await vi.waitFor(() => expect(messages).toEqual([`${one.presence.owner} ${contoso}`]));
  });
  time.advance(5_000);
  one.presence.ring(contoso);
  await untilLooked(url);
  one.presence.ring(contoso);
  expect(messages).toHaveLength(1);
});

test('a change of the desk rings by itself, everywhere', async () => {
  const { url, store } = await tenantStores();
  const servers = [await listening(url), await listening(url)];
  const bells = servers.map(({ next }) => next());
  await changeOperator(store);
  await Promise.all(bells);
  expect(servers.map(({ heard }) => heard)).toEqual([[contoso], [contoso]]);
});

test('whoever does not listen any more is not rung for', async () => {
  const { url, store } = await tenantStores();
  const presence = await createServerPresence(url, { clock, log: silentLogger });
  let rings = 0;
  const off = presence.onBell(() => (rings += 1));
  off();
  const { next } = ear(presence);
  const atOnce = next();
  running(presence);
  await atOnce;
  const bell = next();
  await changeOperator(store);
  await bell;
  expect(rings).toBe(0);
});

test('a broken connection ends the run; the next run takes the same lock again and rings, as bells may be lost', async () => {
  const { url } = await tenantStores();
  const presence = await createServerPresence(url, { clock, log: silentLogger });
  const { next } = ear(presence);
  const atOnce = next();
  const { ran } = running(presence);
  await atOnce;
  await withConnection(url, (client) =>
    client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'switchboard presence' AND datname = current_database()`,
    ),
  );
  await expect(ran).rejects.toThrow('the standing database connection broke');
  expect(await isHeld(url, presence.owner)).toBe(false);
  const again = next();
  running(presence);
  await again;
  expect(await isHeld(url, presence.owner)).toBe(true);
});

test('a connection that breaks before the run begins is made anew', async () => {
  const { url } = await tenantStores();
  const presence = await createServerPresence(url, { clock, log: silentLogger });
  await withConnection(url, (client) =>
    client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'switchboard presence' AND datname = current_database()`,
    ),
  );
  while (await isHeld(url, presence.owner));
  const { next } = ear(presence);
  const again = next();
  running(presence);
  await again;
  expect(await isHeld(url, presence.owner)).toBe(true);
});
