import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import { holdCounter, writeDeskEvent } from '../feed/write-desk-event.ts';
import type { CallBack } from './call-back.ts';

type Row = Selectable<Tables['call_backs']>;

const rowToCallBack = (row: Row): CallBack => ({
  callBackId: row.call_back_id,
  callId: row.call_id,
  queueId: row.queue_id,
  why: row.why,
  ...(row.number === '' ? {} : { number: row.number }),
  ...(row.person_id === '' ? {} : { personId: row.person_id as PersonId }),
  ...(row.name === null ? {} : { name: row.name }),
  promisedAt: row.promised_at,
  calls: row.calls,
  ...(row.reason === null ? {} : { reason: row.reason }),
  tries: row.tries,
  ...(row.tried_at === null ? {} : { triedAt: row.tried_at }),
  state: row.state,
  ...(row.operator_id === null ? {} : { operatorId: row.operator_id }),
});

/** Whom nobody has called back within a week is left to the history: a list that only grows is read by nobody. */
export const lostStays = 7 * 24 * 3_600_000;
/** Lost calls on the lists of a tenant's queues together, the newest. */
export const mostLost = 1_000;

/** Who is to be called back, the oldest first: all promises, and lost calls of the last days. */
export async function readCallBacksToDo(
  store: Store,
  tenantId: TenantId,
  now: Instant,
): Promise<readonly CallBack[]> {
  const { rows } = await sql<Row>`
    SELECT * FROM (
      (SELECT * FROM call_backs WHERE tenant_id = ${tenantId} AND state <> 'done' AND why = 'promised')
      UNION ALL
      (SELECT * FROM call_backs WHERE tenant_id = ${tenantId} AND state <> 'done' AND why = 'lost'
        AND promised_at > ${now - lostStays}::bigint ORDER BY promised_at DESC LIMIT ${mostLost}::integer)
    ) AS to_do ORDER BY promised_at, call_back_id`.execute(store);
  return rows.map(rowToCallBack);
}

type Again = 'openAgain' | 'takenAgain';

export interface CallBackChange {
  readonly callBackId: string;
  readonly operatorId: PersonId;
  /**
   * `notReached`: called back in vain; it is open again, with one try more. `openAgain`, `takenAgain`: this operator said
   * by mistake that it is done.
   */
  readonly to: CallBack['state'] | 'notReached' | Again;
  readonly now: Instant;
  /** Whether this operator may have to do with it. */
  readonly isAllowed: (callBack: CallBack) => boolean;
}

/** Refused with who has it, or has done it, when it is no longer this operator's to change. */
export function changeCallBack(
  store: Store,
  tenantId: TenantId,
  change: CallBackChange,
): Promise<Result<CallBack, { readonly by?: PersonId }>> {
  const { callBackId, operatorId, to, now, isAllowed } = change;
  return store.transaction().execute(async (tx) => {
    await holdCounter(tx, tenantId);
    const row = await tx
      .selectFrom('call_backs')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('call_back_id', '=', callBackId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (row === undefined || !isAllowed(rowToCallBack(row))) return refused({});
    const isOthers = row.state !== 'open' && row.operator_id !== operatorId;
    if (isAgain(to) !== (row.state === 'done') || isOthers)
      return refused(row.operator_id === null ? {} : { by: row.operator_id });
    // Who has called in vain once more meanwhile is on the list already.
    if (isAgain(to) && (await isOnList(tx, row))) return refused({});
    const state = stateAfter(to);
    const tried = to === 'notReached' ? { tries: row.tries + 1, tried_at: now } : {};
    const changed = await tx
      .updateTable('call_backs')
      .set({ state, operator_id: state === 'open' ? null : operatorId, changed_at: now, ...tried })
      .where('tenant_id', '=', tenantId)
      .where('call_back_id', '=', callBackId)
      .returningAll()
      .executeTakeFirstOrThrow();
    const callBack = rowToCallBack(changed);
    await writeDeskEvent(tx, tenantId, { subject: 'callBack', type: 'callBackChanged', callBack }, now);
    return ok(callBack);
  });
}

const isAgain = (to: CallBackChange['to']): to is Again => to === 'openAgain' || to === 'takenAgain';

function stateAfter(to: CallBackChange['to']): CallBack['state'] {
  if (to === 'notReached' || to === 'openAgain') return 'open';
  return to === 'takenAgain' ? 'taken' : to;
}

/** Whether a lost caller has another row that is to do: there is one for each at most. */
async function isOnList(db: Kysely<Tables>, row: Row): Promise<boolean> {
  if (row.why !== 'lost') return false;
  const other = await db
    .selectFrom('call_backs')
    .select('call_back_id')
    .where('tenant_id', '=', row.tenant_id)
    .where('queue_id', '=', row.queue_id)
    .where('number', '=', row.number)
    .where('person_id', '=', row.person_id)
    .where('why', '=', 'lost')
    .where('state', '<>', 'done')
    .executeTakeFirst();
  return other !== undefined;
}
