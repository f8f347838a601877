import type { Person } from '@switchboard/domain/directory/person';
import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';

/** How it stands with an operator's own contacts. */
export interface MailboxState {
  readonly state: Tables['mailboxes_read']['state'];
  readonly readAt?: Instant;
  readonly count: number;
}

/** Of some operators of a tenant; those of whom nothing was read yet are left out. */
export async function readMailboxStates(
  store: Store,
  tenantId: TenantId,
  operatorIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, MailboxState>> {
  if (operatorIds.length === 0) return new Map();
  const { rows } = await sql<{
    operator_id: PersonId;
    state: MailboxState['state'];
    read_at: number | null;
    count: number;
  }>`
    SELECT m.operator_id, m.state, m.read_at, (
      SELECT count(*)::integer FROM personal_contacts c
      WHERE c.tenant_id = m.tenant_id AND c.operator_id = m.operator_id) AS count
    FROM mailboxes_read m
    WHERE m.tenant_id = ${tenantId} AND m.operator_id = ANY(${[...operatorIds]}::text[])`.execute(store);
  return new Map(
    rows.map(({ operator_id, state, read_at, count }) => [
      operator_id,
      { state, count, ...(read_at === null ? {} : { readAt: read_at }) },
    ]),
  );
}

/** An operator's own contacts, nobody else's. */
export async function readPersonalContacts(
  store: Store,
  tenantId: TenantId,
  operatorId: PersonId,
  limit: number,
): Promise<readonly Person[]> {
  const rows = await store
    .selectFrom('personal_contacts')
    .select('data')
    .where('tenant_id', '=', tenantId)
    .where('operator_id', '=', operatorId)
    .orderBy('person_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.data);
}
