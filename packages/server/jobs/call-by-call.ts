import type { CallId, TenantId } from '@switchboard/domain/ids';
import type { Clock, Instant } from '@switchboard/kit/clock';
import { asError } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';

interface CallRef {
  readonly tenantId: TenantId;
  readonly callId: CallId;
}

/** A call that failed is left alone for so long, in milliseconds; doubled each time it fails again. */
const firstPause = 1_000;
const longestPause = 60_000;

/**
 * Works on one call after another. One that fails, by a defect of ours or a row that cannot be read, is logged and left
 * alone for a while: no other call waits for it.
 */
export class CallByCall {
  readonly #what: string;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #failed = new Map<CallId, { readonly until: Instant; readonly pause: number }>();

  constructor(what: string, clock: Clock, log: Logger) {
    this.#what = what;
    this.#clock = clock;
    this.#log = log;
  }

  /** How many calls are left alone now. */
  get leftAlone(): number {
    return this.#failed.size;
  }

  /** Returns whether it was worked on and did not fail. */
  async work(ref: CallRef, work: () => Promise<unknown>): Promise<boolean> {
    const before = this.#failed.get(ref.callId);
    if (before !== undefined && before.until > this.#clock.now()) return false;
    try {
      await work();
      this.#failed.delete(ref.callId);
      return true;
    } catch (error) {
      const pause = Math.min((before?.pause ?? firstPause / 2) * 2, longestPause);
      this.#failed.set(ref.callId, { until: this.#clock.now() + pause, pause });
      this.#log.error('a call could not be worked on, others go on', {
        what: this.#what,
        call: ref.callId,
        error: asError(error),
        pause,
      });
      return false;
    }
  }
}
