import type { Cancel, Clock, Instant } from '@switchboard/kit/clock';
import type { Readable } from '../connection/cell.ts';

/** Seconds are what ages are shown in. */
const tick = 1_000;

/** The server's time, once a second, as long as somebody watches. */
export class Ticker implements Readable<Instant> {
  readonly #clock: Clock;
  readonly #serverNow: () => Instant;
  readonly #listeners = new Set<() => void>();
  #now: Instant;
  #cancel: Cancel = () => {};

  constructor(clock: Clock, serverNow: () => Instant) {
    this.#clock = clock;
    this.#serverNow = serverNow;
    this.#now = serverNow();
  }

  readonly getSnapshot = (): Instant => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#run();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#cancel();
    };
  };

  /** A message has come: what it says is not shown with the time before it. */
  refresh(): void {
    this.#now = this.#serverNow();
    for (const listener of Array.from(this.#listeners)) listener();
  }

  #run(): void {
    this.#cancel();
    this.#cancel = this.#clock.after(tick, () => {
      this.refresh();
      if (this.#listeners.size > 0) this.#run();
    });
  }
}
