import type { PersonId, QueueId, TenantId } from '@switchboard/domain/ids';
import type { Party } from '@switchboard/domain/party/party';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';

/** A call of the past that somebody put through. */
export interface PastHandOver {
  readonly queueId: QueueId;
  readonly operatorId?: PersonId;
  readonly caller: Party;
  readonly target: Party;
  readonly arrivedAt: Instant;
}

/** The calls that were put through, newest first. */
export async function readPastHandOvers(
  store: Store,
  tenantId: TenantId,
  { since, limit }: { readonly since: Instant; readonly limit: number },
): Promise<readonly PastHandOver[]> {
  const { rows } = await sql<{
    queue_id: QueueId;
    operator_id: PersonId | null;
    caller: Party;
    target: Party;
    arrived_at: number;
  }>`
    SELECT queue_id, data ->> 'operatorId' AS operator_id, data -> 'caller' AS caller, data -> 'target' AS target,
      arrived_at
    FROM calls
    WHERE tenant_id = ${tenantId} AND ended_at IS NOT NULL AND arrived_at >= ${since}::bigint
      AND data ->> 'reason' = 'handedOver' AND data -> 'target' IS NOT NULL
    ORDER BY arrived_at DESC, call_id COLLATE "C" DESC LIMIT ${limit}`.execute(store);
  return rows.map(({ queue_id: queueId, operator_id, caller, target, arrived_at: arrivedAt }) => ({
    queueId,
    caller,
    target,
    arrivedAt,
    ...(operator_id === null ? {} : { operatorId: operator_id }),
  }));
}
