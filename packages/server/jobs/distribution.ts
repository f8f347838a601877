import type { Waiting } from '@switchboard/domain/call/states/waiting';
import type { PersonId, TenantId } from '@switchboard/domain/ids';
import { distribute, type Offer, type WaitingCall } from '@switchboard/domain/queue/distribute';
import type { Queue } from '@switchboard/domain/queue/queue';
import type { Clock, Instant } from '@switchboard/kit/clock';
import { type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import { Wake } from '@switchboard/kit/wake';
import type { Store } from '@switchboard/store/access/store';
import { releaseLeases, takeLease } from '@switchboard/store/feed/leases';
import { noteOffered } from '@switchboard/store/operators/operators';
import { readDistribution, readTenantsToDistribute } from '@switchboard/store/reads/distribution';
import { findOperator } from '@switchboard/store/tenants/tenants';
import type { CallHandler } from '../handle/calls.ts';
import { CallByCall } from './call-by-call.ts';
import type { JobParts } from './job-parts.ts';

/** A wrap-up or an offer ends without a bell: look this often, in milliseconds. */
const lookEvery = 500;
/** Bells come by the hundred a second; offers that are this much later do not matter. */
const pauseBetween = 40;
/** In milliseconds: the leases of a server that dies are freed at once, those of one that hangs after this time. */
const leaseFor = 4_000;
const work = 'distribution';

/**
 * Offers waiting calls to operators as their queues' strategies say: after every commit of any server, one server at a
 * time for each tenant. Where Teams rings first the operator's accepting is taken for granted.
 */
export class DistributionJob implements Service {
  readonly name = 'distribution';
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #calls: CallHandler;
  readonly #callByCall: CallByCall;
  readonly #owner: number;
  /** Until when the calls of a tenant are this server's to distribute. */
  readonly #leases = new Map<TenantId, Instant>();
  readonly #wake = new Wake();
  /** Tenants that have distributed a call before: bells of others mean nothing here, their first call is found by looking. */
  readonly #distributing = new Set<TenantId>();

  constructor({ store, clock, calls, log, owner }: JobParts & { readonly owner: number }) {
    this.#store = store;
    this.#owner = owner;
    this.#clock = clock;
    this.#calls = calls;
    this.#callByCall = new CallByCall('distribution', clock, log);
  }

  /** Something was committed somewhere, of this tenant if it is known of whom. */
  ring(tenantId: TenantId | undefined): void {
    if (tenantId === undefined || this.#distributing.has(tenantId)) this.#wake.ring();
  }

  async run(signal: StopSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#wake.ring(), { once: true });
    while (!signal.aborted) {
      for (const tenantId of await readTenantsToDistribute(this.#store)) {
        this.#distributing.add(tenantId);
        if (await this.#isOurs(tenantId)) await this.#round(tenantId);
      }
      await sleep(pauseBetween, signal, this.#clock);
      await this.#wake.waitAtMost(lookEvery, this.#clock);
    }
    await releaseLeases(this.#store, this.#owner, work);
  }

  /** Whether no other server distributes the calls of this tenant now. Kept for seconds, asked for much more often. */
  async #isOurs(tenantId: TenantId): Promise<boolean> {
    const now = this.#clock.now();
    const until = now + leaseFor;
    if ((this.#leases.get(tenantId) ?? 0) - now > leaseFor / 2) return true;
    const isTaken = await takeLease(this.#store, { tenantId, work, owner: this.#owner }, { now, until });
    if (isTaken) this.#leases.set(tenantId, until);
    else this.#leases.delete(tenantId);
    return isTaken;
  }

  async #round(tenantId: TenantId): Promise<void> {
    const now = this.#clock.now();
    const asked = new Set<PersonId>();
    for (const { queue, calls, operators } of await readDistribution(this.#store, tenantId, now)) {
      const offers = distribute({
        strategy: queue.settings.strategy,
        calls: calls.map(inLine),
        operators: operators.filter(({ operatorId }) => !asked.has(operatorId)),
        now,
      });
      for (const offer of offers) {
        // A round that took longer than the lease is another server's now.
        if ((this.#leases.get(tenantId) ?? 0) <= this.#clock.now()) return;
        for (const id of offer.operatorIds) asked.add(id);
        const ref = { tenantId, callId: offer.callId };
        await this.#callByCall.work(ref, () => this.#offer(queue, offer, now));
      }
    }
  }

  async #offer(queue: Queue, { callId, operatorIds }: Offer, now: number): Promise<void> {
    const { tenantId, settings } = queue;
    await this.#calls.offer(tenantId, callId, {
      type: 'offer',
      operatorIds,
      until: now + settings.offerTime,
    });
    await noteOffered(this.#store, tenantId, operatorIds, now);
    const [only, ...others] = operatorIds;
    if (settings.answering !== 'teamsFirst' || only === undefined || others.length > 0) return;
    const operator = await findOperator(this.#store, tenantId, only);
    if (operator !== undefined)
      await this.#calls.command(operator, callId, { type: 'accept', operatorId: only });
  }
}

const inLine = ({ callId, isFront, rank, arrivedAt, wait, offer }: Waiting): WaitingCall => ({
  callId,
  isFront,
  isVip: rank.isVip,
  priority: rank.priority,
  arrivedAt,
  refusedBy: wait.refusals,
  ...(offer === undefined ? {} : { offer }),
});
