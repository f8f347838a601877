import type { Clock, Instant } from '@switchboard/kit/clock';

export interface ShortMemoryOptions {
  readonly clock: Clock;
  /** How long something is remembered, in milliseconds. */
  readonly lifetime: number;
  /** As many at most; what was remembered first makes room. */
  readonly most: number;
}

/** Remembers things for a short time, in this process alone. */
export class ShortMemory<T> {
  readonly #options: ShortMemoryOptions;
  readonly #kept = new Map<string, { readonly value: T; readonly until: Instant }>();

  constructor(options: ShortMemoryOptions) {
    this.#options = options;
  }

  recall(key: string): T | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined || kept.until > this.#options.clock.now()) return kept?.value;
    this.#kept.delete(key);
    return undefined;
  }

  remember(key: string, value: T): void {
    const { clock, lifetime, most } = this.#options;
    this.#kept.delete(key);
    this.#kept.set(key, { value, until: clock.now() + lifetime });
    const [first] = this.#kept.keys();
    if (this.#kept.size > most && first !== undefined) this.#kept.delete(first);
  }
}
