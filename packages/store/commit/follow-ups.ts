import type { CallState } from '@switchboard/domain/call/call-state';
import type { Decided } from '@switchboard/domain/call/decision';
import { operatorInLeg } from '@switchboard/domain/call/operator-in-leg';
import type { PersonId } from '@switchboard/domain/ids';
import type { Queue } from '@switchboard/domain/queue/queue';
import type { Instant } from '@switchboard/kit/clock';
import { type RawBuilder, sql } from 'kysely';
import { toJson } from '../access/to-json.ts';
import type { DeskEvent } from '../feed/desk-event.ts';

/** The operator whom a decision sets free after a talk. */
export interface FreedOperator {
  readonly operatorId: PersonId;
  /** Left alone until then, to finish the call. */
  readonly wrapUpUntil?: Instant;
}

/** Whom a step from one state to another sets free. Who was only rung has not talked, and is idle as before. */
export function freedOperator(
  before: CallState,
  after: CallState,
  queue: Queue,
  now: Instant,
): FreedOperator | undefined {
  const operatorId = operatorInLeg(before);
  if (operatorId === undefined || operatorId === operatorInLeg(after)) return undefined;
  const { wrapUp } = queue.settings;
  return { operatorId, ...(wrapUp > 0 ? { wrapUpUntil: now + wrapUp } : {}) };
}

/** A part of the one statement that writes a decision: further tables, and at most one event of the desk. */
export interface FollowUp {
  /** Begins with a comma: it joins the statement's WITH, where `counter` is the tenant's. */
  readonly tables: RawBuilder<unknown>;
  readonly event?: {
    readonly subject: DeskEvent['subject'];
    readonly type: DeskEvent['type'];
    readonly data: RawBuilder<unknown>;
    /** The tables that `data` is read from. */
    readonly from: RawBuilder<unknown>;
  };
}

/** What follows from a decision beside the call. */
export function followUps(decided: Decided, freed: FreedOperator | undefined, now: Instant): FollowUp[] {
  const promise = decided.events.find((event) => event.type === 'callBackPromised');
  return [
    ...(freed === undefined ? [] : [freeOperator(decided.state, freed, now)]),
    ...(promise === undefined ? [] : [promiseCallBack(decided.state, promise.number, now)]),
  ];
}

function freeOperator({ tenantId }: CallState, freed: FreedOperator, now: Instant): FollowUp {
  const { operatorId, wrapUpUntil } = freed;
  const wrapUp = wrapUpUntil === undefined ? sql`` : sql`, wrap_up_until = ${wrapUpUntil}`;
  const tables = sql`, freed AS (
      UPDATE operators o SET idle_since = ${now} ${wrapUp} FROM counter
      WHERE o.tenant_id = ${tenantId} AND o.operator_id = ${operatorId}
      RETURNING o.operator_id, o.status, o.break_reason, o.status_since, o.wrap_up_until, o.follows_presence
    )`;
  if (wrapUpUntil === undefined) return { tables };
  const data = sql`jsonb_strip_nulls(jsonb_build_object('subject', 'operator', 'type', 'operatorChanged', 'operator',
    jsonb_build_object('operatorId', freed.operator_id, 'status', freed.status,
      'reason', CASE WHEN freed.status = 'break' THEN nullif(freed.break_reason, '') END,
      'since', freed.status_since, 'wrapUpUntil', freed.wrap_up_until, 'followsPresence', freed.follows_presence)))`;
  return { tables, event: { subject: 'operator', type: 'operatorChanged', data, from: sql`, freed` } };
}

/** A call promises once: its id is the promise's. */
function promiseCallBack(call: CallState, number: string, now: Instant): FollowUp {
  const { tenantId, callId, queueId, caller } = call;
  const name = caller.name === undefined ? {} : { name: caller.name };
  const callBack = { callBackId: callId, callId, queueId, number, ...name, promisedAt: now, state: 'open' };
  const tables = sql`, promised AS (
      INSERT INTO call_backs (tenant_id, call_back_id, call_id, queue_id, number, name, promised_at, changed_at)
      SELECT ${tenantId}, ${callId}, ${callId}, ${queueId}, p.number, p.name, ${now}::bigint, ${now}::bigint
      FROM counter, jsonb_to_record(${toJson(callBack)}::jsonb) AS p (number text, name text)
      ON CONFLICT DO NOTHING
    )`;
  const event: DeskEvent = {
    subject: 'callBack',
    type: 'callBackChanged',
    callBack: { ...callBack, state: 'open' },
  };
  return {
    tables,
    event: { subject: 'callBack', type: 'callBackChanged', data: sql`${toJson(event)}::jsonb`, from: sql`` },
  };
}
