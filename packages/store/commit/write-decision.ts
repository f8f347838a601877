import type { CallState } from '@switchboard/domain/call/call-state';
import type { Decided } from '@switchboard/domain/call/decision';
import type { CallEffect } from '@switchboard/domain/call/effect';
import type { CallId, EffectId, TenantId } from '@switchboard/domain/ids';
import { must } from '@switchboard/kit/assert';
import type { Instant } from '@switchboard/kit/clock';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { sendFixed } from '../access/send-fixed.ts';
import type { Tables } from '../access/tables.ts';
import { toJson } from '../access/to-json.ts';
import type { WrittenEvents } from '../feed/written-events.ts';
import { type ClaimedEffect, type ClaimedRow, claimedFrom } from '../outbox/claim-effect.ts';
import { type Aftermath, type FollowUp, followUps } from './follow-ups.ts';

/** What a decision adds to the books. */
export interface DecisionToWrite {
  readonly decided: Decided;
  readonly now: Instant;
  /** The server that will carry the first new effect out at once, unless something older of the call is pending. */
  readonly owner: number;
  /** The call as the decision knew it; undefined: the call is new. */
  readonly version: CallVersion | undefined;
  /** What the decision sets off beside the call. */
  readonly aftermath: Aftermath;
  /** The effect that the decision answers to. */
  readonly closes?: ClosedEffect;
}

/** Which state of a call's row was read: PostgreSQL's number of the transaction that wrote it. */
export type CallVersion = string & { readonly brand: 'CallVersion' };

export interface DecisionWritten {
  /** The number of the newest event. */
  readonly seq: number;
  /** Whether the first new effect belongs to `owner` now. */
  readonly isClaimed: boolean;
  /** The events; undefined: none, or some of the desk are among them, which only the database knows. */
  readonly events: WrittenEvents | undefined;
}

/**
 * Writes a decision in one statement: the call's row, its events with the tenant's next numbers, its effects, what
 * follows for the operator and for calls back, and the end of the effect that it answers to. Undefined, and nothing is
 * written: the call is no more as the decision knew it, or the new call's leg is known. The bell is not in it (decision
 * 0017): whoever commits rings.
 *
 * Effects of a call go one by one. The statement sees every older one, since whoever adds effects changes the call's
 * row: what it cannot see makes the version differ. The call's row is taken before the counter, the operator's after
 * it, as everywhere.
 */
export async function writeDecision(
  db: Kysely<Tables>,
  write: DecisionToWrite,
): Promise<DecisionWritten | undefined> {
  const { decided, now, owner, aftermath, closes } = write;
  const { state, events, effects } = decided;
  const more = followUps(decided, aftermath, now);
  const moreEvents = more.filter(({ event }) => event !== undefined);
  const count = events.length + moreEvents.length;
  const eventRows = toJson(events.map((event, index) => ({ n: index + 1, type: event.type, data: event })));
  const record = ({ event }: FollowUp, index: number): RawBuilder<unknown> =>
    event === undefined ? sql`` : recordDesk(state.tenantId, event, now, { n: index, of: moreEvents.length });
  const closed =
    closes === undefined ? sql`` : sql`, closed AS (${closing(closes, now)} AND EXISTS (SELECT FROM call))`;
  const hasEffects = effects.length > 0;
  const outbox = hasEffects ? newEffects(effects, { state, now, owner, closes }) : sql``;
  const isClaimed = hasEffects ? sql`EXISTS (SELECT FROM outbox WHERE owner IS NOT NULL)` : sql`false`;
  const { rows } = await sql<{ last_seq: number; is_claimed: boolean }>`
    WITH ${callRow(write)}, counter AS (
      UPDATE tenants t SET last_seq = last_seq + ${count}::integer FROM call
      WHERE t.tenant_id = call.tenant_id RETURNING t.last_seq
    ), history AS (
      INSERT INTO events (tenant_id, seq, call_id, at, type, data)
      SELECT ${state.tenantId}, counter.last_seq - ${count}::integer + e.n, ${state.callId}, ${now}::bigint, e.type, e.data
      FROM counter, jsonb_to_recordset(${eventRows}::jsonb) AS e (n integer, type text, data jsonb)
    )${closed}${outbox}${sql.join([...more.map(({ tables }) => tables), ...moreEvents.map(record), sql``], sql``)}
    SELECT last_seq, ${isClaimed} AS is_claimed FROM counter`.execute(db);
  const written = rows[0];
  if (written === undefined) return undefined;
  const { last_seq: last, is_claimed } = written;
  const isTold = moreEvents.length === 0 && count > 0;
  const told = { callId: state.callId, at: now, first: last - count + 1, last, rows: eventRows };
  return { seq: last, isClaimed: is_claimed, events: isTold ? told : undefined };
}

/** The table `call`: one row if the call is written, none if it must not be. */
function callRow({ decided, now, version }: DecisionToWrite): RawBuilder<unknown> {
  const { state, events, nextDue } = decided;
  const operatorId = 'operatorId' in state ? (state.operatorId ?? null) : null;
  const endedAt = state.name === 'ended' ? now : null;
  const answeredAt = events.some(({ type }) => type === 'operatorJoined') ? now : null;
  if (version === undefined) {
    return sql`leg AS (
      INSERT INTO legs (tenant_id, leg_id, call_id) VALUES (${state.tenantId}, ${state.leg}, ${state.callId})
      ON CONFLICT DO NOTHING RETURNING tenant_id, call_id
    ), call AS (
      INSERT INTO calls (tenant_id, call_id, queue_id, state, operator_id, data, next_due, arrived_at, ended_at)
      SELECT leg.tenant_id, leg.call_id, ${state.queueId}, ${state.name}, ${operatorId}, ${toJson(state)}::jsonb,
        ${nextDue ?? null}::bigint, ${state.arrivedAt}::bigint, ${endedAt}::bigint FROM leg
      RETURNING tenant_id
    )`;
  }
  return sql`call AS (
      UPDATE calls SET queue_id = ${state.queueId}, state = ${state.name}, operator_id = ${operatorId},
        data = ${toJson(state)}::jsonb, next_due = ${nextDue ?? null}::bigint, ended_at = ${endedAt}::bigint,
        answered_at = coalesce(answered_at, ${answeredAt}::bigint)
      WHERE tenant_id = ${state.tenantId} AND call_id = ${state.callId} AND xmin = ${version}::xid
      RETURNING tenant_id
    )`;
}

/** The first of them is this server's at once, unless an older one of the call is pending. */
function newEffects(
  effects: readonly CallEffect[],
  {
    state,
    now,
    owner,
    closes,
  }: { state: CallState; now: Instant; owner: number; closes: ClosedEffect | undefined },
): RawBuilder<unknown> {
  const rows = toJson(effects.map((effect, n) => ({ n, effect_id: effect.effectId, data: effect })));
  return sql`, outbox AS (
      INSERT INTO effects (effect_id, tenant_id, call_id, data, asked_at, owner, attempts)
      SELECT f.effect_id, ${state.tenantId}, ${state.callId}, f.data, ${now}::bigint,
             CASE WHEN f.is_claimed THEN ${owner}::integer END, CASE WHEN f.is_claimed THEN 1 ELSE 0 END
      FROM (SELECT e.n, e.effect_id, e.data, e.n = 0 AND NOT EXISTS (
              SELECT FROM effects older WHERE older.tenant_id = ${state.tenantId}
                AND older.call_id = ${state.callId} AND older.status = 'pending'
                AND older.effect_id <> ${closes?.effectId ?? ''}) AS is_claimed
            FROM counter, jsonb_to_recordset(${rows}::jsonb) AS e (n integer, effect_id text, data jsonb)) AS f
      ORDER BY f.n
      RETURNING owner
    )`;
}

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

/** What is left to do for a call after an effect of it was closed. */
export interface LeftToDo {
  /** The next effect, if it was due and nobody had it: it is this server's now. */
  readonly claimed?: ClaimedEffect;
  /** Whether none is left at all. */
  readonly isNone: boolean;
}

/**
 * Closes an effect: nothing more is sent for it. Takes on the one that waited behind it, in the same commit. If this
 * server has that one already, the answer to an earlier try was lost: nobody else takes it on before this is closed.
 */
export async function closeEffect(
  db: Kysely<Tables>,
  call: { readonly tenantId: TenantId; readonly callId: CallId },
  closes: ClosedEffect,
  by: { readonly now: Instant; readonly owner: number },
): Promise<LeftToDo> {
  const { effectId, status, outcome } = closes;
  const values = [effectId, status, by.now, outcomeKept(outcome), call.tenantId, call.callId, by.owner];
  const rows = await sendFixed<{ left: boolean; claimed: ClaimedRow | null }>(db, closeAndTakeNext, values);
  const { left, claimed } = must(rows[0], 'the answer to an effect that was closed');
  return { isNone: !left, ...(claimed === null ? {} : { claimed: claimedFrom(claimed) }) };
}

const closing = ({ effectId, status, outcome }: ClosedEffect, now: Instant): RawBuilder<unknown> => sql`
  UPDATE effects SET status = ${status}, owner = NULL, closed_at = ${now}::bigint,
    outcome = ${outcomeKept(outcome)} WHERE effect_id = ${effectId}`;

const closeAndTakeNext = `
  WITH closed AS (
    UPDATE effects SET status = $2, owner = NULL, closed_at = $3, outcome = $4 WHERE effect_id = $1
  ), left_over AS (
    SELECT effect_id FROM effects WHERE tenant_id = $5 AND call_id = $6
      AND status = 'pending' AND effect_id <> $1 ORDER BY position LIMIT 1
  ), claimed AS (
    UPDATE effects SET owner = $7, attempts = attempts + 1
    WHERE effect_id = (SELECT effect_id FROM left_over)
      AND status = 'pending' AND (owner IS NULL OR owner = $7) AND not_before <= $3
    RETURNING data, attempts, asked_at, in_doubt
  )
  SELECT EXISTS (SELECT FROM left_over) AS left, (SELECT to_jsonb(claimed) FROM claimed) AS claimed`;

/** Characters of what Graph said: enough to find the cause. */
const longestOutcome = 500;
const outcomeKept = (outcome: string | undefined): string | null => outcome?.slice(0, longestOutcome) ?? null;
