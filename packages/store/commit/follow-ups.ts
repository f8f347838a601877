import type { CallState } from '@switchboard/domain/call/call-state';
import type { Decided } from '@switchboard/domain/call/decision';
import { operatorInLeg } from '@switchboard/domain/call/operator-in-leg';
import { type CallOutcome, outcomeOf } from '@switchboard/domain/call/outcome';
import type { PersonId } from '@switchboard/domain/ids';
import type { Queue } from '@switchboard/domain/queue/queue';
import type { Instant } from '@switchboard/kit/clock';
import { type RawBuilder, sql } from 'kysely';
import { toJson } from '../access/to-json.ts';
import type { CallBack } from '../call-backs/call-back.ts';
import { canBeCalledBack, keepLostCall, settleLostCall } from '../call-backs/lost-calls.ts';
import type { DeskEvent } from '../feed/desk-event.ts';
import { recordPast } from '../history/record-past.ts';

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

/** What a step comes to that ends the call; undefined: it does not. */
export const outcomeAtEnd = (before: CallState | undefined, after: CallState): CallOutcome | undefined =>
  after.name === 'ended' && before?.name !== 'ended' ? outcomeOf(before, after.reason) : undefined;

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

/** What a decision sets off beside the call. */
export interface Aftermath {
  readonly freed?: FreedOperator;
  /** The decision ends the call, and this is what it came to. */
  readonly outcome?: CallOutcome;
  /** The lost call of this caller that somebody was to call back. */
  readonly settles?: string;
}

/** What follows from a decision beside the call. */
export function followUps({ state, events }: Decided, aftermath: Aftermath, now: Instant): FollowUp[] {
  const { freed, outcome, settles } = aftermath;
  const promise = events.find((event) => event.type === 'callBackPromised');
  const followed = [
    ...(freed === undefined ? [] : [freeOperator(state, freed, now)]),
    ...(promise === undefined ? [] : [promiseCallBack(state, promise.number, now)]),
  ];
  if (outcome === undefined || state.name !== 'ended') return followed;
  const isToCallBack = outcome === 'lost' && promise === undefined && canBeCalledBack(state.caller);
  return [
    ...followed,
    { tables: recordPast(state, outcome, now) },
    ...(isToCallBack ? [listChanged(keepLostCall(state, now))] : []),
    ...(settles === undefined ? [] : [listChanged(settleLostCall(state, settles, now))]),
  ];
}

const listChanged = ({ tables, data, from }: ReturnType<typeof keepLostCall>): FollowUp => ({
  tables,
  event: { subject: 'callBack', type: 'callBackChanged', data, from },
});

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
  const callBack: CallBack = {
    callBackId: callId,
    callId,
    queueId,
    why: 'promised',
    number,
    ...name,
    promisedAt: now,
    calls: 1,
    tries: 0,
    state: 'open',
  };
  const tables = sql`, promised AS (
      INSERT INTO call_backs (tenant_id, call_back_id, call_id, queue_id, number, name, promised_at, changed_at)
      SELECT ${tenantId}, ${callId}, ${callId}, ${queueId}, p.number, p.name, ${now}::bigint, ${now}::bigint
      FROM counter, jsonb_to_record(${toJson(callBack)}::jsonb) AS p (number text, name text)
      ON CONFLICT DO NOTHING
    )`;
  const event: DeskEvent = { subject: 'callBack', type: 'callBackChanged', callBack };
  return {
    tables,
    event: { subject: 'callBack', type: 'callBackChanged', data: sql`${toJson(event)}::jsonb`, from: sql`` },
  };
}
