import type { TenantId } from '@switchboard/domain/ids';
import type { Clock, Instant } from '@switchboard/kit/clock';
import { jittered, type Random, steady } from './jitter.ts';
import { type RequestKind, requestKinds } from './request-kind.ts';

/** Pauses when Graph throttles without saying for how long; doubled with each time, up to the longest. */
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

/** A kind of request that Graph does not want from a tenant for now. */
export interface Throttle {
  readonly tenantId: TenantId;
  readonly kind: RequestKind;
  /** When it is one mailbox that gets no more, and not the tenant. */
  readonly mailbox?: string;
  readonly until: Instant;
}

interface Closed extends Throttle {
  /** The pause to double when Graph throttles again without saying for how long. */
  readonly pauseMs: number;
}

/**
 * Who has to wait because Graph said 429, for each tenant and kind of request. A kind that is throttled holds back
 * the less urgent ones of its tenant too, and never the more urgent: calls go before presence, presence before the
 * directory, the directory before calendars, calendars before mail. A mailbox that is throttled holds back nothing but
 * the same kind of request to itself. Shared by all requests of a process.
 */
export class ThrottleGate {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #closed = new Map<string, Closed>();

  constructor(clock: Clock, random: Random = steady) {
    this.#clock = clock;
    this.#random = random;
  }

  /** Milliseconds until a request may be sent; 0 means now. */
  waitMs(tenantId: TenantId, kind: RequestKind, mailbox?: string): number {
    const own = mailbox === undefined ? undefined : this.#closed.get(key(tenantId, kind, mailbox));
    let wait = Math.max(0, (own?.until ?? 0) - this.#clock.now());
    for (const urgent of requestKinds) {
      const until = this.#closed.get(key(tenantId, urgent))?.until ?? 0;
      wait = Math.max(wait, until - this.#clock.now());
      if (urgent === kind) break;
    }
    return wait;
  }

  /** Notes a 429, and returns the pause that is kept: the one asked for, or one of ours that grows. */
  close(tenantId: TenantId, kind: RequestKind, retryAfterMs: number | undefined, mailbox?: string): number {
    const at = key(tenantId, kind, mailbox);
    const before = this.#closed.get(at);
    const pauseMs = Math.min(before === undefined ? firstPauseMs : before.pauseMs * 2, longestPauseMs);
    const kept = retryAfterMs ?? jittered(pauseMs, this.#random);
    const until = Math.max(before?.until ?? 0, this.#clock.now() + kept);
    const whose = mailbox === undefined ? {} : { mailbox };
    this.#closed.set(at, { tenantId, kind, ...whose, until, pauseMs });
    return kept;
  }

  /** Notes that Graph answered otherwise, after a pause is over: the next one begins small again. */
  open(tenantId: TenantId, kind: RequestKind, mailbox?: string): void {
    const at = key(tenantId, kind, mailbox);
    const closed = this.#closed.get(at);
    if (closed !== undefined && closed.until <= this.#clock.now()) this.#closed.delete(at);
  }

  /** What is throttled now, by its own 429 and not by that of a more urgent kind. */
  throttles(): readonly Throttle[] {
    const now = this.#clock.now();
    return [...this.#closed.values()]
      .filter(({ until }) => until > now)
      .map(({ tenantId, kind, mailbox, until }) => ({
        tenantId,
        kind,
        ...(mailbox === undefined ? {} : { mailbox }),
        until,
      }));
  }
}

const key = (tenantId: TenantId, kind: RequestKind, mailbox?: string): string =>
  mailbox === undefined ? `${tenantId} ${kind}` : `${tenantId} ${kind} ${mailbox}`;
