import { heartbeatEvery } from '@switchboard/contract/feed/heartbeat';
import type { TenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import { keepRunning, type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import type { WrittenEvents } from '@switchboard/store/feed/written-events';
import type { FeedListener } from './feed-listener.ts';
import { TenantFeed, type TenantFeedParts } from './tenant-feed.ts';

interface RunningFeed {
  readonly feed: TenantFeed;
  readonly loaded: Promise<void>;
  readonly stop: AbortController;
}

/** Every console connected to this server, by tenant. */
export class Hub implements Service {
  readonly name = 'hub';
  readonly #parts: TenantFeedParts;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #feeds = new Map<TenantId, RunningFeed>();
  readonly #listeners = new Set<FeedListener>();

  constructor(parts: TenantFeedParts & { log: Logger }) {
    this.#parts = parts;
    this.#clock = parts.clock;
    this.#log = parts.log;
  }

  /** Something was committed somewhere, of this tenant if it is known of whom; by this server, if it has the events. */
  ring(tenantId?: TenantId, events?: WrittenEvents): void {
    if (tenantId !== undefined) this.#feeds.get(tenantId)?.feed.ring(events);
    else for (const { feed } of this.#feeds.values()) feed.ring();
  }

  async attach(listener: FeedListener, resumeFrom: number | undefined): Promise<() => void> {
    const running = this.#feedOf(listener.operator.tenantId);
    await running.loaded;
    await running.feed.attach(listener, resumeFrom);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      running.feed.detach(listener);
    };
  }

  /** The heartbeat: one text for all. */
  async run(signal: StopSignal): Promise<void> {
    while (!signal.aborted) {
      await sleep(heartbeatEvery, signal, this.#clock);
      const beat = JSON.stringify({ type: 'heartbeat', now: this.#clock.now() });
      for (const listener of this.#listeners) listener.send(beat);
    }
    for (const { stop, feed } of this.#feeds.values()) {
      stop.abort();
      feed.ring();
    }
  }

  #feedOf(tenantId: TenantId): RunningFeed {
    const known = this.#feeds.get(tenantId);
    if (known !== undefined) return known;
    const feed = new TenantFeed(tenantId, this.#parts);
    const stop = new AbortController();
    const loaded = feed.load();
    const running = { feed, loaded, stop };
    this.#feeds.set(tenantId, running);
    loaded.then(
      () => this.#follow(feed, stop.signal),
      () => this.#feeds.delete(tenantId),
    );
    return running;
  }

  #follow(feed: TenantFeed, signal: AbortSignal): void {
    const service: Service = { name: `feed of ${feed.tenantId}`, run: (stop) => feed.follow(stop) };
    void keepRunning(service, signal, this.#clock, this.#log);
  }
}
