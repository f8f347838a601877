import type { PersonId, TenantId } from '@switchboard/domain/ids';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';

/** Of these people of the directory, those of whom nothing is known. */
export async function whoIsUnknown(
  store: Store,
  tenantId: TenantId,
  ids: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ person_id: PersonId }>`
    SELECT person_id FROM people WHERE tenant_id = ${tenantId} AND person_id = ANY(${[...ids]}::text[])
      AND erased_at IS NULL`.execute(store);
  const known = new Set(rows.map((row) => row.person_id));
  return new Set(ids.filter((id) => !known.has(id)));
}

/** Everybody of the directory who is there. */
export async function readDirectoryIds(store: Store, tenantId: TenantId): Promise<ReadonlySet<PersonId>> {
  const rows = await store
    .selectFrom('people')
    .select('person_id')
    .where('tenant_id', '=', tenantId)
    .where('source', '=', 'directory')
    .where('gone_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.person_id));
}
