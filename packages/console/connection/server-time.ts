import type { Clock, Instant } from '@switchboard/kit/clock';

/** Less than this the readings differ by the time a message is under way; more, and somebody set a clock. */
const travelTime = 500;

/** The server's clock, as far as this console can tell: the shortest journey of a message is the truest reading. */
export class ServerTime {
  readonly #clock: Clock;
  #ahead = 0;
  #known = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(): Instant {
    return this.#clock.now() + this.#ahead;
  }

  /** Takes the server's time out of a message that has just arrived. */
  heard(serverNow: Instant): void {
    const reading = serverNow - this.#clock.now();
    const isLater = this.#known && reading < this.#ahead && this.#ahead - reading < travelTime;
    if (!isLater) this.#ahead = reading;
    this.#known = true;
  }
}
