import type { TenantId } from '@switchboard/domain/ids';
import { sql } from 'kysely';
import { holdChanges, type PeopleWork } from '../directory/hold-changes.ts';

/**
 * Takes the tenant's next number of a change of people, for whatever this transaction changes, and rings the bell with its
 * commit. It is taken before any row of people, by all.
 */
export async function nextChange(tx: PeopleWork, tenantId: TenantId): Promise<number> {
  const change = await holdChanges(tx, tenantId, 1);
  await sql`SELECT pg_notify('switchboard', ${tenantId})`.execute(tx);
  return change;
}
