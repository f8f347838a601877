import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { type Selectable, sql } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import { holdCounter, writeDeskEvent } from '../feed/write-desk-event.ts';
import { holdOperator } from './hold-operator.ts';
import { type OperatorStatus, type OperatorWork, statusOf } from './operator-status.ts';

export const workOf = (row: Selectable<Tables['operators']>): OperatorWork => ({
  operatorId: row.operator_id,
  status: row.status,
  since: row.status_since,
  breakReason: row.break_reason,
  isBreakByPresence: row.is_break_by_presence,
  wrapUpUntil: row.wrap_up_until,
  idleSince: row.idle_since,
  followsPresence: row.follows_presence,
  isOffByChoice: row.is_off_by_choice,
});

/**
 * Changes an operator's state of work by what `change` makes of it, and records the change; `change` returns the same
 * object when there is none. Undefined: no such operator.
 */
export function changeOperatorWork(
  store: Store,
  tenantId: TenantId,
  operatorId: PersonId,
  now: Instant,
  change: (known: OperatorWork) => OperatorWork,
): Promise<OperatorStatus | undefined> {
  return store.transaction().execute(async (tx) => {
    await holdCounter(tx, tenantId);
    const row = await holdOperator(tx, tenantId, operatorId);
    if (row === undefined) return undefined;
    const known = workOf(row);
    const work = change(known);
    const operator = statusOf(work);
    if (work === known) return operator;
    await tx
      .updateTable('operators')
      .set({
        status: work.status,
        status_since: work.since,
        break_reason: work.breakReason,
        is_break_by_presence: work.isBreakByPresence,
        wrap_up_until: work.wrapUpUntil,
        idle_since: work.idleSince,
        follows_presence: work.followsPresence,
        is_off_by_choice: work.isOffByChoice,
      })
      .where('tenant_id', '=', tenantId)
      .where('operator_id', '=', operatorId)
      .execute();
    await writeDeskEvent(tx, tenantId, { subject: 'operator', type: 'operatorChanged', operator }, now);
    return operator;
  });
}

export async function findOperatorWork(
  store: Store,
  tenantId: TenantId,
  operatorId: PersonId,
): Promise<OperatorWork | undefined> {
  const row = await store
    .selectFrom('operators')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('operator_id', '=', operatorId)
    .executeTakeFirst();
  return row === undefined ? undefined : workOf(row);
}

export async function listOperatorStatuses(
  store: Store,
  tenantId: TenantId,
): Promise<readonly OperatorStatus[]> {
  const rows = await store.selectFrom('operators').selectAll().where('tenant_id', '=', tenantId).execute();
  return rows.map((row) => statusOf(workOf(row)));
}

export interface OperatorRef {
  readonly tenantId: TenantId;
  readonly operatorId: PersonId;
}

/** Operators who count as there and have had no console since `consolesSince`. */
export async function readOperatorsGone(
  store: Store,
  consolesSince: Instant,
): Promise<readonly OperatorRef[]> {
  const { rows } = await sql<{ tenant_id: TenantId; operator_id: PersonId }>`
    SELECT o.tenant_id, o.operator_id FROM operators o WHERE o.status <> 'offline' AND NOT EXISTS (
      SELECT FROM consoles c WHERE c.tenant_id = o.tenant_id AND c.operator_id = o.operator_id
        AND (c.gone_at IS NULL OR c.gone_at > ${consolesSince}))`.execute(store);
  return rows.map((row) => ({ tenantId: row.tenant_id, operatorId: row.operator_id }));
}

interface FollowerRow {
  readonly tenant_id: TenantId;
  readonly operator_id: PersonId;
  readonly is_break_by_presence: boolean;
  readonly is_in_call: boolean;
}

export interface PresenceFollower extends OperatorRef {
  /** A call of ours explains that they are busy. */
  readonly isInCall: boolean;
  /** Of a break that their presence began. */
  readonly isOnBreak: boolean;
}

/** Operators who are here and whose presence is to be followed. A break that they began themselves is theirs to end. */
export async function readPresenceFollowers(store: Store): Promise<readonly PresenceFollower[]> {
  const { rows } = await sql<FollowerRow>`
    SELECT o.tenant_id, o.operator_id, o.is_break_by_presence,
      EXISTS (SELECT FROM calls c WHERE c.tenant_id = o.tenant_id AND c.operator_id = o.operator_id
        AND c.ended_at IS NULL) AS is_in_call
    FROM operators o
    WHERE o.follows_presence AND (o.status = 'available' OR (o.status = 'break' AND o.is_break_by_presence))`.execute(
    store,
  );
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    operatorId: row.operator_id,
    isInCall: row.is_in_call,
    isOnBreak: row.is_break_by_presence,
  }));
}

/** Remembers that a call was offered to them, for those who take turns. */
export async function noteOffered(
  store: Store,
  tenantId: TenantId,
  operatorIds: readonly PersonId[],
  now: Instant,
): Promise<void> {
  if (operatorIds.length === 0) return;
  await store
    .updateTable('operators')
    .set({ last_offered_at: now })
    .where('tenant_id', '=', tenantId)
    .where('operator_id', 'in', [...operatorIds])
    .execute();
}
