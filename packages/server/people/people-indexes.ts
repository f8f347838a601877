import type { TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { keepRunning, type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import { tenantsSignedIn } from '@switchboard/store/access/sessions';
import { findTenant } from '@switchboard/store/tenants/tenants';
import { IndexFollower, type IndexParts } from './index-follower.ts';

interface Following {
  readonly follower: IndexFollower;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  usedAt: Instant;
}

/** A tenant that nobody has used for so long is followed no more: its index is read from disk when it is next. */
const idleFor = 15 * 60_000;
const lookEvery = 30_000;

/** The indexes of the tenants in use on this server, each followed by one of its own. */
export class PeopleIndexes implements Service {
  readonly name = 'people indexes';
  readonly #parts: IndexParts;
  readonly #following = new Map<TenantId, Following>();
  #isStopped = false;

  constructor(parts: IndexParts) {
    this.#parts = parts;
  }

  /** Somebody of this tenant is here or searches: its index is got ready, and kept so. */
  use(tenantId: TenantId): void {
    if (this.#isStopped) return;
    const known = this.#following.get(tenantId);
    const usedAt = this.#parts.clock.now();
    if (known !== undefined) {
      known.usedAt = usedAt;
      return;
    }
    const follower = new IndexFollower(tenantId, this.#parts);
    const stop = new AbortController();
    const ended = keepRunning(follower, stop.signal, this.#parts.clock, this.#parts.log);
    this.#following.set(tenantId, { follower, stop, ended, usedAt });
  }

  /** Something was committed, of this tenant or of anybody. */
  ring(tenantId?: TenantId): void {
    if (tenantId !== undefined) this.#following.get(tenantId)?.follower.ring();
    else for (const { follower } of this.#following.values()) follower.ring();
  }

  /** The thread is another one. */
  reopened(tenantId: TenantId): void {
    this.#following.get(tenantId)?.follower.reopen();
  }

  async run(signal: StopSignal): Promise<void> {
    this.#isStopped = false;
    // Whoever is signed in comes back in a moment: their index is there by then.
    for (const tenantId of await tenantsSignedIn(this.#parts.store, this.#parts.clock.now()))
      this.use(tenantId);
    while (!signal.aborted) {
      await sleep(lookEvery, signal, this.#parts.clock);
      for (const tenantId of [...this.#following.keys()]) if (!signal.aborted) await this.#look(tenantId);
    }
    this.#isStopped = true;
    await Promise.all([...this.#following.keys()].map((tenantId) => this.#leave(tenantId)));
  }

  async #look(tenantId: TenantId): Promise<void> {
    const { store, host, clock, log } = this.#parts;
    const isThere = (await findTenant(store, tenantId)) !== undefined;
    const usedAt = this.#following.get(tenantId)?.usedAt ?? 0;
    if (isThere && clock.now() < usedAt + idleFor) return;
    await this.#leave(tenantId);
    if (isThere) return;
    log.info('the people index of a tenant that has left is deleted', { tenant: tenantId });
    await host.forget(tenantId);
  }

  async #leave(tenantId: TenantId): Promise<void> {
    const following = this.#following.get(tenantId);
    this.#following.delete(tenantId);
    following?.stop.abort();
    following?.follower.ring();
    await following?.ended;
  }
}
