import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Selectable, Transaction } from 'kysely';
import type { Tables } from '../access/tables.ts';

/** The row of an operator, held until the transaction ends; undefined: no such operator. */
export const holdOperator = (
  tx: Transaction<Tables>,
  tenantId: TenantId,
  operatorId: PersonId,
): Promise<Selectable<Tables['operators']> | undefined> =>
  tx
    .selectFrom('operators')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('operator_id', '=', operatorId)
    .forNoKeyUpdate()
    .executeTakeFirst();
