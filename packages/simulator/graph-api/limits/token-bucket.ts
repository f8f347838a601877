import type { Instant } from '@switchboard/kit/clock';

/** So many units in so long a window; what was used comes back evenly. */
export class TokenBucket {
  readonly #windowMs: number;
  #used = 0;
  #at: Instant;

  constructor(windowMs: number, now: Instant) {
    this.#windowMs = windowMs;
    this.#at = now;
  }

  /** The share in use, 1 when full. @param limit may be another each time: settings change */
  share(limit: number, now: Instant): number {
    this.#drain(limit, now);
    return this.#used / limit;
  }

  take(units: number): void {
    this.#used += units;
  }

  /** Milliseconds until so many units can be taken. */
  waitFor(units: number, limit: number): number {
    const over = this.#used + units - limit;
    return over <= 0 ? 0 : Math.ceil((over / limit) * this.#windowMs);
  }

  #drain(limit: number, now: Instant): void {
    const back = (Math.max(0, now - this.#at) / this.#windowMs) * limit;
    this.#used = Math.max(0, this.#used - back);
    this.#at = now;
  }
}
