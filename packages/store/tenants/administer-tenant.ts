import type { TenantId } from '@switchboard/domain/ids';
import type { Queue, StoredSettings } from '@switchboard/domain/queue/queue';
import type { Instant } from '@switchboard/kit/clock';
import { sql, type Transaction } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import { toJson } from '../access/to-json.ts';
import { holdCounter, writeDeskEvent } from '../feed/write-desk-event.ts';

/** A transaction in which nobody else changes the tenant's queues, operators or sounds. */
export type TenantWork = Transaction<Tables>;

/**
 * Does work that reads and changes what an administrator keeps, as one and alone. Calls of the tenant wait for it:
 * it asks nobody but the database, and little.
 */
export async function administerTenant<T>(
  store: Store,
  tenantId: TenantId,
  work: (tx: TenantWork) => Promise<T>,
): Promise<T> {
  return await store.transaction().execute(async (tx) => {
    await holdCounter(tx, tenantId);
    return await work(tx);
  });
}

/** A queue as it is put: settings that are not said have their defaults, and the switches stay as they are. */
export type QueueToPut = Omit<Queue, 'settings' | 'switches'> & { readonly settings: StoredSettings };

/** Adds or changes a queue, and tells those who follow the tenant. */
export async function writeQueue(tx: TenantWork, queue: QueueToPut, now: Instant): Promise<void> {
  const { tenantId, queueId, name, number, settings, instanceId: instance_id } = queue;
  const row = { name, instance_id, number: number ?? null, settings: toJson(settings) as never };
  const { switches } = await tx
    .insertInto('queues')
    .values({ tenant_id: tenantId, queue_id: queueId, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'queue_id']).doUpdateSet(row))
    .returning('switches')
    .executeTakeFirstOrThrow();
  const event = { subject: 'queue', type: 'queueChanged', queueId, switches } as const;
  await writeDeskEvent(tx, tenantId, event, now);
}

/** What keeps a queue from being removed. */
export async function countBusiness(
  tx: TenantWork,
  { tenantId, queueId }: Queue,
): Promise<{ readonly liveCalls: number; readonly callBacks: number }> {
  const { rows } = await sql<{ live_calls: number; call_backs: number }>`
    SELECT
      (SELECT count(*) FROM calls
        WHERE tenant_id = ${tenantId} AND queue_id = ${queueId} AND ended_at IS NULL)::int AS live_calls,
      (SELECT count(*) FROM call_backs
        WHERE tenant_id = ${tenantId} AND queue_id = ${queueId} AND state <> 'done' AND why = 'promised')::int AS call_backs`.execute(
    tx,
  );
  return { liveCalls: rows[0]?.live_calls ?? 0, callBacks: rows[0]?.call_backs ?? 0 };
}

/** Removes a queue with its operators' part in it. Its calls of old stay. */
export async function removeQueue(tx: TenantWork, { tenantId, queueId }: Queue): Promise<void> {
  await tx
    .deleteFrom('queue_operators')
    .where('tenant_id', '=', tenantId)
    .where('queue_id', '=', queueId)
    .execute();
  await tx.deleteFrom('queues').where('tenant_id', '=', tenantId).where('queue_id', '=', queueId).execute();
}
