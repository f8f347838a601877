import type { PresenceView } from '@switchboard/contract/views/presence-view';
import type { PersonId, TenantId } from '@switchboard/domain/ids';

/**
 * What this server knows of the presence of people at this moment, without asking anybody. Whoever is not in the answer is
 * not known.
 */
export type PresenceOf = (
  tenantId: TenantId,
  ids: readonly PersonId[],
) => ReadonlyMap<PersonId, PresenceView>;
