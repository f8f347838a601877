import type { CallState } from '@switchboard/domain/call/call-state';
import type { CallId, LegId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';

export interface CallRef {
  readonly tenantId: TenantId;
  readonly callId: CallId;
}

/** The call that a leg belongs or belonged to. */
export async function findCallByLeg(
  store: Store,
  tenantId: TenantId,
  leg: LegId,
): Promise<CallId | undefined> {
  const row = await store
    .selectFrom('legs')
    .select('call_id')
    .where('tenant_id', '=', tenantId)
    .where('leg_id', '=', leg)
    .executeTakeFirst();
  return row?.call_id;
}

export interface CallsAsOf {
  readonly seq: number;
  readonly calls: readonly CallState[];
}

/** Every live call of a tenant, and the number of the newest event that they include. One snapshot. */
export async function readLiveCalls(store: Store, tenantId: TenantId): Promise<CallsAsOf> {
  const { rows } = await sql<{ seq: number; calls: CallState[] | null }>`
    SELECT t.last_seq AS seq,
      (SELECT jsonb_agg(c.data) FROM calls c WHERE c.tenant_id = t.tenant_id AND c.ended_at IS NULL) AS calls
    FROM tenants t WHERE t.tenant_id = ${tenantId}`.execute(store);
  return { seq: rows[0]?.seq ?? 0, calls: rows[0]?.calls ?? [] };
}

/**
 * The calls that changed after a number, ended ones included, and the number up to which they are current. Undefined:
 * events since then are deleted, so nobody can tell.
 */
export async function readCallsChangedSince(
  store: Store,
  tenantId: TenantId,
  after: number,
): Promise<CallsAsOf | undefined> {
  const { rows } = await sql<{ seq: number; calls: CallState[] | null }>`
    SELECT t.last_seq AS seq,
      (SELECT jsonb_agg(c.data) FROM calls c WHERE c.tenant_id = t.tenant_id AND c.call_id IN
        (SELECT e.call_id FROM events e WHERE e.tenant_id = t.tenant_id AND e.seq > ${after})) AS calls
    FROM tenants t WHERE t.tenant_id = ${tenantId} AND t.forgotten_seq <= ${after}`.execute(store);
  const row = rows[0];
  return row === undefined ? undefined : { seq: row.seq, calls: row.calls ?? [] };
}

/** Live calls with a deadline before `until`, the most overdue first. */
export async function readDueCalls(
  store: Store,
  until: Instant,
  limit: number,
): Promise<readonly (CallRef & { readonly due: Instant })[]> {
  const rows = await store
    .selectFrom('calls')
    .select(['tenant_id', 'call_id', 'next_due'])
    .where('ended_at', 'is', null)
    .where('next_due', '<=', until)
    .orderBy('next_due')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ tenantId: row.tenant_id, callId: row.call_id, due: row.next_due ?? until }));
}

export async function readLiveCallRefs(store: Store): Promise<readonly CallRef[]> {
  const rows = await store
    .selectFrom('calls')
    .select(['tenant_id', 'call_id'])
    .where('ended_at', 'is', null)
    .execute();
  return rows.map((row) => ({ tenantId: row.tenant_id, callId: row.call_id }));
}
