import type { Person, PersonSource } from '@switchboard/domain/directory/person';
import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { type RawBuilder, sql } from 'kysely';
import { toJson } from '../access/to-json.ts';
import type { PeopleWork } from './hold-changes.ts';

/** A person with the words that they are found by. */
export interface FoundBy {
  readonly person: Person;
  readonly searchText: string;
}

/** Where people stand, and what their next change is numbered from. */
export interface PeopleOf {
  readonly tenantId: TenantId;
  readonly source: Exclude<PersonSource, 'personal'>;
  readonly now: Instant;
  /** The last change before this one: see `holdChanges`. */
  readonly lastChange: number;
}

/** Somebody as we have them. */
export interface StoredPerson {
  readonly person: Person;
  /** The round that saw them last. */
  readonly round: number;
  readonly isGone: boolean;
}

/** Of these people, those of whom something is known; of whom nothing is left but the id is none of them. */
export async function readKnown(
  tx: PeopleWork,
  { tenantId, source }: PeopleOf,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, StoredPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('people')
    .select(['person_id', 'data', 'round', 'gone_at'])
    .where('tenant_id', '=', tenantId)
    .where('source', '=', source)
    .where('erased_at', 'is', null)
    .where(sql<boolean>`person_id = ANY(${[...ids]}::text[])`)
    .execute();
  return new Map(
    rows.map((row) => [row.person_id, { person: row.data, round: row.round, isGone: row.gone_at !== null }]),
  );
}

/**
 * Writes people who are there. Whoever was only found by a search (round 0) changes by it; whoever else is written as they
 * were keeps the number of their change, so that what is told
 * twice wakes nobody. Returns the number of the last change.
 */
export async function putPeople(
  tx: PeopleWork,
  of: PeopleOf,
  people: readonly FoundBy[],
  round: number,
): Promise<number> {
  if (people.length === 0) return of.lastChange;
  const rows = toJson(
    newestOfEach(people).map(({ person, searchText }, at) => ({
      n: at + 1,
      person_id: person.personId,
      name: person.name,
      search_text: searchText,
      data: person,
    })),
  );
  const isChanged = sql`(people.data IS DISTINCT FROM excluded.data
    OR people.search_text <> excluded.search_text OR people.gone_at IS NOT NULL OR people.round = 0)`;
  const { rows: written } = await sql<{ change: number }>`
    INSERT INTO people (tenant_id, source, person_id, name, search_text, data, round, change)
    SELECT ${of.tenantId}, ${of.source}, p.person_id, p.name, p.search_text, p.data, ${round}::integer,
      ${of.lastChange}::bigint + p.n
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS p (n integer, person_id text, name text, search_text text, data jsonb)
    ON CONFLICT (tenant_id, person_id) DO UPDATE
    SET name = excluded.name, search_text = excluded.search_text, data = excluded.data, round = excluded.round,
      gone_at = NULL, erased_at = NULL,
      change = CASE WHEN ${isChanged} THEN excluded.change ELSE people.change END
    WHERE people.source = excluded.source AND (${isChanged} OR people.round <> excluded.round)
    RETURNING change`.execute(tx);
  return lastOf(of, written);
}

/** A page may name a person twice (https://learn.microsoft.com/graph/delta-query-overview, read 2026-11-23). */
const newestOfEach = (people: readonly FoundBy[]): readonly FoundBy[] => [
  ...new Map(people.map((found) => [found.person.personId, found])).values(),
];

/** These people are no longer there: shown last for a time. Returns the number of the last change. */
export const markGone = (tx: PeopleWork, of: PeopleOf, ids: readonly PersonId[]): Promise<number> =>
  ids.length === 0
    ? Promise.resolve(of.lastChange)
    : change(tx, of, {
        whom: sql`gone_at IS NULL AND person_id = ANY(${[...ids]}::text[])`,
        set: sql`gone_at = ${of.now}::bigint`,
      });

/** Whoever a whole round did not see is gone. Returns the number of the last change. */
export const markUnseen = (tx: PeopleWork, of: PeopleOf, round: number): Promise<number> =>
  change(tx, of, {
    whom: sql`gone_at IS NULL AND round <> ${round}::integer`,
    set: sql`gone_at = ${of.now}::bigint`,
  });

/** Nothing is left of these people but their ids. Returns the number of the last change. */
export const erase = (tx: PeopleWork, of: PeopleOf, whom: readonly PersonId[] | 'all'): Promise<number> =>
  whom !== 'all' && whom.length === 0
    ? Promise.resolve(of.lastChange)
    : change(tx, of, {
        whom:
          whom === 'all'
            ? sql`erased_at IS NULL`
            : sql`erased_at IS NULL AND person_id = ANY(${[...whom]}::text[])`,
        set: sql`gone_at = coalesce(p.gone_at, ${of.now}::bigint), erased_at = ${of.now}::bigint, name = '',
          search_text = '', data = jsonb_build_object('personId', p.person_id, 'name', '')`,
      });

async function change(
  tx: PeopleWork,
  of: PeopleOf,
  { whom, set }: { readonly whom: RawBuilder<unknown>; readonly set: RawBuilder<unknown> },
): Promise<number> {
  const { rows } = await sql<{ change: number }>`
    WITH meant AS (
      SELECT person_id, row_number() OVER (ORDER BY person_id) AS n FROM people
      WHERE tenant_id = ${of.tenantId} AND source = ${of.source} AND ${whom}
    ), changed AS (
      UPDATE people p SET ${set}, change = ${of.lastChange}::bigint + meant.n FROM meant
      WHERE p.tenant_id = ${of.tenantId} AND p.person_id = meant.person_id
      RETURNING p.change
    )
    SELECT max(change) AS change FROM changed HAVING count(*) > 0`.execute(tx);
  return lastOf(of, rows);
}

const lastOf = ({ lastChange }: PeopleOf, changed: readonly { readonly change: number }[]): number =>
  changed.reduce((last, row) => Math.max(last, row.change), lastChange);
