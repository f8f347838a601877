import type { TenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import { asError, type Service, type StopSignal, sleep } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';
import { withTurn } from '@switchboard/store/feed/with-turn';
import { type CampedCall, readCampedCalls } from '@switchboard/store/reads/distribution';
import type { CallHandler } from '../handle/calls.ts';
import { byTenant } from './by-tenant.ts';
import type { ReadPresences } from './presence-ring.ts';

export interface CampWatchParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly calls: CallHandler;
  readonly readPresences: ReadPresences;
  readonly log: Logger;
}

/** While a call waits for somebody, their presence is read this often, in milliseconds. */
const lookEvery = 2_000;

/** Availabilities of somebody who can be rung; who is away is no longer busy, but would not answer. */
const free: ReadonlySet<string> = new Set(['Available', 'AvailableIdle']);

/** Reads the presence of those whom a call is camped on, and tells the call when they are free. */
export function createCampWatch(parts: CampWatchParts): Service {
  const { store, clock, calls, readPresences, log } = parts;

  async function lookAt(tenantId: TenantId, camped: readonly CampedCall[]): Promise<void> {
    const targets = [...new Set(camped.map(({ targetId }) => targetId))];
    const readings = await readPresences(tenantId, targets);
    const freed = new Set(
      readings.filter(({ availability }) => free.has(availability)).map(({ personId }) => personId),
    );
    for (const { callId, targetId } of camped) {
      if (freed.has(targetId))
        await calls.takeFact(tenantId, { type: 'targetFreed', personId: targetId }, { callId });
    }
  }

  async function round(): Promise<void> {
    for (const [tenantId, camped] of byTenant(await readCampedCalls(store))) {
      try {
        await withTurn(store, `camping of ${tenantId}`, () => lookAt(tenantId, camped));
      } catch (error) {
        log.warn('presence could not be read', { tenant: tenantId, error: asError(error) });
      }
    }
  }

  return {
    name: 'camp watch',
    async run(signal: StopSignal) {
      while (!signal.aborted) {
        await round();
        await sleep(lookEvery, signal, clock);
      }
    },
  };
}
