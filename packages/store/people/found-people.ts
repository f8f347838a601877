import type { TenantId } from '@switchboard/domain/ids';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';
import { toJson } from '../access/to-json.ts';
import type { FoundBy } from '../directory/change-people.ts';
import { nextChange } from './next-change.ts';

/**
 * Writes people whom Microsoft named before their page of the directory was read: of no round, which marks them. Whoever
 * is there already stays as they are; the reading of the directory writes over all of them.
 */
export async function writeFoundPeople(
  store: Store,
  tenantId: TenantId,
  found: readonly FoundBy[],
): Promise<void> {
  if (found.length === 0) return;
  const rows = toJson(
    found.map(({ person, searchText }) => ({
      person_id: person.personId,
      name: person.name,
      search_text: searchText,
      data: person,
    })),
  );
  await store.transaction().execute(async (tx) => {
    const change = await nextChange(tx, tenantId);
    await sql`
      INSERT INTO people (tenant_id, person_id, name, search_text, data, round, change)
      SELECT ${tenantId}, p.person_id, p.name, p.search_text, p.data, 0, ${change}::bigint
      FROM jsonb_to_recordset(${rows}::jsonb) AS p (person_id text, name text, search_text text, data jsonb)
      ON CONFLICT (tenant_id, person_id) DO NOTHING`.execute(tx);
  });
}
