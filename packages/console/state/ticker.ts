import type { Cancel, Clock, Instant } from '@switchboard/kit/clock';
import type { Readable } from '../connection/cell.ts';

const minute = 60_000;
/** Past the full minute: what ends there is over then, also where two clocks differ a little. */
const after = 200;

/** Milliseconds from a moment to the next tick. */
type Pace = (now: Instant) => number;

/** Seconds are what ages are shown in. */
export const eachSecond: Pace = () => 1_000;
export const eachMinute: Pace = (now) => minute - (now % minute) + after;

/** The server's time, at its pace, as long as somebody watches. */
export class Ticker implements Readable<Instant> {
  readonly #clock: Clock;
  readonly #serverNow: () => Instant;
  readonly #pace: Pace;
  readonly #listeners = new Set<() => void>();
  #now: Instant;
  #cancel: Cancel = () => {};

  constructor(clock: Clock, serverNow: () => Instant, pace: Pace) {
    this.#clock = clock;
    this.#serverNow = serverNow;
    this.#pace = pace;
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
    this.#cancel = this.#clock.after(this.#pace(this.#serverNow()), () => {
      this.refresh();
      if (this.#listeners.size > 0) this.#run();
    });
  }
}
