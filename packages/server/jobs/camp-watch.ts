import { isFree } from '@switchboard/domain/directory/presence';
import { type CallId, personId, type TenantId } from '@switchboard/domain/ids';
import type { Clock, Instant } from '@switchboard/kit/clock';
import { asError, type Service, type StopSignal } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import { Wake } from '@switchboard/kit/wake';
import type { Store } from '@switchboard/store/access/store';
import { type CampedCall, readCampedCalls } from '@switchboard/store/reads/distribution';
import type { CallHandler } from '../handle/calls.ts';
import type { PresenceOf } from '../present/presence-of.ts';
import { byTenant } from './by-tenant.ts';

export interface CampWatchParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly calls: CallHandler;
  readonly presenceOf: PresenceOf;
  /** Whether this server polls the presence of the tenant: no other looks. */
  readonly isOurs: (tenantId: TenantId) => boolean;
  readonly log: Logger;
}

export interface CampWatch extends Service {
  /** Presences of a tenant have changed; undefined: of anybody. */
  ring(tenantId: TenantId | undefined): void;
}

/** Calls that wait for somebody are looked at this often, in milliseconds; their presence is read as often. */
const lookEvery = 2_000;

/** Tells the calls that are camped on somebody when that person is free. */
export function createCampWatch(parts: CampWatchParts): CampWatch {
  const { store, clock, calls, presenceOf, isOurs, log } = parts;
  const wake = new Wake();
  /** When a call was first seen to wait: what was said of its target before is not about now. */
  let waitingSince = new Map<CallId, Instant>();
  let tenants = new Set<TenantId>();

  async function lookAt(tenantId: TenantId, camped: readonly CampedCall[]): Promise<void> {
    const targets = [...new Set(camped.map(({ targetId }) => personId(targetId)))];
    const known = await presenceOf(tenantId, targets);
    for (const { callId, targetId } of camped) {
      const view = known.get(personId(targetId));
      const since = waitingSince.get(callId);
      if (view === undefined || since === undefined || view.asOf < since || !isFree(view)) continue;
      await calls.takeFact(tenantId, { type: 'targetFreed', personId: targetId }, { callId });
    }
  }

  async function round(): Promise<void> {
    const now = clock.now();
    const camped = (await readCampedCalls(store)).filter(({ tenantId }) => isOurs(tenantId));
    waitingSince = new Map(camped.map(({ callId }) => [callId, waitingSince.get(callId) ?? now]));
    tenants = new Set(camped.map(({ tenantId }) => tenantId));
    await Promise.all(
      [...byTenant(camped)].map(async ([tenantId, ofTenant]) => {
        try {
          await lookAt(tenantId, ofTenant);
        } catch (error) {
          log.warn('camped calls could not be looked at', { tenant: tenantId, error: asError(error) });
        }
      }),
    );
  }

  return {
    name: 'camp watch',
    ring(tenantId) {
      if (tenantId === undefined || tenants.has(tenantId)) wake.ring();
    },
    async run(signal: StopSignal) {
      signal.addEventListener('abort', () => wake.ring(), { once: true });
      while (!signal.aborted) {
        await round();
        await wake.waitAtMost(lookEvery, clock);
      }
    },
  };
}
