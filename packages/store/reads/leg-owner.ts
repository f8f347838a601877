import type { LegId, TenantId } from '@switchboard/domain/ids';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';

/**
 * Whose a leg is. `live`: of a call that goes on. `ending`: of one that has ended, and Graph is still to be asked for
 * something about it. `ended`: of one with which we are done. `unknown`: of no call that was ever here.
 */
export type LegOwner = 'live' | 'ending' | 'ended' | 'unknown';

export async function findLegOwner(store: Store, tenantId: TenantId, leg: LegId): Promise<LegOwner> {
  const { rows } = await sql<{ is_live: boolean; is_pending: boolean }>`
    SELECT c.ended_at IS NULL AS is_live,
      EXISTS (SELECT FROM effects e WHERE e.tenant_id = l.tenant_id AND e.call_id = l.call_id
        AND e.status = 'pending') AS is_pending
    FROM legs l JOIN calls c USING (tenant_id, call_id)
    WHERE l.tenant_id = ${tenantId} AND l.leg_id = ${leg}`.execute(store);
  const row = rows[0];
  if (row === undefined) return 'unknown';
  if (row.is_live) return 'live';
  return row.is_pending ? 'ending' : 'ended';
}
