import type { CallOutcome } from '@switchboard/domain/call/outcome';
import type { Ended } from '@switchboard/domain/call/states/ended';
import type { Instant } from '@switchboard/kit/clock';
import { type RawBuilder, sql } from 'kysely';
import { toJson } from '../access/to-json.ts';
import { keyOfCaller, keyOfQueue } from './past-call.ts';
import { wordsOf } from './past-words.ts';

/**
 * Tables for the one statement that writes a decision, where `counter` is the tenant's: the call that it ends goes into
 * the history. Who talked to the caller is in the events of before.
 */
export function recordPast(call: Ended, outcome: CallOutcome, now: Instant): RawBuilder<unknown> {
  const { tenantId, callId, queueId, formerQueues, caller, target, reason, operatorId } = call;
  const callerKey = keyOfCaller(caller);
  const queueKeys = [...new Set([queueId, ...formerQueues])].map(keyOfQueue);
  const keys = callerKey === undefined ? queueKeys : [...queueKeys, callerKey];
  // Of a call that nobody had at its end the operator was only rung.
  const last = outcome === 'lost' ? null : (operatorId ?? null);
  return sql`, rung AS (
      SELECT seq, at, type, data ->> 'operatorId' AS operator_id, lead(type) OVER (ORDER BY seq) AS next FROM events
      WHERE tenant_id = ${tenantId} AND call_id = ${callId}
        AND type IN ('operatorRung', 'operatorJoined', 'operatorMissed', 'callRecalled', 'transferReturned')
    ), story AS (
      SELECT min(at) FILTER (WHERE type = 'operatorJoined') AS answered_at,
        coalesce(bool_or(type IN ('callRecalled', 'transferReturned')), false) AS came_back,
        coalesce(array_agg(operator_id ORDER BY seq) FILTER (WHERE type = 'operatorRung' AND next = 'operatorJoined'),
          '{}') AS takers
      FROM rung
    ), took AS (
      SELECT answered_at, came_back,
        CASE WHEN ${last}::text = ANY(takers) OR ${last}::text IS NULL THEN takers ELSE takers || ${last}::text END AS takers
      FROM story
    ), past AS (
      INSERT INTO past_calls (tenant_id, call_id, queue_id, arrived_at, answered_at, ended_at, reason, outcome, came_back,
        caller, target, taken_by, words, found_by)
      SELECT ${tenantId}, ${callId}, ${queueId}, ${call.arrivedAt}::bigint, took.answered_at, ${now}::bigint, ${reason},
        ${outcome}, took.came_back, ${toJson(caller)}::jsonb, ${target === undefined ? null : toJson(target)}::jsonb,
        took.takers, ${wordsOf(target === undefined ? [caller] : [caller, target])},
        ${keys}::text[] || ARRAY(SELECT DISTINCT 'operator ' || t FROM unnest(took.takers) AS t)
      FROM counter, took ON CONFLICT DO NOTHING
      RETURNING tenant_id, call_id, arrived_at, found_by
    ), past_entries AS (
      INSERT INTO past_call_entries (tenant_id, found_by, arrived_at, call_id)
      SELECT tenant_id, unnest(found_by), arrived_at, call_id FROM past ON CONFLICT DO NOTHING
    )`;
}
