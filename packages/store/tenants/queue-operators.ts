import type { PersonId, QueueId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { Store } from '../access/store.ts';
import { removeTokenCache } from '../access/token-caches.ts';
import { writeDeskEvent } from '../feed/write-desk-event.ts';
import { statusOf } from '../operators/operator-status.ts';
import { workOf } from '../operators/operators.ts';
import type { TenantWork } from './administer-tenant.ts';

/** An operator's part in a queue. */
export interface QueueOperator {
  readonly operatorId: PersonId;
  readonly queueId: QueueId;
  /** The strategy `ordered` asks lower ranks first. */
  readonly rank: number;
}

export async function listQueueOperators(
  store: Store,
  tenantId: TenantId,
): Promise<readonly QueueOperator[]> {
  const rows = await store
    .selectFrom('queue_operators')
    .select(['operator_id', 'queue_id', 'rank'])
    .where('tenant_id', '=', tenantId)
    .orderBy('rank')
    .execute();
  return rows.map((row) => ({ operatorId: row.operator_id, queueId: row.queue_id, rank: row.rank }));
}

/** Lets an operator answer a queue, or changes their rank in it; without a rank they keep the one they have. */
export async function putQueueOperator(
  tx: TenantWork,
  tenantId: TenantId,
  member: Pick<QueueOperator, 'operatorId' | 'queueId'> & { readonly rank?: number },
  now: Instant,
): Promise<void> {
  const { operatorId, queueId, rank } = member;
  await tx
    .insertInto('queue_operators')
    .values({ tenant_id: tenantId, operator_id: operatorId, queue_id: queueId, rank: rank ?? 0 })
    .onConflict((conflict) => {
      const known = conflict.columns(['tenant_id', 'operator_id', 'queue_id']);
      return rank === undefined ? known.doNothing() : known.doUpdateSet({ rank });
    })
    .execute();
  await tellOfOperator(tx, tenantId, operatorId, now, { isAdministered: true });
}

export async function removeQueueOperator(
  tx: TenantWork,
  tenantId: TenantId,
  { operatorId, queueId }: Pick<QueueOperator, 'operatorId' | 'queueId'>,
  now: Instant,
): Promise<void> {
  await tx
    .deleteFrom('queue_operators')
    .where('tenant_id', '=', tenantId)
    .where('operator_id', '=', operatorId)
    .where('queue_id', '=', queueId)
    .execute();
  await tellOfOperator(tx, tenantId, operatorId, now, { isAdministered: true });
}

/** Whether they have a call that is not over, in whatever state. */
export async function hasLiveCall(
  tx: TenantWork,
  tenantId: TenantId,
  operatorId: PersonId,
): Promise<boolean> {
  const row = await tx
    .selectFrom('calls')
    .select('call_id')
    .where('tenant_id', '=', tenantId)
    .where('operator_id', '=', operatorId)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Removes an operator with their sessions, their tokens and their part in queues; colleagues see them offline. */
export async function removeOperator(
  tx: TenantWork,
  tenantId: TenantId,
  operatorId: PersonId,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('operators')
    .set({ status: 'offline', status_since: now, wrap_up_until: null })
    .where('tenant_id', '=', tenantId)
    .where('operator_id', '=', operatorId)
    .execute();
  await tellOfOperator(tx, tenantId, operatorId, now);
  await removeTokenCache(tx, tenantId, operatorId);
  for (const table of ['sessions', 'queue_operators', 'operators'] as const) {
    await tx
      .deleteFrom(table)
      .where('tenant_id', '=', tenantId)
      .where('operator_id', '=', operatorId)
      .execute();
  }
}

async function tellOfOperator(
  tx: TenantWork,
  tenantId: TenantId,
  operatorId: PersonId,
  now: Instant,
  more: { readonly isAdministered?: true } = {},
): Promise<void> {
  const row = await tx
    .selectFrom('operators')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('operator_id', '=', operatorId)
    .executeTakeFirst();
  if (row === undefined) return;
  const operator = statusOf(workOf(row));
  await writeDeskEvent(
    tx,
    tenantId,
    { subject: 'operator', type: 'operatorChanged', operator, ...more },
    now,
  );
}
