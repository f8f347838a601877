import type { TenantId } from '@switchboard/domain/ids';
import type { Clock, Instant } from '@switchboard/kit/clock';

/** What an answer of the directory says of its cost (https://learn.microsoft.com/graph/throttling-limits, read 2026-11-23). */
export interface ResourceUse {
  /** Resource units that the request cost. */
  readonly units?: number;
  /** Used of what the tenant has in ten seconds: 0.8 and above, said from 0.8 on. */
  readonly share?: number;
}

export function resourceUse(headers: Headers): ResourceUse {
  const units = numberIn(headers.get('x-ms-resource-unit'));
  const share = numberIn(headers.get('x-ms-throttle-limit-percentage'));
  return { ...(units === undefined ? {} : { units }), ...(share === undefined ? {} : { share }) };
}

function numberIn(header: string | null): number | undefined {
  const value = header?.trim() ?? '';
  return /^\d{1,6}(?:\.\d{1,6})?$/.test(value) ? Number(value) : undefined;
}

/** Below it nobody slows down; Graph says nothing there. */
const slowFrom = 0.8;
/** From here on everybody does: the next request may be the one that is refused. */
const slowAllFrom = 1;
/** The bucket is filled again within ten seconds. At 0.8 of it a pause of half a second, at 1.8 the longest. */
const pausePerShareMs = 3_000;
/** Shorter than a `safe` request waits for a throttled service, so that slowing down never refuses one. */
const longestPauseMs = 4_000;

interface Slowed {
  readonly until: Instant;
  readonly all: boolean;
}

/**
 * Slows the directory down before Graph refuses: after each answer that says how much is used, the next request of
 * low priority waits, and from the limit on the others too. Shared by all requests of a process.
 */
export class ResourcePace {
  readonly #clock: Clock;
  readonly #slowed = new Map<TenantId, Slowed>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes an answer, and returns the pause that it brings. An answer that says nothing ends the slowness. */
  note(tenantId: TenantId, { share }: ResourceUse): number {
    if (share === undefined || share < slowFrom) {
      this.#slowed.delete(tenantId);
      return 0;
    }
    const pauseMs = Math.min(Math.round(500 + (share - slowFrom) * pausePerShareMs), longestPauseMs);
    this.#slowed.set(tenantId, { until: this.#clock.now() + pauseMs, all: share >= slowAllFrom });
    return pauseMs;
  }

  /** Milliseconds until a request may be sent; 0 means now. */
  waitMs(tenantId: TenantId, priority: 'low' | 'high' | undefined): number {
    const slowed = this.#slowed.get(tenantId);
    if (slowed === undefined || (priority !== 'low' && !slowed.all)) return 0;
    return Math.max(0, slowed.until - this.#clock.now());
  }
}
