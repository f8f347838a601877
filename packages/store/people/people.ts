import type { Person } from '@switchboard/domain/directory/person';
import type { PersonId, TenantId } from '@switchboard/domain/ids';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';
import { toJson } from '../access/to-json.ts';

export interface DirectoryProgress {
  readonly link: string | undefined;
  readonly isFilled: boolean;
}

/** A person with the words that they are found by. */
export interface FoundBy {
  readonly person: Person;
  readonly searchText: string;
}

/** One page of the directory: who is there, who is gone, and where to read on. All of it or nothing is written. */
export interface DirectoryPage {
  readonly people: readonly FoundBy[];
  readonly removed: readonly PersonId[];
  readonly link: string;
  readonly isFilled: boolean;
}

export async function writeDirectoryPage(
  store: Store,
  tenantId: TenantId,
  page: DirectoryPage,
): Promise<void> {
  await store.transaction().execute(async (tx) => {
    if (page.people.length > 0) {
      const rows = toJson(
        newestOfEach(page.people).map(({ person, searchText }) => ({
          person_id: person.personId,
          name: person.name,
          search_text: searchText,
          data: person,
        })),
      );
      await sql`
        INSERT INTO people (tenant_id, person_id, name, search_text, data)
        SELECT ${tenantId}, p.person_id, p.name, p.search_text, p.data
        FROM jsonb_to_recordset(${rows}::jsonb) AS p (person_id text, name text, search_text text, data jsonb)
        ON CONFLICT (tenant_id, person_id) DO UPDATE
        SET name = excluded.name, search_text = excluded.search_text, data = excluded.data`.execute(tx);
    }
    if (page.removed.length > 0) {
      await tx
        .deleteFrom('people')
        .where('tenant_id', '=', tenantId)
        .where('person_id', 'in', [...page.removed])
        .execute();
    }
    await tx
      .insertInto('directories')
      .values({ tenant_id: tenantId, link: page.link, is_filled: page.isFilled })
      .onConflict((conflict) =>
        conflict.column('tenant_id').doUpdateSet({
          link: page.link,
          is_filled: sql<boolean>`directories.is_filled OR ${page.isFilled}`,
        }),
      )
      .execute();
  });
}

/** A page may name a person twice (https://learn.microsoft.com/graph/delta-query-overview, read 2026-11-23). */
const newestOfEach = (people: readonly FoundBy[]): readonly FoundBy[] => [
  ...new Map(people.map((found) => [found.person.personId, found])).values(),
];

export async function readDirectoryProgress(store: Store, tenantId: TenantId): Promise<DirectoryProgress> {
  const row = await store
    .selectFrom('directories')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return { link: row?.link ?? undefined, isFilled: row?.is_filled ?? false };
}

/** Begins the reading anew; what is known stays until it is read again. */
export async function forgetDirectoryLink(store: Store, tenantId: TenantId): Promise<void> {
  await store.updateTable('directories').set({ link: null }).where('tenant_id', '=', tenantId).execute();
}

/** The people of whom every word is the beginning of some word, those whose name begins with the first word first. */
export async function searchPeople(
  store: Store,
  tenantId: TenantId,
  words: readonly string[],
  limit: number,
): Promise<readonly Person[]> {
  if (words.length === 0) return [];
  let query = store.selectFrom('people').select('data').where('tenant_id', '=', tenantId);
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
    .execute();
  return rows.map((row) => row.data);
}

export async function countPeople(store: Store, tenantId: TenantId): Promise<number> {
  const row = await store
    .selectFrom('people')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  return row.n;
}
