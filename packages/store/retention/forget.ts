import type { TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../access/store.ts';

/** A call has some fifty events: as many calls hold nobody up. */
const callsAtOnce = 50;
const rowsAtOnce = 1_000;

/**
 * Deletes a little of what is older than `until`: calls that ended before it, with their legs, events, effects and their
 * place in the history; what happened at the desk; promises that were kept, and lost calls whether anybody called back or
 * not; messages to colleagues. A call that is not over stays whole, however old. Returns whether there may be more.
 */
export async function forgetSome(store: Store, tenantId: TenantId, until: Instant): Promise<boolean> {
  const calls = await forgetCalls(store, tenantId, until);
  const deskEvents = await forgetDeskEvents(store, tenantId, until);
  const callBacks = await forgetCallBacks(store, tenantId, until);
  const messages = await forgetMessages(store, tenantId, until);
  return calls >= callsAtOnce || [deskEvents, callBacks, messages].some((count) => count >= rowsAtOnce);
}

/** How far back the history still reaches, in the statement that cuts it: no reader sees the one without the other. */
const remember = (tenantId: TenantId): RawBuilder<unknown> => sql`remembered AS (
    UPDATE tenants SET forgotten_seq = greatest(forgotten_seq, (SELECT max(seq) FROM gone))
    WHERE tenant_id = ${tenantId} AND EXISTS (SELECT FROM gone)
  )`;

/** Calls' rows are taken before the tenant's, as everywhere. Whoever is at one of them has it until next time. */
async function forgetCalls(store: Store, tenantId: TenantId, until: Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    WITH old AS MATERIALIZED (
      SELECT call_id, data FROM calls WHERE tenant_id = ${tenantId}
        AND ended_at IS NOT NULL AND arrived_at < ${until}::bigint AND ended_at < ${until}::bigint
      ORDER BY arrived_at LIMIT ${callsAtOnce} FOR UPDATE SKIP LOCKED
    ), gone_legs AS (
      DELETE FROM legs WHERE tenant_id = ${tenantId} AND leg_id IN (
        SELECT data ->> 'leg' FROM old
        UNION ALL SELECT jsonb_array_elements_text(data -> 'formerLegs') FROM old)
    ), gone_effects AS (
      DELETE FROM effects WHERE tenant_id = ${tenantId} AND call_id IN (SELECT call_id FROM old)
    ), gone AS (
      DELETE FROM events WHERE tenant_id = ${tenantId} AND call_id IN (SELECT call_id FROM old) RETURNING seq
    ), ${remember(tenantId)}, gone_past AS (
      DELETE FROM past_calls WHERE tenant_id = ${tenantId} AND call_id IN (SELECT call_id FROM old)
      RETURNING tenant_id, call_id, arrived_at, found_by
    ), gone_entries AS (
      DELETE FROM past_call_entries e
      USING (SELECT tenant_id, call_id, arrived_at, unnest(found_by) AS found_by FROM gone_past) p
      WHERE e.tenant_id = p.tenant_id AND e.found_by = p.found_by AND e.arrived_at = p.arrived_at
        AND e.call_id = p.call_id
    ), gone_calls AS (
      DELETE FROM calls WHERE tenant_id = ${tenantId} AND call_id IN (SELECT call_id FROM old) RETURNING call_id
    )
    SELECT count(*)::integer AS count FROM gone_calls`.execute(store);
  return rows[0]?.count ?? 0;
}

async function forgetDeskEvents(store: Store, tenantId: TenantId, until: Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    WITH gone AS (
      DELETE FROM events WHERE tenant_id = ${tenantId} AND seq IN (
        SELECT seq FROM events WHERE tenant_id = ${tenantId} AND subject <> 'call' AND at < ${until}::bigint
        ORDER BY at LIMIT ${rowsAtOnce})
      RETURNING seq
    ), ${remember(tenantId)}
    SELECT count(*)::integer AS count FROM gone`.execute(store);
  return rows[0]?.count ?? 0;
}

async function forgetCallBacks(store: Store, tenantId: TenantId, until: Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    WITH gone AS (
      DELETE FROM call_backs WHERE tenant_id = ${tenantId} AND call_back_id IN (
        (SELECT call_back_id FROM call_backs WHERE tenant_id = ${tenantId} AND state = 'done'
          AND changed_at < ${until}::bigint ORDER BY changed_at LIMIT ${rowsAtOnce})
        UNION ALL
        (SELECT call_back_id FROM call_backs WHERE tenant_id = ${tenantId} AND why = 'lost' AND state <> 'done'
          AND promised_at < ${until}::bigint LIMIT ${rowsAtOnce}))
      RETURNING call_back_id
    )
    SELECT count(*)::integer AS count FROM gone`.execute(store);
  return rows[0]?.count ?? 0;
}

/** Whatever became of them: who has not settled one for so long has no use for it. */
async function forgetMessages(store: Store, tenantId: TenantId, until: Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    WITH gone AS (
      DELETE FROM messages WHERE (tenant_id, operator_id, message_id) IN (
        SELECT tenant_id, operator_id, message_id FROM messages
        WHERE tenant_id = ${tenantId} AND asked_at < ${until}::bigint ORDER BY asked_at LIMIT ${rowsAtOnce})
      RETURNING message_id
    )
    SELECT count(*)::integer AS count FROM gone`.execute(store);
  return rows[0]?.count ?? 0;
}
