import type { Decided } from '@switchboard/domain/call/decision';
import type { Instant } from '@switchboard/kit/clock';
import type { Store } from '../access/store.ts';
import { type CallChanged, committed } from './change-call.ts';
import { writeDecision } from './write-decision.ts';

/** Records a new call with the leg it came by. Undefined: the leg is known already, the notification came twice. */
export function beginCall(
  store: Store,
  begin: { readonly decided: Decided; readonly now: Instant; readonly owner: number },
): Promise<CallChanged | undefined> {
  const { decided, now, owner } = begin;
  const { tenantId, callId, leg } = decided.state;
  return store.transaction().execute(async (tx) => {
    const inserted = await tx
      .insertInto('legs')
      .values({ tenant_id: tenantId, leg_id: leg, call_id: callId })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) return undefined;
    return committed(decided, await writeDecision(tx, { decided, now, owner }));
  });
}
