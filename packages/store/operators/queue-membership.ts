import type { PersonId, QueueId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { Store } from '../access/store.ts';
import { holdCounter, writeDeskEvent } from '../feed/write-desk-event.ts';
import { statusOf } from './operator-status.ts';
import { workOf } from './operators.ts';

/**
 * An operator leaves queues that are theirs, or joins them again; without `queueId` all of them. Colleagues hear of it.
 * False: nothing was to be changed.
 */
export function setQueueMembership(
  store: Store,
  tenantId: TenantId,
  member: { readonly operatorId: PersonId; readonly queueId?: QueueId; readonly isActive: boolean },
  now: Instant,
): Promise<boolean> {
  const { operatorId, queueId, isActive } = member;
  return store.transaction().execute(async (tx) => {
    await holdCounter(tx, tenantId);
    let parts = tx
      .updateTable('queue_operators')
      .set({ is_active: isActive })
      .where('tenant_id', '=', tenantId)
      .where('operator_id', '=', operatorId)
      .where('is_active', '<>', isActive);
    if (queueId !== undefined) parts = parts.where('queue_id', '=', queueId);
    if ((await parts.returning('queue_id').execute()).length === 0) return false;
    const row = await tx
      .selectFrom('operators')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('operator_id', '=', operatorId)
      .executeTakeFirstOrThrow();
    const operator = statusOf(workOf(row));
    // Their part in queues is in the rows, which are read anew.
    const event = { subject: 'operator', type: 'operatorChanged', operator, isAdministered: true } as const;
    await writeDeskEvent(tx, tenantId, event, now);
    return true;
  });
}
