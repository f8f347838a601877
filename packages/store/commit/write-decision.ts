import type { CallState } from '@switchboard/domain/call/call-state';
import type { Decided } from '@switchboard/domain/call/decision';
import type { EffectId, TenantId } from '@switchboard/domain/ids';
import { must } from '@switchboard/kit/assert';
import type { Instant } from '@switchboard/kit/clock';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../access/tables.ts';
import { toJson } from '../access/to-json.ts';
import { type FollowUp, type FreedOperator, followUps } from './follow-ups.ts';

/** What a decision adds to the books. */
export interface DecisionToWrite {
  readonly decided: Decided;
  readonly now: Instant;
  /** The server that will carry the first new effect out at once, unless something older of the call is pending. */
  readonly owner: number;
  /** The operator whom the decision sets free. */
  readonly freed?: FreedOperator;
}

export interface DecisionWritten {
  /** The number of the newest event. */
  readonly seq: number;
  /** Whether the first new effect belongs to `owner` now. */
  readonly isClaimed: boolean;
}

/**
 * Writes a decision in one statement: the call's row, its events with the tenant's next numbers, its effects, what
 * follows for the operator and for calls back, and the bell. The caller has locked the call before, in a statement of
 * its own: only a statement that begins after the lock is had sees every older effect, and effects of a call go one
 * by one. The operator's row is taken after the counter, as everywhere.
 */
export async function writeDecision(
  tx: Transaction<Tables>,
  write: DecisionToWrite,
): Promise<DecisionWritten> {
  const { decided, now, owner, freed } = write;
  const { state, events, effects } = decided;
  const more = followUps(decided, freed, now);
  const moreEvents = more.filter(({ event }) => event !== undefined);
  const count = events.length + moreEvents.length;
  const eventRows = toJson(events.map((event, index) => ({ n: index + 1, type: event.type, data: event })));
  const effectRows = toJson(effects.map((effect, n) => ({ n, effect_id: effect.effectId, data: effect })));
  const record = ({ event }: FollowUp, index: number): RawBuilder<unknown> =>
    event === undefined ? sql`` : recordDesk(state.tenantId, event, now, { n: index, of: moreEvents.length });
  const isAnswered = events.some(({ type }) => type === 'operatorJoined');
  const { rows } = await sql<{ last_seq: number; is_claimed: boolean }>`
    WITH counter AS (
      UPDATE tenants SET last_seq = last_seq + ${count} WHERE tenant_id = ${state.tenantId} RETURNING last_seq
    ), call AS (
      INSERT INTO calls (tenant_id, call_id, queue_id, state, operator_id, data, next_due, arrived_at, ended_at, answered_at)
      VALUES (${state.tenantId}, ${state.callId}, ${state.queueId}, ${state.name}, ${operatorOf(state)},
              ${toJson(state)}::jsonb, ${decided.nextDue ?? null}, ${state.arrivedAt},
              ${state.name === 'ended' ? now : null}, ${isAnswered ? now : null})
      ON CONFLICT (tenant_id, call_id) DO UPDATE SET queue_id = excluded.queue_id, state = excluded.state,
        operator_id = excluded.operator_id, data = excluded.data, next_due = excluded.next_due,
        ended_at = excluded.ended_at, answered_at = coalesce(calls.answered_at, excluded.answered_at)
    ), history AS (
      INSERT INTO events (tenant_id, seq, call_id, at, type, data)
      SELECT ${state.tenantId}, counter.last_seq - ${count}::integer + e.n, ${state.callId}, ${now}, e.type, e.data
      FROM counter, jsonb_to_recordset(${eventRows}::jsonb) AS e (n integer, type text, data jsonb)
    ), outbox AS (
      INSERT INTO effects (effect_id, tenant_id, call_id, data, asked_at, owner, attempts)
      SELECT f.effect_id, ${state.tenantId}, ${state.callId}, f.data, ${now},
             CASE WHEN f.is_claimed THEN ${owner}::integer END, CASE WHEN f.is_claimed THEN 1 ELSE 0 END
      FROM (SELECT e.*, e.n = 0 AND NOT EXISTS (
              SELECT FROM effects older WHERE older.tenant_id = ${state.tenantId}
                AND older.call_id = ${state.callId} AND older.status = 'pending') AS is_claimed
            FROM jsonb_to_recordset(${effectRows}::jsonb) AS e (n integer, effect_id text, data jsonb)) AS f
      ORDER BY f.n
      RETURNING owner
    )${sql.join([...more.map(({ tables }) => tables), ...moreEvents.map(record), sql``], sql``)}
    SELECT last_seq, EXISTS (SELECT FROM outbox WHERE owner IS NOT NULL) AS is_claimed,
      pg_notify('switchboard', '') FROM counter`.execute(tx);
  const written = must(rows[0], `the tenant ${state.tenantId} of a call`);
  return { seq: written.last_seq, isClaimed: written.is_claimed };
}

const operatorOf = (state: CallState) => ('operatorId' in state ? (state.operatorId ?? null) : null);

/** An event of the desk, behind those of the call. */
function recordDesk(
  tenantId: TenantId,
  { subject, type, data, from }: NonNullable<FollowUp['event']>,
  now: Instant,
  { n, of }: { readonly n: number; readonly of: number },
): RawBuilder<unknown> {
  return sql`, ${sql.raw(`desk_${n}`)} AS (
      INSERT INTO events (tenant_id, seq, subject, at, type, data)
      SELECT ${tenantId}, counter.last_seq - ${of - 1 - n}::integer, ${subject}, ${now}, ${type}, ${data}
      FROM counter ${from}
    )`;
}

/** What became of an effect. */
export interface ClosedEffect {
  readonly effectId: EffectId;
  readonly status: 'done' | 'refused';
  /** What Graph said to it, for the timeline. */
  readonly outcome?: string;
}

/** Closes an effect: nothing more is sent for it. */
export async function closeEffect(
  tx: Transaction<Tables>,
  { effectId, status, outcome }: ClosedEffect,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('effects')
    .set({ status, owner: null, closed_at: now, outcome: outcome?.slice(0, longestOutcome) ?? null })
    .where('effect_id', '=', effectId)
    .execute();
}

/** Characters of what Graph said: enough to find the cause. */
const longestOutcome = 500;
