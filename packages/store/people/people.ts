import type { Person } from '@switchboard/domain/directory/person';
import type { PersonId, TenantId } from '@switchboard/domain/ids';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';

/** The people of whom every word is the beginning of some word, those whose name begins with the first word first. */
export async function searchPeople(
  store: Store,
  tenantId: TenantId,
  words: readonly string[],
  limit: number,
): Promise<readonly Person[]> {
  if (words.length === 0) return [];
  let query = store
    .selectFrom('people')
    .select('data')
    .where('tenant_id', '=', tenantId)
    .where('gone_at', 'is', null);
  for (const word of words) query = query.where('search_text', 'like', patternFor(word));
  const first = `${words[0] ?? ''}%`;
  const rows = await query
    .orderBy(sql`(ltrim(search_text) LIKE ${first})`, 'desc')
    .orderBy('name')
    .limit(limit)
    .execute();
  return rows.map((row) => row.data);
}

/** Words begin behind a space; digits may stand anywhere in a number. Folded words hold no wildcard. */
const patternFor = (word: string): string => (/^\d+$/.test(word) ? `%${word}%` : `% ${word}%`);

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

export async function countPeople(store: Store, tenantId: TenantId): Promise<number> {
  const row = await store
    .selectFrom('people')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('tenant_id', '=', tenantId)
    .where('gone_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.n;
}
