import type { Clock, Instant } from '@switchboard/kit/clock';

interface Kept<T> {
  readonly value: Promise<T>;
  readonly until: Instant;
}

/**
 * What was worked out lately, by name: whoever asks for the same meanwhile gets the same. Of too many the one made first
 * goes. What fails is not kept.
 */
export class ExpiringCache<T> {
  readonly #clock: Clock;
  readonly #keptFor: number;
  readonly #most: number;
  readonly #kept = new Map<string, Kept<T>>();

  constructor(clock: Clock, { keptFor, most }: { readonly keptFor: number; readonly most: number }) {
    this.#clock = clock;
    this.#keptFor = keptFor;
    this.#most = most;
  }

  get(name: string, make: () => Promise<T>): Promise<T> {
    const now = this.#clock.now();
    const known = this.#kept.get(name);
    if (known !== undefined && known.until > now) return known.value;
    const value = make();
    this.#kept.delete(name);
    this.#kept.set(name, { value, until: now + this.#keptFor });
    const [first] = this.#kept.keys();
    if (this.#kept.size > this.#most && first !== undefined) this.#kept.delete(first);
    value.catch(() => {
      if (this.#kept.get(name)?.value === value) this.#kept.delete(name);
    });
    return value;
  }
}
