import type { Cancel, Clock, Instant } from '@switchboard/kit/clock';
import { Cell, type Readable } from '../connection/cell.ts';

/** The first of two presses; the second within the time does it. */
export interface TwoStepArmed {
  /** What is about to be done, and to whom: `hangUp call-1`. */
  readonly what: string;
  readonly callId: string | undefined;
  /** By this console's clock. */
  readonly until: Instant;
}

/** Long enough for a second press that is meant, too short for one that is not about this any more. */
export const twoStepWindow = 3_000;

/** What cannot be taken back takes two presses. One thing at a time is armed. */
export class TwoStepGuard {
  readonly #clock: Clock;
  readonly #armed = new Cell<TwoStepArmed | undefined>(undefined);
  #cancel: Cancel = () => {};

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get armed(): Readable<TwoStepArmed | undefined> {
    return this.#armed;
  }

  /** True: this was the second press for the same thing. `callId`: the call it belongs to. */
  press(what: string, callId?: string): boolean {
    const wasArmed = this.#armed.getSnapshot()?.what === what;
    this.disarm();
    if (wasArmed) return true;
    this.#armed.set({ what, callId, until: this.#clock.now() + twoStepWindow });
    this.#cancel = this.#clock.after(twoStepWindow, () => this.disarm());
    return false;
  }

  disarm(): void {
    this.#cancel();
    this.#armed.set(undefined);
  }
}

/** The names of what takes two presses. */
export const twoStep = {
  hangUp: (callId: string): string => `hangUp ${callId}`,
  takeOut: (callId: string, participantId: string): string => `drop ${callId} ${participantId}`,
  removeContact: (personId: string): string => `removeSharedContact ${personId}`,
  emergency: (queueId: string): string => `emergency ${queueId}`,
};
