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
  onBell(listener: BellListener, about?: BellTopic): () => void;
  /**
   * Something of a tenant was committed here: rings here at once, and at the other servers by one message for all that
   * was committed while the one before was on its way. A bell that gets lost costs them a second: they look each second
   * without one.
   */
  ring(tenantId: TenantId, about?: BellTopic): void;
}

/** What is new: events, unless another is named; presences; whose presence the screens of a server show. */
export type BellTopic = 'events' | 'presences' | 'watched';

/** Is told whose news there are; undefined: anybody's may be, since bells were missed. */
export type BellListener = (tenantId: TenantId | undefined) => void;

export async function createServerPresence(url: string, log: Logger): Promise<ServerPresence> {
  const first = await connect(url);
  const { rows } = await first.query<{ owner: number }>(`SELECT nextval('owners')::integer AS owner`);
  const owner = rows[0]?.owner ?? 0;
  await hold(first, owner);
  const listeners = new Map<BellListener, BellTopic>();
  const tell = (tenant: TenantId | undefined, about: BellTopic | undefined): void => {
    for (const [listener, topic] of listeners) if (about === undefined || topic === about) listener(tenant);
  };
  const others = new OtherServers(owner);
  let ready: pg.Client | undefined = first;
  // It may break before anybody runs: an end that nobody heard would leave this server without its lock unawares.
  first.once('end', () => {
    if (ready === first) ready = undefined;
  });
  return {
    name: 'presence of server',
    owner,
    onBell(listener, about = 'events') {
      listeners.set(listener, about);
      return () => listeners.delete(listener);
    },
    ring(tenant, about = 'events') {
      tell(tenant, about);
      others.ring(tenant, about);
    },
    async run(signal) {
      const client = ready ?? (await reconnect(url, owner));
      ready = undefined;
      tell(undefined, undefined);
      others.reachBy(client);
      try {
        await untilBroken(client, (payload) => heard(payload, owner, tell), signal, log);
      } finally {
        others.reachBy(undefined);
      }
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

/** Between the number of the server that rings, the tenant, and what is new where that is not events. */
const separator = ' ';

type Tell = (tenant: TenantId | undefined, about: BellTopic | undefined) => void;

/** A message without a number comes from inside a commit of anybody; our own were told here already. */
function heard(payload: string, owner: number, tell: Tell): void {
  const parts = payload.split(separator);
  if (parts.length > 1 && parts[0] === String(owner)) return;
  const tenant = parts.length > 1 ? parts[1] : parts[0];
  const about = topics.find((topic) => topic === parts[2]) ?? 'events';
  tell(tenant === undefined || tenant === '' ? undefined : tenantId(tenant), about);
}

const topics: readonly BellTopic[] = ['events', 'presences', 'watched'];

/** Tells the other servers for whom there are news, by one message at a time. */
class OtherServers {
  readonly #owner: number;
  /** The ends of messages. */
  readonly #news = new Set<string>();
  #client: pg.Client | undefined;
  #isTelling = false;

  constructor(owner: number) {
    this.#owner = owner;
  }

  /** Undefined: for now by nothing. */
  reachBy(client: pg.Client | undefined): void {
    this.#client = client;
    this.#news.clear();
  }

  ring(tenant: TenantId, about: BellTopic): void {
    if (this.#client === undefined) return;
    this.#news.add(about === 'events' ? tenant : `${tenant}${separator}${about}`);
    if (!this.#isTelling) void this.#tell(this.#client);
  }

  /** What fails here is the connection, and whoever runs on it hears of that. */
  async #tell(client: pg.Client): Promise<void> {
    this.#isTelling = true;
    while (this.#news.size > 0 && this.#client === client) {
      const payloads = [...this.#news].map((news) => `${this.#owner}${separator}${news}`);
      this.#news.clear();
      await client.query(ringBell, [payloads]).catch(() => undefined);
    }
    this.#isTelling = false;
  }
}

/** A bell need not survive a power cut: nothing waits for the disk. */
const ringBell = `SELECT set_config('synchronous_commit', 'off', true), pg_notify('switchboard', p) FROM unnest($1::text[]) AS p`;

function untilBroken(
  client: pg.Client,
  hear: (payload: string) => void,
  signal: StopSignal,
  log: Logger,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      client.end().then(resolve, reject);
    };
    client.on('notification', ({ payload }) => hear(payload ?? ''));
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
