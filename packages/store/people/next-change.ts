import type { TenantId } from '@switchboard/domain/ids';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../access/tables.ts';

/**
 * Takes the tenant's next number of a change of people, for whatever this transaction changes, and rings the bell with its
 * commit. The counter stays locked until then: numbers appear in the order of commits, so whoever reads what is above their
 * own number misses nothing. It is taken before any row of people, by all.
 */
export async function nextChange(tx: Transaction<Tables>, tenantId: TenantId): Promise<number> {
  const { rows } = await sql<{ change: number }>`
    WITH counter AS (
      INSERT INTO directories (tenant_id, last_change) VALUES (${tenantId}, 1)
      ON CONFLICT (tenant_id) DO UPDATE SET last_change = directories.last_change + 1
      RETURNING last_change
    )
    SELECT last_change AS change, pg_notify('switchboard', ${tenantId}) FROM counter`.execute(tx);
  return rows[0]?.change ?? 0;
}
