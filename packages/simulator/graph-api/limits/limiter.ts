import type { World } from '../../world/world.ts';
import type { GraphRequest, GraphRoute, Service } from '../wire/graph-request.ts';
import { type GraphReply, refuse } from '../wire/reply.ts';
import { costOf, unitsFor } from './resource-units.ts';
import { TokenBucket } from './token-bucket.ts';

/** Requests in so long a time, from Microsoft's page of limits (https://learn.microsoft.com/graph/throttling-limits, read 2026-11-23). */
const windows: Readonly<Record<Service, { readonly windowMs: number; readonly limit: number }>> = {
  directory: { windowMs: 10_000, limit: 0 },
  presence: { windowMs: 30_000, limit: 1_500 },
  outlook: { windowMs: 600_000, limit: 10_000 },
  subscriptions: { windowMs: 20_000, limit: 5_000 },
};
/** Requests of one application to one mailbox at the same time. */
const mailboxConcurrency = 4;
/** From this share on answers tell how near the limit is. */
const tellFrom = 0.8;
/** Nobody states how long Outlook asks to wait for another request to end; clients report a few seconds. */
const concurrencyRetrySeconds = 2;

interface Admission {
  readonly headers: Readonly<Record<string, string>>;
  /** To be called when the request is over. */
  readonly leave: () => void;
}

export type Entry = { readonly refusal: GraphReply } | Admission;

const nothing: Admission = { headers: {}, leave: () => undefined };

/** Microsoft's documented limits, as far as a tenant's own applications can reach them. */
export class Limiter {
  readonly #world: World;
  readonly #buckets = new Map<string, TokenBucket>();
  readonly #inMailbox = new Map<string, number>();

  constructor(world: World) {
    this.#world = world;
  }

  enter(route: GraphRoute, request: GraphRequest): Entry {
    const service = route.service ?? (route.units === undefined ? undefined : 'directory');
    const { limitFactor } = this.#world.settings;
    if (service === undefined) return nothing;
    const units = route.units === undefined ? 1 : costOf(route.units, request);
    const cost = service === 'directory' ? { 'x-ms-resource-unit': String(units) } : {};
    if (limitFactor === 0) return { ...nothing, headers: cost };
    const key = this.#keyOf(service, request);
    const limit = Math.max(1, this.#limitOf(service) * limitFactor);
    const bucket = this.#bucket(key, service);
    const share = bucket.share(limit, this.#world.clock.now());
    const waitMs = bucket.waitFor(units, limit);
    if (waitMs > 0) return { refusal: this.#tooMany(service, request, Math.ceil(waitMs / 1_000), share) };
    bucket.take(units);
    if (service === 'outlook') return this.#enterMailbox(key);
    const near = share >= tellFrom ? { 'x-ms-throttle-limit-percentage': share.toFixed(1) } : {};
    return { headers: service === 'directory' ? { ...cost, ...near } : {}, leave: nothing.leave };
  }

  #enterMailbox(key: string): Entry {
    const inside = this.#inMailbox.get(key) ?? 0;
    if (inside >= mailboxConcurrency) {
      return {
        refusal: refuse(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
          'retry-after': String(concurrencyRetrySeconds),
        }),
      };
    }
    this.#inMailbox.set(key, inside + 1);
    const leave = (): void => {
      const left = (this.#inMailbox.get(key) ?? 1) - 1;
      if (left === 0) this.#inMailbox.delete(key);
      else this.#inMailbox.set(key, left);
    };
    return { headers: {}, leave };
  }

  #limitOf(service: Service): number {
    return service === 'directory' ? unitsFor(this.#world.directory.end) : windows[service].limit;
  }

  /** A mailbox's own limits are those of the user in the path, else of whoever is signed in. */
  #keyOf(service: Service, { token, params }: GraphRequest): string {
    const own = `${service} ${token.applicationId} ${token.tenantId}`;
    if (service !== 'outlook') return own;
    const named = params.id ?? token.userId ?? '';
    return `${own} ${this.#world.directory.find(named)?.id ?? named}`;
  }

  #bucket(key: string, service: Service): TokenBucket {
    const known = this.#buckets.get(key);
    if (known) return known;
    const made = new TokenBucket(windows[service].windowMs, this.#world.clock.now());
    this.#buckets.set(key, made);
    return made;
  }

  #tooMany(service: Service, { token }: GraphRequest, seconds: number, share: number): GraphReply {
    const wait = { 'retry-after': String(Math.max(1, seconds)) };
    this.#world.log.add('limit', `${service}: 429, to be tried again in ${seconds} s`);
    if (service === 'outlook') {
      return refuse(429, 'ApplicationThrottled', 'Application is over its request limit.', wait);
    }
    const directory = {
      'x-ms-throttle-information': 'ResourceUnitLimitExceeded',
      'x-ms-throttle-limit-percentage': Math.min(1.8, Math.max(1, share)).toFixed(1),
    };
    return refuse(429, 'TooManyRequests', 'Please retry again later.', {
      ...wait,
      'x-ms-throttle-scope': `Tenant_Application/ReadWrite/${token.applicationId}/${token.tenantId}`,
      ...(service === 'directory' ? directory : {}),
    });
  }
}
