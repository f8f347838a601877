import type { TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../access/tables.ts';
import { toJson } from '../access/to-json.ts';
import type { DeskEvent } from './desk-event.ts';

/**
 * Takes the tenant's counter for this transaction. Whoever changes an operator, queue or call back takes it first, as
 * the commit of a call does: so no two wait for each other.
 */
export async function holdCounter(tx: Transaction<Tables>, tenantId: TenantId): Promise<void> {
  await sql`SELECT FROM tenants WHERE tenant_id = ${tenantId} FOR NO KEY UPDATE`.execute(tx);
}

/** Records what happened at the desk with the tenant's next number, and rings the bell. */
export async function writeDeskEvent(
  tx: Transaction<Tables>,
  tenantId: TenantId,
  event: DeskEvent,
  now: Instant,
): Promise<void> {
  await sql`
    WITH counter AS (
      UPDATE tenants SET last_seq = last_seq + 1 WHERE tenant_id = ${tenantId} RETURNING last_seq
    ), history AS (
      INSERT INTO events (tenant_id, seq, subject, at, type, data)
      SELECT ${tenantId}, last_seq, ${event.subject}, ${now}, ${event.type}, ${toJson(event)}::jsonb FROM counter
    )
    SELECT pg_notify('switchboard', ${tenantId}) FROM counter`.execute(tx);
}
