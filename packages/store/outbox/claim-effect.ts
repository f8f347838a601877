import type { CallEffect } from '@switchboard/domain/call/effect';
import type { CallId, EffectId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import { sendFixed } from '../access/send-fixed.ts';
import type { Store } from '../access/store.ts';
import type { CallRef } from '../reads/calls.ts';

/** An effect that this server has taken on. */
export interface ClaimedEffect {
  readonly effect: CallEffect;
  readonly attempts: number;
  readonly askedAt: Instant;
  /** An earlier attempt was begun and nobody knows what became of it. */
  readonly inDoubt: boolean;
}

export interface ClaimedRow {
  readonly data: CallEffect;
  readonly attempts: number;
  readonly asked_at: number;
  readonly in_doubt: boolean;
}

export const claimedFrom = (row: ClaimedRow): ClaimedEffect => ({
  effect: row.data,
  attempts: row.attempts,
  askedAt: row.asked_at,
  inDoubt: row.in_doubt,
});

/** Takes the oldest pending effect of a call, if it is due and nobody has it. Effects of a call go one by one. */
export async function claimEffect(
  store: Store,
  tenantId: TenantId,
  callId: CallId,
  owner: number,
  now: Instant,
): Promise<ClaimedEffect | undefined> {
  const [row] = await sendFixed<ClaimedRow>(store, claimOldest, [tenantId, callId, owner, now]);
  return row === undefined ? undefined : claimedFrom(row);
}

const claimOldest = `
  UPDATE effects SET owner = $3, attempts = attempts + 1
  WHERE effect_id = (SELECT effect_id FROM effects WHERE tenant_id = $1 AND call_id = $2
    AND status = 'pending' ORDER BY position LIMIT 1)
    AND status = 'pending' AND owner IS NULL AND not_before <= $4
  RETURNING data, attempts, asked_at, in_doubt`;

/** Gives an effect back, to be tried again at `notBefore`. */
export async function releaseEffect(
  store: Store,
  effectId: EffectId,
  again: { readonly notBefore: Instant; readonly inDoubt: boolean },
): Promise<void> {
  await store
    .updateTable('effects')
    .set({ owner: null, not_before: again.notBefore, in_doubt: again.inDoubt })
    .where('effect_id', '=', effectId)
    .where('status', '=', 'pending')
    .execute();
}

/**
 * Frees what this server was given of a call without hearing of it, its connection having broken before the answer to a
 * commit. `known` are those that it knows of. Nothing was begun for what is freed.
 */
export async function releaseUnheard(
  store: Store,
  { tenantId, callId }: CallRef,
  owner: number,
  known: readonly EffectId[],
): Promise<void> {
  await sql`UPDATE effects SET owner = NULL, attempts = attempts + 1
    WHERE tenant_id = ${tenantId} AND call_id = ${callId}
    AND status = 'pending' AND owner = ${owner} AND NOT effect_id = ANY(${[...known]}::text[])`.execute(
    store,
  );
}

/** Whether what a commit gave this server is still its to do: `releaseUnheard` may have been quicker than the news. */
export async function isStillClaimed(
  store: Store,
  { effect, attempts }: ClaimedEffect,
  owner: number,
): Promise<boolean> {
  const { rows } = await sql`SELECT FROM effects WHERE effect_id = ${effect.effectId} AND status = 'pending'
    AND owner = ${owner} AND attempts = ${attempts}`.execute(store);
  return rows.length > 0;
}

/**
 * Calls whose next effect is due and nobody works on, the longest due first. What stands behind an effect that must
 * wait does not count: while Graph throttles us, hundreds of such calls must not hide one that can go on.
 */
export async function readCallsWithDueEffects(
  store: Store,
  now: Instant,
  limit: number,
): Promise<readonly CallRef[]> {
  const { rows } = await sql<{ tenant_id: TenantId; call_id: CallId }>`
    SELECT tenant_id, call_id FROM (
      SELECT DISTINCT ON (tenant_id, call_id) tenant_id, call_id, owner, not_before, position
      FROM effects WHERE status = 'pending' ORDER BY tenant_id, call_id, position) AS next
    WHERE owner IS NULL AND not_before <= ${now} ORDER BY not_before, position LIMIT ${limit}`.execute(store);
  return rows.map((row) => ({ tenantId: row.tenant_id, callId: row.call_id }));
}
