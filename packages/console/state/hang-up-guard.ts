import type { Cancel, Clock, Instant } from '@switchboard/kit/clock';
import { Cell, type Readable } from '../connection/cell.ts';

/** The first of two presses; the second within the time ends the call. */
export interface HangUpArmed {
  readonly callId: string;
  /** By this console's clock. */
  readonly until: Instant;
}

/** Long enough for a second press that is meant, too short for one that is not about this any more. */
export const hangUpWindow = 3_000;

/** Ending a call takes two presses: the only thing an operator does that cannot be taken back. */
export class HangUpGuard {
  readonly #clock: Clock;
  readonly #armed = new Cell<HangUpArmed | undefined>(undefined);
  #cancel: Cancel = () => {};

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get armed(): Readable<HangUpArmed | undefined> {
    return this.#armed;
  }

  /** True: this was the second press for this call. */
  press(callId: string): boolean {
    const wasArmed = this.#armed.getSnapshot()?.callId === callId;
    this.disarm();
    if (wasArmed) return true;
    this.#armed.set({ callId, until: this.#clock.now() + hangUpWindow });
    this.#cancel = this.#clock.after(hangUpWindow, () => this.disarm());
    return false;
  }

  disarm(): void {
    this.#cancel();
    this.#armed.set(undefined);
  }
}
