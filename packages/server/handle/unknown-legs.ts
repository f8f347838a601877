import type { LegId, TenantId } from '@switchboard/domain/ids';
import type { LegSnapshot } from '@switchboard/graph/wire/leg-snapshot';
import type { Logger } from '@switchboard/kit/logger';
import type { Store } from '@switchboard/store/access/store';
import { findCallByLeg } from '@switchboard/store/reads/calls';
import { findQueueByInstance } from '@switchboard/store/tenants/tenants';

export interface UnknownLegsParts {
  readonly store: Store;
  readonly log: Logger;
  /** Ends a leg at Graph. */
  hangUp(tenantId: TenantId, leg: LegId): Promise<void>;
}

/** What is done with legs of which Graph tells and nobody here knows. */
export interface UnknownLegs {
  /** Whether any of them was taken care of. */
  take(tenantId: TenantId, legs: readonly LegSnapshot[]): Promise<boolean>;
}

/**
 * A leg that still rings is a new call, whatever its notice is called: that is a fact like any other. One that is
 * established although no call of ours is about it has a caller whom nobody will ever speak to: it is hung up, if it
 * is a leg of a resource account that is a queue of this very tenant. All else is left alone.
 */
export function createUnknownLegs({ store, log, hangUp }: UnknownLegsParts): UnknownLegs {
  async function isOrphan(tenantId: TenantId, { leg, state, instanceId }: LegSnapshot): Promise<boolean> {
    if (state !== 'established' || instanceId === undefined) return false;
    if ((await findCallByLeg(store, tenantId, leg)) !== undefined) return false;
    return (await findQueueByInstance(store, tenantId, instanceId)) !== undefined;
  }

  return {
    async take(tenantId, legs) {
      let isAny = false;
      for (const snapshot of legs) {
        if (!(await isOrphan(tenantId, snapshot))) continue;
        isAny = true;
        log.warn('a leg of a queue is established and no call is about it: it is hung up', {
          leg: snapshot.leg,
        });
        await hangUp(tenantId, snapshot.leg);
      }
      return isAny;
    },
  };
}
