import type { TenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import { keepRunning, type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';
import {
  keepPoll,
  leavePoll,
  type PresencePoll,
  readTenantsToPoll,
  takePolls,
} from '@switchboard/store/presence/presence-polls';
import { writePresences } from '@switchboard/store/presence/presences';
import { createPollShelf } from './poll-shelf.ts';
import { PresenceAsker, type ReadPresences } from './presence-asker.ts';
import { PresenceBudget } from './presence-budget.ts';
import { TenantPoll } from './tenant-poll.ts';

export interface PresencePollerParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly owner: number;
  readonly read: ReadPresences;
  /** Requests of one tenant in half a minute. */
  readonly limit: number;
  /** Told when presences have changed in the database. */
  readonly onNews: (tenantId: TenantId) => void;
}

/** Leases are kept, and tenants without a server looked for, this often; in milliseconds. */
const lookEvery = 2_000;
/** A server that dies is followed by another after so long. */
const leaseFor = 6_000;
/** A tenant that nobody looks at any more is polled on for so long: a console may come back. */
const pollOn = 60_000;

interface Running {
  readonly poll: TenantPoll;
  readonly budget: PresenceBudget;
  readonly stop: AbortController;
  readonly done: Promise<void>;
  wantedAt: number;
}

/** Polls presence: each tenant by one server, whichever takes its lease first. */
export class PresencePoller implements Service {
  readonly name = 'presence poller';
  readonly #parts: PresencePollerParts;
  readonly #running = new Map<TenantId, Running>();

  constructor(parts: PresencePollerParts) {
    this.#parts = parts;
  }

  /** Whether this server polls the tenant, and does what is to be done once about its people's presence. */
  holds(tenantId: TenantId): boolean {
    return this.#running.has(tenantId);
  }

  /** Somebody has come onto a screen. */
  ring(tenantId: TenantId | undefined): void {
    for (const [id, { poll }] of this.#running) if (tenantId === undefined || tenantId === id) poll.ring();
  }

  async run(signal: StopSignal): Promise<void> {
    const { store, clock, owner } = this.#parts;
    try {
      while (!signal.aborted) {
        await this.#look();
        await sleep(lookEvery, signal, clock);
      }
    } finally {
      const ended = [...this.#running.keys()];
      await Promise.all(ended.map((tenantId) => this.#end(tenantId)));
      await Promise.allSettled(ended.map((tenantId) => leavePoll(store, tenantId, owner)));
    }
  }

  async #look(): Promise<void> {
    const { store, clock, owner } = this.#parts;
    const now = clock.now();
    const wanted = await readTenantsToPoll(store);
    for (const tenantId of wanted) {
      const running = this.#running.get(tenantId);
      if (running !== undefined) running.wantedAt = now;
    }
    await Promise.all([...this.#running].map(([tenantId, running]) => this.#keep(tenantId, running)));
    const free = wanted.filter((tenantId) => !this.#running.has(tenantId));
    const until = now + leaseFor;
    for (const poll of await takePolls(store, free, { owner, now, until })) this.#begin(poll);
  }

  async #keep(tenantId: TenantId, { poll, budget, wantedAt }: Running): Promise<void> {
    const { store, clock, owner } = this.#parts;
    const now = clock.now();
    const note = { owner, until: now + leaseFor, spent: budget.spent, ...poll.round };
    const isOurs = await keepPoll(store, tenantId, note);
    const isOver = now - wantedAt > pollOn;
    if (isOurs && !isOver) return;
    // A request under way may take longer than the leases of the others last.
    void this.#end(tenantId);
    if (isOurs) await leavePoll(store, tenantId, owner);
  }

  #begin({ tenantId, spent, ...round }: PresencePoll): void {
    const { store, clock, log, read, limit, onNews } = this.#parts;
    const budget = new PresenceBudget(clock, limit, spent);
    const asker = new PresenceAsker({
      tenantId,
      clock,
      budget,
      read,
      async write(said) {
        if ((await writePresences(store, tenantId, said)) > 0) onNews(tenantId);
      },
    });
    const shelf = createPollShelf(store, tenantId);
    const poll = new TenantPoll({ tenantId, clock, log, shelf, budget, asker, round });
    const stop = new AbortController();
    const service: Service = { name: `presence of ${tenantId}`, run: (signal) => poll.run(signal) };
    const done = keepRunning(service, stop.signal, clock, log);
    this.#running.set(tenantId, { poll, budget, stop, done, wantedAt: clock.now() });
  }

  async #end(tenantId: TenantId): Promise<void> {
    const running = this.#running.get(tenantId);
    this.#running.delete(tenantId);
    running?.stop.abort();
    await running?.done;
  }
}
