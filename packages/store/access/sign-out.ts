import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from './store.ts';

export interface SignedOut {
  readonly tenantId: TenantId;
  readonly operatorId: PersonId;
  /** No console of theirs is left, of another sign-in either. */
  readonly isLast: boolean;
  /** No other session of theirs is open. */
  readonly isLastSession: boolean;
}

/** Ends a session; its consoles count as gone from now on, wherever they are. Undefined: there was no such session. */
export async function signOut(store: Store, tokenHash: string, now: Instant): Promise<SignedOut | undefined> {
  const { rows } = await sql<{
    tenant_id: TenantId;
    operator_id: PersonId;
    is_last: boolean;
    is_last_session: boolean;
  }>`
    WITH ended AS (
      DELETE FROM sessions WHERE token_hash = ${tokenHash} RETURNING tenant_id, operator_id
    ), gone AS (
      UPDATE consoles SET gone_at = ${now} WHERE token_hash = ${tokenHash} AND gone_at IS NULL
    )
    SELECT tenant_id, operator_id, NOT EXISTS (SELECT FROM consoles c
        WHERE c.tenant_id = ended.tenant_id AND c.operator_id = ended.operator_id AND c.gone_at IS NULL
          AND c.token_hash IS DISTINCT FROM ${tokenHash}) AS is_last,
      NOT EXISTS (SELECT FROM sessions s WHERE s.tenant_id = ended.tenant_id AND s.operator_id = ended.operator_id
          AND s.token_hash <> ${tokenHash} AND s.expires_at > ${now}::bigint) AS is_last_session
    FROM ended`.execute(store);
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    tenantId: row.tenant_id,
    operatorId: row.operator_id,
    isLast: row.is_last,
    isLastSession: row.is_last_session,
  };
}
