import type { TenantId } from '@switchboard/domain/ids';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../access/tables.ts';

/** A transaction in which nobody else changes the tenant's people. */
export type PeopleWork = Transaction<Tables>;

/**
 * Waits until nobody else changes people of the tenant, and gives the number of their last change. Numbers are thereby
 * in the order of commits: who copies what is above a number misses nothing. Rows of `directory_streams` are taken
 * before this, rows of `people` behind it.
 *
 * @param taken numbers that are taken at once: the last of them is given
 */
export async function holdChanges(tx: PeopleWork, tenantId: TenantId, taken: 0 | 1 = 0): Promise<number> {
  const { rows } = await sql<{ last_change: number }>`
    INSERT INTO directories (tenant_id, last_change) VALUES (${tenantId}, ${taken})
    ON CONFLICT (tenant_id) DO UPDATE SET last_change = directories.last_change + excluded.last_change
    RETURNING last_change`.execute(tx);
  return rows[0]?.last_change ?? 0;
}

/** Says what the last change is now. */
export async function noteLastChange(tx: PeopleWork, tenantId: TenantId, change: number): Promise<void> {
  await tx
    .updateTable('directories')
    .set({ last_change: change })
    .where('tenant_id', '=', tenantId)
    .where('last_change', '<', change)
    .execute();
}
