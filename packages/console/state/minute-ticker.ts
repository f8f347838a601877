import type { Cancel, Clock, Instant } from '@switchboard/kit/clock';
import type { Readable } from '../connection/cell.ts';

const minute = 60_000;
/** Past the full minute: what ends there is over then, also where two clocks differ a little. */
const after = 200;

/** The server's time, with every full minute, as long as somebody watches. */
export class MinuteTicker implements Readable<Instant> {
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

  /** Something was heard: it is not shown with the time before it. */
  refresh(): void {
    this.#now = this.#serverNow();
    for (const listener of Array.from(this.#listeners)) listener();
  }

  #run(): void {
    this.#cancel();
    const left = minute - (this.#serverNow() % minute) + after;
    this.#cancel = this.#clock.after(left, () => {
      this.refresh();
      if (this.#listeners.size > 0) this.#run();
    });
  }
}
