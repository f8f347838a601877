import type { CallState } from '@switchboard/domain/call/call-state';
import type { Waiting } from '@switchboard/domain/call/states/waiting';
import type { CallId, PersonId, QueueId, TenantId } from '@switchboard/domain/ids';
import type { QueueOperator } from '@switchboard/domain/queue/distribute';
import type { Queue } from '@switchboard/domain/queue/queue';
import type { Instant } from '@switchboard/kit/clock';
import { type Selectable, sql } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import { rowToQueue } from '../queues/row-to-queue.ts';
import { occupies } from './occupies.ts';

/** A queue that distributes its calls, those that wait in it, and its operators. */
export interface QueueToDistribute {
  readonly queue: Queue;
  readonly calls: readonly Waiting[];
  readonly operators: readonly QueueOperator[];
}

/** The queues with another strategy than to pick in which somebody waits; those of higher priority first. */
export async function readDistribution(
  store: Store,
  tenantId: TenantId,
  now: Instant,
): Promise<readonly QueueToDistribute[]> {
  const { rows } = await sql<Selectable<Tables['queues']> & { calls: Waiting[] }>`
    SELECT q.*, w.calls FROM queues q JOIN (
      SELECT tenant_id, queue_id, jsonb_agg(data) AS calls FROM calls
      WHERE tenant_id = ${tenantId} AND state = 'waiting' GROUP BY tenant_id, queue_id) AS w USING (tenant_id, queue_id)
    WHERE coalesce(q.settings ->> 'strategy', 'pick') <> 'pick'
    ORDER BY coalesce((q.settings -> 'priority')::integer, 0) DESC, q.queue_id`.execute(store);
  if (rows.length === 0) return [];
  const operators = await readOperators(store, tenantId, now);
  const offered = offersIn(
    rows.flatMap(({ calls }) => calls),
    now,
  );
  return rows.map((row) => ({
    queue: rowToQueue(row),
    calls: row.calls,
    operators: operators
      .filter(({ queueId }) => queueId === row.queue_id)
      .map(({ operator }) => {
        const callId = offered.get(operator.operatorId);
        return callId === undefined ? operator : { ...operator, offeredCallId: callId };
      }),
  }));
}

function offersIn(calls: readonly Waiting[], now: Instant): ReadonlyMap<PersonId, CallId> {
  const offered = new Map<PersonId, CallId>();
  for (const { callId, offer } of calls) {
    if (offer === undefined || offer.until <= now) continue;
    for (const operatorId of offer.operatorIds) offered.set(operatorId, callId);
  }
  return offered;
}

interface OperatorRow {
  readonly queue_id: QueueId;
  readonly operator_id: PersonId;
  readonly rank: number;
  readonly idle_since: number;
  readonly last_offered_at: number;
  readonly is_free: boolean;
}

/** Available is who is at work with a console that is connected, in no call and in no wrap-up. */
async function readOperators(
  store: Store,
  tenantId: TenantId,
  now: Instant,
): Promise<readonly { readonly queueId: QueueId; readonly operator: QueueOperator }[]> {
  const { rows } = await sql<OperatorRow>`
    SELECT m.queue_id, m.rank, o.operator_id, o.idle_since, o.last_offered_at,
      coalesce(o.wrap_up_until, 0) <= ${now}
        AND EXISTS (SELECT FROM consoles s WHERE s.tenant_id = o.tenant_id AND s.operator_id = o.operator_id
          AND s.gone_at IS NULL)
        AND NOT EXISTS (SELECT FROM calls WHERE calls.tenant_id = o.tenant_id AND calls.operator_id = o.operator_id
          AND calls.ended_at IS NULL AND ${occupies}) AS is_free
    FROM operators o JOIN queue_operators m USING (tenant_id, operator_id)
    WHERE o.tenant_id = ${tenantId} AND o.status = 'available' AND m.is_active`.execute(store);
  return rows.map((row) => ({
    queueId: row.queue_id,
    operator: {
      operatorId: row.operator_id,
      isAvailable: row.is_free,
      idleSince: row.idle_since,
      rank: row.rank,
      ...(row.last_offered_at === 0 ? {} : { lastOfferedAt: row.last_offered_at }),
    },
  }));
}

/** Tenants with a waiting call in a queue that distributes. */
export async function readTenantsToDistribute(store: Store): Promise<readonly TenantId[]> {
  const { rows } = await sql<{ tenant_id: TenantId }>`
    SELECT DISTINCT q.tenant_id FROM queues q WHERE coalesce(q.settings ->> 'strategy', 'pick') <> 'pick'
      AND EXISTS (SELECT FROM calls c
        WHERE c.tenant_id = q.tenant_id AND c.queue_id = q.queue_id AND c.state = 'waiting')`.execute(store);
  return rows.map((row) => row.tenant_id);
}

export interface QueueInSight {
  readonly queue: Queue;
  readonly operatorsAtWork: number;
  /** The calls that wait in it. */
  readonly waiting: readonly CallId[];
}

/** Every queue in which somebody waits, of every tenant, with the operators at work. */
export async function readQueuesWithWaiting(store: Store): Promise<readonly QueueInSight[]> {
  const { rows } = await sql<Selectable<Tables['queues']> & { at_work: number; waiting: CallId[] }>`
    SELECT q.*, w.waiting, (SELECT count(*)::integer FROM operators o JOIN queue_operators m USING (tenant_id, operator_id)
        WHERE o.tenant_id = q.tenant_id AND o.status = 'available' AND m.is_active AND m.queue_id = q.queue_id) AS at_work
    FROM queues q JOIN (SELECT tenant_id, queue_id, jsonb_agg(call_id) AS waiting FROM calls
      WHERE state = 'waiting' GROUP BY tenant_id, queue_id) AS w USING (tenant_id, queue_id)`.execute(store);
  return rows.map((row) => ({ queue: rowToQueue(row), operatorsAtWork: row.at_work, waiting: row.waiting }));
}

export interface CampedCall {
  readonly tenantId: TenantId;
  readonly callId: CallId;
  readonly targetId: PersonId;
}

/** Calls that wait for one busy contact. */
export async function readCampedCalls(store: Store): Promise<readonly CampedCall[]> {
  const rows = await store.selectFrom('calls').select('data').where('state', '=', 'camped').execute();
  return rows.flatMap(({ data }) => campedCall(data));
}

const campedCall = (call: CallState): readonly CampedCall[] =>
  call.name === 'camped' ? [{ tenantId: call.tenantId, callId: call.callId, targetId: call.target.id }] : [];
