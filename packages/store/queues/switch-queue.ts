import type { PersonId, QueueId, TenantId } from '@switchboard/domain/ids';
import type { QueueSwitches } from '@switchboard/domain/queue/queue';
import type { Instant } from '@switchboard/kit/clock';
import type { Store } from '../access/store.ts';
import { toJson } from '../access/to-json.ts';
import { writeDeskEvent } from '../feed/write-desk-event.ts';
import { administerTenant } from '../tenants/administer-tenant.ts';

/** Switches a queue by hand; what is not named stays. Undefined: no such queue. `by` is absent for an administrator. */
export function switchQueue(
  store: Store,
  tenantId: TenantId,
  queueId: QueueId,
  change: { readonly switches: Partial<QueueSwitches>; readonly by?: PersonId; readonly now: Instant },
): Promise<QueueSwitches | undefined> {
  return administerTenant(store, tenantId, async (tx) => {
    const row = await tx
      .selectFrom('queues')
      .select('switches')
      .where('tenant_id', '=', tenantId)
      .where('queue_id', '=', queueId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const switches = { ...row.switches, ...change.switches };
    await tx
      .updateTable('queues')
      .set({ switches: toJson(switches) as never })
      .where('tenant_id', '=', tenantId)
      .where('queue_id', '=', queueId)
      .execute();
    const by = change.by === undefined ? {} : { by: change.by };
    const event = { subject: 'queue', type: 'queueChanged', queueId, switches, ...by } as const;
    await writeDeskEvent(tx, tenantId, event, change.now);
    return switches;
  });
}
