import type { Clock, Instant } from '@switchboard/kit/clock';

interface Entry<T> {
  readonly value: T;
  readonly expiresAt: Instant;
}

/** Values that are forgotten after their time. Stale ones are swept out as new ones come in. */
export class ExpiringMap<T> {
  readonly #clock: Clock;
  readonly #life: number;
  readonly #entries = new Map<string, Entry<T>>();

  /** @param life milliseconds from `set` until the value is gone */
  constructor(clock: Clock, life: number) {
    this.#clock = clock;
    this.#life = life;
  }

  set(key: string, value: T): void {
    const now = this.#clock.now();
    // All lives are equal and a Map keeps its order, so the stale ones are at the front.
    for (const [oldKey, entry] of this.#entries) {
      if (entry.expiresAt > now) break;
      this.#entries.delete(oldKey);
    }
    this.#entries.delete(key);
    this.#entries.set(key, { value, expiresAt: now + this.#life });
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    return entry !== undefined && entry.expiresAt > this.#clock.now() ? entry.value : undefined;
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
