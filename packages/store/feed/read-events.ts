import type { CallEvent } from '@switchboard/domain/call/event';
import type { CallId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { Store } from '../access/store.ts';

export interface NumberedEvent {
  readonly seq: number;
  readonly callId: CallId;
  readonly at: Instant;
  readonly event: CallEvent;
}

/** The events of a tenant after a number, in order, without gaps. */
export async function readEvents(
  store: Store,
  tenantId: TenantId,
  after: number,
  limit: number,
): Promise<readonly NumberedEvent[]> {
  const rows = await store
    .selectFrom('events')
    .select(['seq', 'call_id', 'at', 'data'])
    .where('tenant_id', '=', tenantId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ seq: row.seq, callId: row.call_id, at: row.at, event: row.data }));
}
