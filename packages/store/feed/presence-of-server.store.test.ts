import { silentLogger } from '@switchboard/kit/logger';
import { expect, onTestFinished, test } from 'vitest';
import { begin, tenantStores } from '../testing/sample-tenant.testing.ts';
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

test('every commit is heard, of this server or another', async () => {
  const { url, store } = await tenantStores();
  const presence = await createServerPresence(url, silentLogger);
  const { next } = ear(presence);
  const atOnce = next();
  running(presence);
  await atOnce;
  const bell = next();
  await begin(store);
  await bell;
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
  await begin(store);
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
