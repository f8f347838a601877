import type { TenantId } from '@switchboard/domain/ids';
import type { Clock, Instant } from '@switchboard/kit/clock';

/** What a request is for, the most urgent first. */
export const requestKinds = ['call', 'presence', 'directory', 'other'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** Pauses when Graph throttles without saying for how long; doubled with each time, up to the longest. */
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

interface Closed {
  readonly until: Instant;
  readonly pauseMs: number;
}

/**
 * Who has to wait because Graph said 429, for each tenant and kind of request. A kind that is throttled holds back
 * the less urgent ones of its tenant too, and never the more urgent: calls go before presence, presence before the
 * directory. Shared by all requests of a process.
 */
export class ThrottleGate {
  readonly #clock: Clock;
  readonly #closed = new Map<string, Closed>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Milliseconds until a request may be sent; 0 means now. */
  waitMs(tenantId: TenantId, kind: RequestKind): number {
    let wait = 0;
    for (const urgent of requestKinds) {
      const until = this.#closed.get(key(tenantId, urgent))?.until ?? 0;
      wait = Math.max(wait, until - this.#clock.now());
      if (urgent === kind) break;
    }
    return wait;
  }

  /** Notes a 429, and returns the pause that is kept: the one asked for, or one of ours that grows. */
  close(tenantId: TenantId, kind: RequestKind, retryAfterMs: number | undefined): number {
    const before = this.#closed.get(key(tenantId, kind));
    const pauseMs = Math.min(before === undefined ? firstPauseMs : before.pauseMs * 2, longestPauseMs);
    const kept = retryAfterMs ?? pauseMs;
    const until = Math.max(before?.until ?? 0, this.#clock.now() + kept);
    this.#closed.set(key(tenantId, kind), { until, pauseMs });
    return kept;
  }

  /** Notes that Graph answered otherwise, after a pause is over: the next one begins small again. */
  open(tenantId: TenantId, kind: RequestKind): void {
    const closed = this.#closed.get(key(tenantId, kind));
    if (closed !== undefined && closed.until <= this.#clock.now()) this.#closed.delete(key(tenantId, kind));
  }
}

const key = (tenantId: TenantId, kind: RequestKind): string => `${tenantId} ${kind}`;
