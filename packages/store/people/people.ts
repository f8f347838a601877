import type { Person } from '@switchboard/domain/directory/person';
import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Store } from '../access/store.ts';

/** Those of these people who are there; nobody is put through to whoever has left. */
export async function findPeople(
  store: Store,
  tenantId: TenantId,
  ids: readonly PersonId[],
): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  const rows = await store
    .selectFrom('people')
    .select('data')
    .where('tenant_id', '=', tenantId)
    .where('person_id', 'in', [...ids])
    .where('gone_at', 'is', null)
    .execute();
  return rows.map((row) => row.data);
}
