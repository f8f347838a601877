import type { PresenceView } from '@switchboard/contract/views/presence-view';
import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import type { Store } from '@switchboard/store/access/store';
import { readAgedPresences } from '@switchboard/store/presence/presences';
import { presentPresence, promisedFor } from './present-presence.ts';

/** The newest known presence of these people with its age; of whom nothing is known, nothing. Asks nobody. */
export type PresenceOf = (
  tenantId: TenantId,
  personIds: readonly PersonId[],
) => Promise<ReadonlyMap<PersonId, PresenceView>>;

export const createPresenceOf =
  (store: Store, clock: Clock): PresenceOf =>
  async (tenantId, personIds) => {
    const now = clock.now();
    const known = await readAgedPresences(store, tenantId, personIds);
    return new Map(
      known.map((presence) => {
        const { personId, confirmedAt: asOf, ring } = presence;
        return [personId, presentPresence(presence, { asOf, promise: promisedFor[ring], now })];
      }),
    );
  };
