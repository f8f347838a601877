import type { TenantId } from '@switchboard/domain/ids';
import { keepRunning, type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import type { FeedListener } from './feed-listener.ts';
import { TenantPeopleFeed, type TenantPeopleParts } from './tenant-people-feed.ts';

interface RunningFeed {
  readonly feed: TenantPeopleFeed;
  readonly stop: AbortController;
}

/** How often feeds without a console are let go, in milliseconds. */
const lookEvery = 60_000;

/** What consoles are told about people without asking, tenant by tenant. */
export class PeopleFeed implements Service {
  readonly name = 'people feed';
  readonly #parts: TenantPeopleParts & { readonly log: Logger };
  readonly #feeds = new Map<TenantId, RunningFeed>();

  constructor(parts: TenantPeopleParts & { readonly log: Logger }) {
    this.#parts = parts;
  }

  /** Something was committed, of this tenant or of anybody. */
  ring(tenantId?: TenantId): void {
    if (tenantId !== undefined) this.#feeds.get(tenantId)?.feed.ring();
    else for (const { feed } of this.#feeds.values()) feed.ring();
  }

  async follow(listener: FeedListener): Promise<void> {
    await this.#feedOf(listener.operator.tenantId).follow(listener);
  }

  watch(listener: FeedListener, personIds: readonly string[]): void {
    this.#feedOf(listener.operator.tenantId).watch(listener, personIds);
  }

  leave(listener: FeedListener): void {
    this.#feeds.get(listener.operator.tenantId)?.feed.leave(listener);
  }

  async run(signal: StopSignal): Promise<void> {
    while (!signal.aborted) {
      await sleep(lookEvery, signal, this.#parts.clock);
      for (const [tenantId, { feed }] of this.#feeds) if (feed.isIdle) this.#stop(tenantId);
    }
    for (const tenantId of this.#feeds.keys()) this.#stop(tenantId);
  }

  #stop(tenantId: TenantId): void {
    const running = this.#feeds.get(tenantId);
    this.#feeds.delete(tenantId);
    running?.stop.abort();
    running?.feed.ring();
  }

  #feedOf(tenantId: TenantId): TenantPeopleFeed {
    const known = this.#feeds.get(tenantId);
    if (known !== undefined) return known.feed;
    const feed = new TenantPeopleFeed(tenantId, this.#parts);
    const stop = new AbortController();
    this.#feeds.set(tenantId, { feed, stop });
    const service: Service = {
      name: `people feed of ${tenantId}`,
      run: (signal) => feed.run(signal),
    };
    void keepRunning(service, stop.signal, this.#parts.clock, this.#parts.log);
    return feed;
  }
}
