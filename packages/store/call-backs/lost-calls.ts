import type { Ended } from '@switchboard/domain/call/states/ended';
import { isAnonymous, type Party } from '@switchboard/domain/party/party';
import type { Instant } from '@switchboard/kit/clock';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../access/tables.ts';

/** A part of the one statement that writes a decision: tables, and what its one event tells. */
interface ListChange {
  readonly tables: RawBuilder<unknown>;
  readonly data: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
}

/** Whom one can call back: a number, or somebody in Teams. */
export const canBeCalledBack = (caller: Party): boolean =>
  caller.kind === 'person' || (caller.kind === 'number' && !isAnonymous(caller));

/** The row as its event tells it: a {@link CallBack}. */
const asCallBack = sql`jsonb_strip_nulls(jsonb_build_object('callBackId', lost.call_back_id, 'callId', lost.call_id,
  'queueId', lost.queue_id, 'why', lost.why, 'number', nullif(lost.number, ''), 'personId', nullif(lost.person_id, ''),
  'name', lost.name, 'promisedAt', lost.promised_at, 'calls', lost.calls, 'reason', lost.reason, 'tries', lost.tries,
  'triedAt', lost.tried_at, 'state', lost.state, 'operatorId', lost.operator_id))`;

/**
 * For the one statement that writes a decision: a caller whom nobody reached goes on the list, or is there already and
 * has called once more. One row, whichever it is.
 */
export function keepLostCall({ tenantId, callId, queueId, caller, reason }: Ended, now: Instant): ListChange {
  const { number, personId } = addressOf(caller);
  const name = caller.name === undefined || caller.name === '' ? null : storable(caller.name);
  const tables = sql`, lost AS (
      INSERT INTO call_backs AS b (tenant_id, call_back_id, call_id, queue_id, why, number, person_id, name, promised_at,
        changed_at, reason)
      SELECT ${tenantId}, ${callId}, ${callId}, ${queueId}, 'lost', ${number}, ${personId}, ${name},
        ${now}::bigint, ${now}::bigint, ${reason} FROM counter
      ON CONFLICT (tenant_id, queue_id, number, person_id) WHERE why = 'lost' AND state <> 'done'
      DO UPDATE SET calls = b.calls + 1, call_id = excluded.call_id, promised_at = excluded.promised_at,
        reason = excluded.reason, name = coalesce(excluded.name, b.name)
      RETURNING b.*
    )`;
  return { tables, ...told };
}

const told = {
  data: sql`jsonb_build_object('subject', 'callBack', 'type', 'callBackChanged', 'callBack', ${asCallBack})`,
  from: sql`, lost`,
};

const addressOf = (caller: Party): { readonly number: string; readonly personId: string } => ({
  number: caller.kind === 'number' ? storable(caller.number) : '',
  personId: caller.kind === 'person' ? caller.id : '',
});

/** The lost call on the list of the caller's queue that is over with a talk to them; undefined: there is none. */
export async function findLostCall(
  db: Kysely<Tables>,
  { tenantId, queueId, caller }: Pick<Ended, 'tenantId' | 'queueId' | 'caller'>,
): Promise<string | undefined> {
  if (!canBeCalledBack(caller)) return undefined;
  const { number, personId } = addressOf(caller);
  const row = await db
    .selectFrom('call_backs')
    .select('call_back_id')
    .where('tenant_id', '=', tenantId)
    .where('queue_id', '=', queueId)
    .where('number', '=', number)
    .where('person_id', '=', personId)
    .where('why', '=', 'lost')
    .where('state', '<>', 'done')
    .executeTakeFirst();
  return row?.call_back_id;
}

/** Somebody has talked to the caller: nobody needs to call back, whoever had taken that on. One row. */
export function settleLostCall(
  { tenantId, operatorId }: Ended,
  callBackId: string,
  now: Instant,
): ListChange {
  const tables = sql`, lost AS (
      UPDATE call_backs b SET state = 'done', changed_at = ${now}::bigint,
        operator_id = coalesce(b.operator_id, ${operatorId ?? null}::text) FROM counter
      WHERE b.tenant_id = ${tenantId} AND b.call_back_id = ${callBackId} RETURNING b.*
    )`;
  return { tables, ...told };
}

/** What PostgreSQL keeps in a text: names come from outside. */
const storable = (text: string): string => text.toWellFormed().replaceAll('\u0000', '');
