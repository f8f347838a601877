import { type TenantId, tenantId } from '@switchboard/domain/ids';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { Service, StopSignal } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import pg from 'pg';
import type { WrittenEvents } from './written-events.ts';

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
  ring(tenantId: TenantId, events?: WrittenEvents): void;
  /** The same for what is no event. */
  ringAbout(tenantId: TenantId, about: Exclude<BellTopic, 'events'>): void;
}

/** What is new: events; presences; whose presence screens show; something to be done about subscriptions. */
export type BellTopic = 'events' | 'presences' | 'watched' | 'subscriptions';

/**
 * Is told whose news there are; undefined: anybody's may be, since bells were missed. `events` are those of this server's
 * own commit; all others are in the database only.
 */
export type BellListener = (tenantId: TenantId | undefined, events?: WrittenEvents) => void;

export interface ServerPresenceParts {
  readonly clock: Clock;
  readonly log: Logger;
}

export async function createServerPresence(
  url: string,
  { clock, log }: ServerPresenceParts,
): Promise<ServerPresence> {
  const first = await connect(url);
  const { rows } = await first.query<{ owner: number }>(`SELECT nextval('owners')::integer AS owner`);
  const owner = rows[0]?.owner ?? 0;
  await hold(first, owner);
  const listeners = new Map<BellListener, BellTopic>();
  const tell = (tenant: TenantId | undefined, about: BellTopic | undefined, events?: WrittenEvents): void => {
    for (const [listener, topic] of listeners)
      if (about === undefined || topic === about) listener(tenant, events);
  };
  const others = new OtherServers(owner, clock);
  const hear = (payload: string): void => {
    const bell = bellFrom(payload);
    if (bell.by === owner) return;
    if (bell.by !== undefined) others.heard();
    tell(bell.tenant, bell.tenant === undefined ? undefined : bell.about);
  };
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
    ring(tenant, events) {
      tell(tenant, 'events', events);
      others.ring(tenant, 'events');
    },
    ringAbout(tenant, about) {
      tell(tenant, about);
      others.ring(tenant, about);
    },
    async run(signal) {
      const client = ready ?? (await reconnect(url, owner));
      ready = undefined;
      tell(undefined, undefined);
      others.reachBy(client);
      try {
        await untilBroken(client, hear, signal, log);
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

interface Bell {
  readonly by?: number;
  readonly tenant: TenantId | undefined;
  readonly about: BellTopic;
}

/** A message without a number comes from inside a commit of anybody; one without a tenant is about all. */
function bellFrom(payload: string): Bell {
  const parts = payload.split(separator);
  const [by, tenant = '', topic] = parts.length > 1 ? parts : [undefined, payload];
  return {
    ...(by === undefined ? {} : { by: Number(by) }),
    tenant: tenant === '' ? undefined : tenantId(tenant),
    about: topics.find((each) => each === topic) ?? 'events',
  };
}

const topics: readonly BellTopic[] = ['events', 'presences', 'watched', 'subscriptions'];

/** As often is it looked whether other servers live, while there is something to tell them. In milliseconds. */
const lookEvery = 5_000;

/**
 * Tells the other servers for whom there are news, by one message at a time. A server alone tells nobody: whoever comes
 * says so by a bell, and who went unseen is looked for once in a while.
 */
class OtherServers {
  readonly #owner: number;
  readonly #clock: Clock;
  /** The ends of messages. */
  readonly #news = new Set<string>();
  #client: pg.Client | undefined;
  #isTelling = false;
  #areThere = true;
  /** How often others were heard of. */
  #signs = 0;
  #lookedAt: Instant = Number.NEGATIVE_INFINITY;

  constructor(owner: number, clock: Clock) {
    this.#owner = owner;
    this.#clock = clock;
  }

  /** Undefined: for now by nothing. Says to them that this server has come. */
  reachBy(client: pg.Client | undefined): void {
    this.#client = client;
    this.#news.clear();
    this.heard();
    void client?.query(ringBell, [[`${this.#owner}${separator}`]]).catch(() => undefined);
  }

  /** Somebody else lives, perhaps since a moment ago: that they have gone is found out by looking. */
  heard(): void {
    this.#areThere = true;
    this.#signs += 1;
  }

  ring(tenant: TenantId, about: BellTopic): void {
    if (this.#client === undefined) return;
    if (!this.#areThere && this.#clock.now() - this.#lookedAt < lookEvery) return;
    this.#news.add(about === 'events' ? tenant : `${tenant}${separator}${about}`);
    if (!this.#isTelling) void this.#tell(this.#client);
  }

  /** What fails here is the connection, and whoever runs on it hears of that. */
  async #tell(client: pg.Client): Promise<void> {
    this.#isTelling = true;
    while (this.#news.size > 0 && this.#client === client) {
      await this.#look(client).catch(() => undefined);
      const payloads = [...this.#news].map((news) => `${this.#owner}${separator}${news}`);
      this.#news.clear();
      if (this.#areThere) await client.query(ringBell, [payloads]).catch(() => undefined);
    }
    this.#isTelling = false;
  }

  async #look(client: pg.Client): Promise<void> {
    const now = this.#clock.now();
    if (now - this.#lookedAt < lookEvery) return;
    this.#lookedAt = now;
    const before = this.#signs;
    const { rows } = await client.query<{ others: boolean }>(findOthers, [lockClass, this.#owner]);
    // Whoever came while this was asked may not be in the answer.
    if (this.#signs === before) this.#areThere = rows[0]?.others !== false;
  }
}

/** A bell need not survive a power cut: nothing waits for the disk. */
const ringBell = `SELECT set_config('synchronous_commit', 'off', true), pg_notify('switchboard', p) FROM unnest($1::text[]) AS p`;

/** Whether another server holds its lock. */
const findOthers = `SELECT EXISTS (SELECT FROM pg_locks JOIN pg_database d ON d.oid = database
  WHERE locktype = 'advisory' AND granted AND d.datname = current_database()
    AND classid = $1::integer::oid AND objid <> $2::integer::oid) AS others`;

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
