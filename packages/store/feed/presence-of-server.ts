import { type TenantId, tenantId } from '@switchboard/domain/ids';
import type { Service, StopSignal } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import pg from 'pg';

/** The first half of the advisory locks by which servers say that they live; the second is their number. */
const lockClass = 7_227;

/**
 * This server's standing connection to the database: it hears the bell, and it holds the lock that says this server
 * lives. The lock goes with the process, however it dies, so others know at once whose work to take over.
 */
export interface ServerPresence extends Service {
  readonly owner: number;
  /** Rings for every commit of any server. Returns how to be rung for no more. */
  onBell(listener: BellListener): () => void;
}

/** Is told whose events are new; undefined: anybody's may be, since bells were missed. */
export type BellListener = (tenantId: TenantId | undefined) => void;

export async function createServerPresence(url: string, log: Logger): Promise<ServerPresence> {
  const first = await connect(url);
  const { rows } = await first.query<{ owner: number }>(`SELECT nextval('owners')::integer AS owner`);
  const owner = rows[0]?.owner ?? 0;
  await hold(first, owner);
  const listeners = new Set<BellListener>();
  let ready: pg.Client | undefined = first;
  // It may break before anybody runs: an end that nobody heard would leave this server without its lock unawares.
  first.once('end', () => {
    if (ready === first) ready = undefined;
  });
  return {
    name: 'presence of server',
    owner,
    onBell(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async run(signal) {
      const client = ready ?? (await reconnect(url, owner));
      ready = undefined;
      for (const listener of listeners) listener(undefined);
      await untilBroken(client, listeners, signal, log);
    },
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    application_name: 'switchboard presence',
  });
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function reconnect(url: string, owner: number): Promise<pg.Client> {
  const client = await connect(url);
  await hold(client, owner);
  return client;
}

async function hold(client: pg.Client, owner: number): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1, $2)', [lockClass, owner]);
  await client.query('LISTEN switchboard');
}

function untilBroken(
  client: pg.Client,
  listeners: ReadonlySet<BellListener>,
  signal: StopSignal,
  log: Logger,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      client.end().then(resolve, reject);
    };
    client.on('notification', ({ payload }) => {
      const about = payload === undefined || payload === '' ? undefined : tenantId(payload);
      for (const listener of listeners) listener(about);
    });
    client.on('end', () => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) return;
      log.warn('the standing database connection broke');
      reject(new Error('the standing database connection broke'));
    });
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

export { lockClass };
