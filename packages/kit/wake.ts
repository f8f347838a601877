import type { Clock } from './clock.ts';

/**
 * A door bell: any number of rings while the sleeper is busy count as one, and none is lost.
 * Holds no data; whoever wakes looks for the work itself.
 */
export class Wake {
  #rung = false;
  #waiting: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#waiting?.();
  }

  /** Resolves at the next ring, or after a time without one: then the bell has rung by itself. */
  async waitAtMost(milliseconds: number, clock: Clock): Promise<void> {
    const cancel = clock.after(milliseconds, () => this.ring());
    await this.wait();
    cancel();
  }

  /** Resolves at the next ring, or at once if it has rung since the last wait. */
  wait(): Promise<void> {
    if (this.#rung) {
      this.#rung = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      this.#waiting = () => {
        this.#waiting = undefined;
        this.#rung = false;
        resolve();
      };
    });
  }
}
