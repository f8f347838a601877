import type { PersonId, TenantId } from '@switchboard/domain/ids';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';
import { besideTraits, type KnownPerson, type KnownPersonRow, rowToKnownPerson } from './known-person.ts';

/** Where a copy of the people stands: everything up to a change, and of the next one the people up to an id. */
export interface ChangePlace {
  readonly change: number;
  readonly personId: string;
}

/** How far the changes of a tenant's people are. */
export interface ChangeCount {
  readonly last: number;
  /** A copy that is not as far as this one is made anew: what changed before may be forgotten. */
  readonly forgotten: number;
  /** Tells this database's tenant from one of the same id in another, whose numbers mean other changes. */
  readonly origin: string;
}

export async function readLastChange(store: Store, tenantId: TenantId): Promise<ChangeCount> {
  const row = await store
    .selectFrom('tenants')
    .leftJoin('directories', 'directories.tenant_id', 'tenants.tenant_id')
    .select(['last_change', 'forgotten_change', 'created_at'])
    .where('tenants.tenant_id', '=', tenantId)
    .executeTakeFirst();
  const { last_change: last, forgotten_change: forgotten, created_at: origin } = row ?? {};
  return { last: last ?? 0, forgotten: forgotten ?? 0, origin: String(origin ?? 0) };
}

/** Somebody who changed; `isErased`: nothing is left of them but the id. */
export interface ChangedPerson extends KnownPerson, ChangePlace {
  readonly isErased: boolean;
}

/** Who changed since, in the order of changes. */
export async function readPeopleChanges(
  store: Store,
  tenantId: TenantId,
  { change, personId }: ChangePlace,
  limit: number,
): Promise<readonly ChangedPerson[]> {
  const { rows } = await sql<KnownPersonRow & { change: number; person_id: string; is_erased: boolean }>`
    SELECT p.change, p.person_id, p.erased_at IS NOT NULL AS is_erased, p.data, p.source, p.gone_at,
      t.tasks, t.alternate_names, t.nicknames, t.note, t.noted_by, t.noted_at
    FROM people p ${besideTraits}
    WHERE p.tenant_id = ${tenantId} AND (p.change, p.person_id) > (${change}::bigint, ${personId})
    ORDER BY p.change, p.person_id LIMIT ${limit}`.execute(store);
  return rows.map((row) => ({
    ...rowToKnownPerson(row),
    change: row.change,
    personId: row.person_id,
    isErased: row.is_erased,
  }));
}

/** Everybody of a tenant in pages, by id. */
export async function* readEverybody(
  store: Store,
  tenantId: TenantId,
  pageSize: number,
): AsyncGenerator<readonly KnownPerson[]> {
  let after = '' as PersonId;
  for (;;) {
    const { rows } = await sql<KnownPersonRow & { person_id: PersonId }>`
      SELECT p.person_id, p.data, p.source, p.gone_at,
        t.tasks, t.alternate_names, t.nicknames, t.note, t.noted_by, t.noted_at
      FROM people p ${besideTraits}
      WHERE p.tenant_id = ${tenantId} AND p.person_id > ${after} AND p.erased_at IS NULL
      ORDER BY p.person_id LIMIT ${pageSize}`.execute(store);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(rowToKnownPerson);
    after = last.person_id;
  }
}

/** The ids of those who changed after a number, in the order of changes. */
export async function readChangedIds(
  store: Store,
  tenantId: TenantId,
  after: number,
  limit: number,
): Promise<readonly PersonId[]> {
  const rows = await store
    .selectFrom('people')
    .select('person_id')
    .where('tenant_id', '=', tenantId)
    .where('change', '>', after)
    .orderBy('change')
    .limit(limit)
    .execute();
  return rows.map((row) => row.person_id);
}
