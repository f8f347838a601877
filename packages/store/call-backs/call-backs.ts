import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Selectable } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import { holdCounter, writeDeskEvent } from '../feed/write-desk-event.ts';
import type { CallBack } from './call-back.ts';

const rowToCallBack = (row: Selectable<Tables['call_backs']>): CallBack => ({
  callBackId: row.call_back_id,
  callId: row.call_id,
  queueId: row.queue_id,
  number: row.number,
  ...(row.name === null ? {} : { name: row.name }),
  promisedAt: row.promised_at,
  state: row.state,
  ...(row.operator_id === null ? {} : { operatorId: row.operator_id }),
});

/** The calls back that are promised and not done, the oldest promise first. */
export async function readCallBacksToDo(store: Store, tenantId: TenantId): Promise<readonly CallBack[]> {
  const rows = await store
    .selectFrom('call_backs')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('state', '<>', 'done')
    .orderBy('promised_at')
    .execute();
  return rows.map(rowToCallBack);
}

export interface CallBackChange {
  readonly callBackId: string;
  readonly operatorId: PersonId;
  readonly to: CallBack['state'];
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
    if (row.state === 'done' || isOthers)
      return refused(row.operator_id === null ? {} : { by: row.operator_id });
    const changed = await tx
      .updateTable('call_backs')
      .set({ state: to, operator_id: to === 'open' ? null : operatorId, changed_at: now })
      .where('tenant_id', '=', tenantId)
      .where('call_back_id', '=', callBackId)
      .returningAll()
      .executeTakeFirstOrThrow();
    const callBack = rowToCallBack(changed);
    await writeDeskEvent(tx, tenantId, { subject: 'callBack', type: 'callBackChanged', callBack }, now);
    return ok(callBack);
  });
}
