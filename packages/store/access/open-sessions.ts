import type { PersonId, QueueId, TenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Instant } from '@switchboard/kit/clock';
import { sendFixed } from './send-fixed.ts';
import type { Store } from './store.ts';

interface Row {
  readonly token_hash: string;
  readonly tenant_id: TenantId;
  readonly operator_id: PersonId;
  readonly name: string;
  readonly user_principal_name: string;
  readonly queue_ids: QueueId[];
}

const readOpen = `
  SELECT s.token_hash, o.tenant_id, o.operator_id, o.name, o.user_principal_name,
    ARRAY(SELECT m.queue_id FROM queue_operators m
      WHERE m.tenant_id = o.tenant_id AND m.operator_id = o.operator_id) AS queue_ids
  FROM sessions s JOIN operators o USING (tenant_id, operator_id)
  WHERE s.token_hash = ANY($1::text[]) AND s.expires_at > $2`;

/** Who holds a session, with the queues that are theirs now. Undefined: it holds no more, or never did. */
export async function findOpenSession(
  store: Store,
  tokenHash: string,
  now: Instant,
): Promise<Operator | undefined> {
  return (await findOpenSessions(store, [tokenHash], now)).get(tokenHash);
}

/** Who holds which of these sessions, with the queues that are theirs now; one that holds no more is left out. One statement. */
export async function findOpenSessions(
  store: Store,
  tokenHashes: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, Operator>> {
  const rows = await sendFixed<Row>(store, readOpen, [tokenHashes, now]);
  return new Map(
    rows.map((row) => [
      row.token_hash,
      {
        tenantId: row.tenant_id,
        operatorId: row.operator_id,
        name: row.name,
        userPrincipalName: row.user_principal_name,
        queueIds: row.queue_ids,
      },
    ]),
  );
}
