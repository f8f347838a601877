import type { LegId, TenantId } from '@switchboard/domain/ids';
import type { Clock, Instant } from '@switchboard/kit/clock';

/** So long after the last look at a leg it is not looked at again, in milliseconds. */
export const betweenLooks = 60_000;
/** What is on its way when a call ends comes within this time, in milliseconds; the end itself mostly, too. */
export const straggling = 10_000;
/** More legs than Graph would ever tell of at once by mistake; the rest are heard of again, or end by themselves. */
const mostLegs = 1_000;

export interface LegToLookAt {
  readonly tenantId: TenantId;
  readonly leg: LegId;
}

/** The legs that are to be looked at, each when it is time. Kept in memory: the next notice of a leg brings it back. */
export class LegsToLookAt {
  readonly #clock: Clock;
  readonly #due = new Map<string, LegToLookAt & { readonly at: Instant }>();
  readonly #lookedAt = new Map<string, Instant>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param after so many milliseconds from now at the earliest. @returns whether it will be looked at */
  note(one: LegToLookAt, after: number): boolean {
    const key = keyOf(one);
    if (this.#due.has(key)) return true;
    if (this.#due.size >= mostLegs) return false;
    const looked = this.#lookedAt.get(key);
    const earliest = looked === undefined ? 0 : looked + betweenLooks;
    this.#due.set(key, { ...one, at: Math.max(this.#clock.now() + after, earliest) });
    return true;
  }

  /** It has ended: there is nothing to look at. */
  forget(one: LegToLookAt): void {
    this.#due.delete(keyOf(one));
  }

  /** Those whose time has come; they count as looked at. */
  takeDue(): readonly LegToLookAt[] {
    const now = this.#clock.now();
    for (const [key, at] of this.#lookedAt) if (at + betweenLooks <= now) this.#lookedAt.delete(key);
    const due = [...this.#due].filter(([, { at }]) => at <= now);
    for (const [key] of due) {
      this.#due.delete(key);
      this.#lookedAt.set(key, now);
    }
    return due.map(([, { tenantId, leg }]) => ({ tenantId, leg }));
  }

  /** When the next one is due, if there is one. */
  nextDue(): Instant | undefined {
    const times = [...this.#due.values()].map(({ at }) => at);
    return times.length === 0 ? undefined : Math.min(...times);
  }
}

const keyOf = ({ tenantId, leg }: LegToLookAt): string => `${tenantId} ${leg}`;
