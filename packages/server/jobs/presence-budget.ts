import type { Clock, Instant } from '@switchboard/kit/clock';
import { type StopSignal, sleep } from '@switchboard/kit/lifecycle';

/** Who asks, the most urgent first. */
export const rings = ['screens', 'near', 'everybody'] as const;
export type Ring = (typeof rings)[number];

/** Microsoft counts by half minutes (docs/graph/limits-that-are-counted.md). In milliseconds. */
export const budgetSpan = 30_000;
/** Graph throttles without saying for how long: so long. In milliseconds. */
const pauseUnsaid = 5_000;

/** Requests for presence that one tenant may still have: never more than the limit in any half minute. */
export class PresenceBudget {
  readonly #clock: Clock;
  readonly #limit: number;
  /** When each of the last half minute was taken, the oldest first. */
  readonly #taken: Readonly<Record<Ring, Instant[]>> = { screens: [], near: [], everybody: [] };
  readonly #reserved: Record<Ring, number> = { screens: 0, near: 0, everybody: 0 };
  #pausedUntil: Instant = 0;

  /** @param limit requests in half a minute, at least 1 */
  constructor(clock: Clock, limit: number, spentBefore = 0) {
    this.#clock = clock;
    this.#limit = Math.max(1, limit);
    for (let each = 0; each < spentBefore; each += 1) this.#taken.near.push(clock.now());
  }

  /** Of the last half minute. */
  get spent(): number {
    return rings.reduce((sum, ring) => sum + this.#of(ring).length, 0);
  }

  /** A ring needs so many in half a minute: less urgent ones leave them. */
  reserve(ring: Ring, count: number): void {
    this.#reserved[ring] = Math.ceil(count);
  }

  /** Nobody asks until then: Graph said so. */
  pause(milliseconds: number | undefined): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now() + (milliseconds ?? pauseUnsaid));
  }

  /** Milliseconds until it is worth to look again; 0: one more may be sent now. */
  waitMs(ring: Ring): number {
    const now = this.#clock.now();
    if (this.#pausedUntil > now) return this.#pausedUntil - now;
    const isMoreUrgent = (other: Ring): boolean => rings.indexOf(other) < rings.indexOf(ring);
    const used = rings.reduce((sum, other) => {
      const taken = this.#of(other).length;
      return sum + (isMoreUrgent(other) ? Math.max(taken, this.#reserved[other]) : taken);
    }, 0);
    if (used < this.#limit) return 0;
    const oldest = rings.flatMap((other) => this.#of(other).slice(0, 1));
    return oldest.length === 0 ? budgetSpan : Math.max(1, Math.min(...oldest) + budgetSpan - now);
  }

  /** Resolves when one request is taken; false when it was stopped before. */
  async take(ring: Ring, signal: StopSignal): Promise<boolean> {
    for (;;) {
      if (signal.aborted) return false;
      const wait = this.waitMs(ring);
      if (wait <= 0) {
        this.#taken[ring].push(this.#clock.now());
        return true;
      }
      await sleep(wait, signal, this.#clock);
    }
  }

  #of(ring: Ring): readonly Instant[] {
    const taken = this.#taken[ring];
    const since = this.#clock.now() - budgetSpan;
    while ((taken[0] ?? Number.POSITIVE_INFINITY) <= since) taken.shift();
    return taken;
  }
}
