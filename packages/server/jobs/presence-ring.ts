import type { PresenceView } from '@switchboard/contract/views/presence-view';
import { type PersonId, personId, type TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import { asError, type Service, type StopSignal } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import { Wake } from '@switchboard/kit/wake';

export interface PresenceReading {
  readonly personId: PersonId;
  readonly availability: string;
  readonly activity: string;
}

/** Reads presences of any number of people of a tenant. Throws when Graph does not answer. */
export type ReadPresences = (
  tenantId: TenantId,
  ids: readonly PersonId[],
) => Promise<readonly PresenceReading[]>;

interface Watcher {
  readonly operator: Operator;
  send(frame: string): void;
}

/** People on a screen are read this often, in milliseconds. */
const readEvery = 2_000;
/** What is on a screen is promised to be no older, in milliseconds. */
const promisedFor = 10_000;

/** Reads the presence of everybody whom a console shows, and tells each console of its own people. */
export class PresenceRing implements Service {
  readonly name = 'presence ring';
  readonly #read: ReadPresences;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #watched = new Map<Watcher, ReadonlySet<PersonId>>();
  readonly #wake = new Wake();

  constructor(parts: { read: ReadPresences; clock: Clock; log: Logger }) {
    this.#read = parts.read;
    this.#clock = parts.clock;
    this.#log = parts.log;
  }

  watch(listener: Watcher, personIds: readonly string[]): void {
    this.#watched.set(listener, new Set(personIds.map(personId)));
    this.#wake.ring();
  }

  leave(listener: Watcher): void {
    this.#watched.delete(listener);
  }

  async run(signal: StopSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#wake.ring(), { once: true });
    while (!signal.aborted) {
      for (const tenantId of this.#tenants()) await this.#round(tenantId);
      await this.#wake.waitAtMost(readEvery, this.#clock);
    }
  }

  #tenants(): ReadonlySet<TenantId> {
    return new Set([...this.#watched.keys()].map((listener) => listener.operator.tenantId));
  }

  async #round(tenantId: TenantId): Promise<void> {
    const watchers = [...this.#watched].filter(([listener]) => listener.operator.tenantId === tenantId);
    const ids = [...new Set(watchers.flatMap(([, set]) => [...set]))];
    if (ids.length === 0) return;
    try {
      const readings = await this.#read(tenantId, ids);
      const asOf = this.#clock.now();
      const views = new Map(
        readings.map((reading) => [
          reading.personId,
          { ...reading, asOf, source: 'poll', staleAt: asOf + promisedFor } satisfies PresenceView,
        ]),
      );
      for (const [listener, set] of watchers) {
        const presences = [...set].flatMap((id) => views.get(id) ?? []);
        if (presences.length > 0) listener.send(JSON.stringify({ type: 'presence', presences }));
      }
    } catch (error) {
      this.#log.warn('presence could not be read', { tenant: tenantId, error: asError(error) });
    }
  }
}
