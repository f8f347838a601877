import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import type { Transaction } from 'kysely';
import type { Tables } from '../access/tables.ts';
import { writeDeskEvent } from '../feed/write-desk-event.ts';
import { holdOperator } from '../operators/hold-operator.ts';
import { statusOf } from '../operators/operator-status.ts';
import { workOf } from '../operators/operators.ts';

/**
 * Records that messages of an operator have changed, without a word of them. A server of before sees an operator who has
 * not changed. The caller holds the tenant's counter. False: no such operator.
 */
export async function tellOfMessages(
  tx: Transaction<Tables>,
  tenantId: TenantId,
  operatorId: PersonId,
  now: Instant,
): Promise<boolean> {
  const row = await holdOperator(tx, tenantId, operatorId);
  if (row === undefined) return false;
  const operator = statusOf(workOf(row));
  const event = { subject: 'operator', type: 'operatorChanged', operator, hasNewMessages: true } as const;
  await writeDeskEvent(tx, tenantId, event, now);
  return true;
}
