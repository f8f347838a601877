import type { LegId, TenantId } from '@switchboard/domain/ids';
import type { LegSnapshot } from '@switchboard/graph/wire/leg-snapshot';
import type { Logger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';
import { findCallByLeg } from '@switchboard/store/reads/calls';
import { findQueueByInstance } from '@switchboard/store/tenants/tenants';
import type { CallHandler } from './calls.ts';

export interface UnknownLegsParts {
  readonly store: Store;
  readonly calls: CallHandler;
  readonly log: Logger;
  /** Ends a leg at Graph. */
  hangUp(tenantId: TenantId, leg: LegId): Promise<void>;
}

/** What is done with legs of which Graph tells and nobody here knows. */
export interface UnknownLegs {
  /** True when all of them are taken care of. */
  take(tenantId: TenantId, legs: readonly LegSnapshot[]): Promise<boolean>;
}

/**
 * A leg that still rings is taken on as a new call: the notice of it was lost. One that is established although no
 * call of ours is about it has a caller whom nobody will ever speak to: it is hung up. Only legs of a resource
 * account that is a queue of this very tenant are touched.
 */
export function createUnknownLegs({ store, calls, log, hangUp }: UnknownLegsParts): UnknownLegs {
  async function takeOne(tenantId: TenantId, snapshot: LegSnapshot): Promise<boolean> {
    const { leg, state, incoming, instanceId } = snapshot;
    if ((await findCallByLeg(store, tenantId, leg)) !== undefined) return true;
    if (incoming !== undefined) {
      log.warn('a call rings of which no notice came: it is taken on', { leg });
      return (await calls.takeIncoming(incoming)).ok;
    }
    if (state !== 'established' || instanceId === undefined) return false;
    if ((await findQueueByInstance(store, tenantId, instanceId)) === undefined) return false;
    log.warn('a leg of a queue is established and no call is about it: it is hung up', { leg });
    await hangUp(tenantId, leg);
    return true;
  }

  return {
    async take(tenantId, legs) {
      let isAll = legs.length > 0;
      for (const snapshot of legs) if (!(await takeOne(tenantId, snapshot))) isAll = false;
      return isAll;
    },
  };
}
