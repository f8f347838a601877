import { type TenantId, tenantId } from '@switchboard/domain/ids';
import { silentLogger } from '@switchboard/kit/logger';
import { expect, onTestFinished, test } from 'vitest';
import type { Store } from '../access/store.ts';
import { changeOperatorWork } from '../operators/operators.ts';
import { contoso, now, olga, tenantStores } from '../testing/sample-tenant.testing.ts';
import { withConnection } from '../testing/scratch-database.ts';
import { createServerPresence, lockClass, type ServerPresence } from './presence-of-server.ts';

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
  const one = await createServerPresence(url, silentLogger);
  const two = await createServerPresence(url, silentLogger);
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

/** A server that listens, and everything it was told of after its start. */
async function listening(url: string) {
  const presence = await createServerPresence(url, silentLogger);
  const { next } = ear(presence);
  const atOnce = next();
  running(presence);
  await atOnce;
  const heard: (TenantId | undefined)[] = [];
  presence.onBell((about) => heard.push(about));
  return { presence, heard, next };
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
  const presence = await createServerPresence(url, silentLogger);
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
  const presence = await createServerPresence(url, silentLogger);
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
  const presence = await createServerPresence(url, silentLogger);
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
