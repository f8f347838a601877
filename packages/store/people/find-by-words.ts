import type { PersonSource } from '@switchboard/domain/directory/person';
import type { PersonId, TenantId } from '@switchboard/domain/ids';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';

/** What is looked for; whoever is found fits all of it. Neither words nor a filter find nobody. */
export interface PeopleWanted {
  /** Folded; each is the beginning of some word. */
  readonly words: readonly string[];
  readonly departments?: readonly string[] | undefined;
  /** Offices or cities. */
  readonly places?: readonly string[] | undefined;
  readonly sources?: readonly PersonSource[] | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Ids of those who fit: former people last, those whose name begins with the first word first, then by name. */
export async function findIdsByWords(
  store: Store,
  tenantId: TenantId,
  { words, departments, places, sources, limit, offset }: PeopleWanted,
): Promise<readonly PersonId[]> {
  if (words.length === 0 && [departments, places, sources].every((filter) => filter === undefined)) return [];
  let query = store
    .selectFrom('people')
    .select('person_id')
    .where('tenant_id', '=', tenantId)
    .where('erased_at', 'is', null);
  for (const word of words) query = query.where('search_text', 'like', patternFor(word));
  if (sources !== undefined) query = query.where(sql<boolean>`source = ANY(${[...sources]}::text[])`);
  if (departments !== undefined)
    query = query.where(sql<boolean>`lower(data ->> 'department') = ANY(${lower(departments)}::text[])`);
  if (places !== undefined)
    query = query.where(sql<boolean>`(lower(data ->> 'office') = ANY(${lower(places)}::text[])
      OR lower(data ->> 'city') = ANY(${lower(places)}::text[]))`);
  const first = `${words[0] ?? ''}%`;
  const rows = await query
    .orderBy(sql`gone_at IS NOT NULL`)
    .orderBy(sql`(ltrim(search_text) LIKE ${first})`, 'desc')
    .orderBy('name')
    .orderBy('person_id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => row.person_id);
}

const lower = (texts: readonly string[]): string[] => texts.map((text) => text.toLowerCase());

/** Words begin behind a space; digits may stand anywhere in a number. Folded words hold no wildcard. */
const patternFor = (word: string): string => (/^\d+$/.test(word) ? `%${word}%` : `% ${word}%`);
