import type { PersonId, TenantId } from '@switchboard/domain/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { sql, type Transaction } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import { nextChange } from './next-change.ts';

/** Whom an operator keeps at hand, and in which group; empty: in none. */
export interface Favourite {
  readonly personId: PersonId;
  readonly group: string;
}

export const mostFavourites = 500;

/** The favourites of some operators of a tenant, each in their order. */
export async function readFavourites(
  store: Store,
  tenantId: TenantId,
  operatorIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly Favourite[]>> {
  if (operatorIds.length === 0) return new Map();
  const rows = await store
    .selectFrom('favourites')
    .select(['operator_id', 'person_id', 'group_name'])
    .where('tenant_id', '=', tenantId)
    .where('operator_id', 'in', [...operatorIds])
    .orderBy('operator_id')
    .orderBy('position')
    .orderBy('person_id')
    .execute();
  const favourites = new Map<PersonId, Favourite[]>();
  for (const { operator_id, person_id, group_name } of rows) {
    const known = favourites.get(operator_id) ?? [];
    known.push({ personId: person_id, group: group_name });
    favourites.set(operator_id, known);
  }
  return favourites;
}

/** Adds somebody at the end, or changes their group; `group` undefined: as before, or none. */
export function keepFavourite(
  store: Store,
  tenantId: TenantId,
  operatorId: PersonId,
  { personId, group }: { readonly personId: PersonId; readonly group: string | undefined },
): Promise<Result<'taken', 'tooManyKept'>> {
  return store.transaction().execute(async (tx) => {
    await nextChange(tx, tenantId);
    const others = await countOthers(tx, tenantId, operatorId, personId);
    if (others >= mostFavourites) return refused('tooManyKept');
    await sql`
      INSERT INTO favourites (tenant_id, operator_id, person_id, group_name, position)
      SELECT ${tenantId}, ${operatorId}, ${personId}, ${group ?? ''}, coalesce(max(position), 0) + 1
      FROM favourites WHERE tenant_id = ${tenantId} AND operator_id = ${operatorId}
      ON CONFLICT (tenant_id, operator_id, person_id)
      DO UPDATE SET group_name = ${group === undefined ? sql`favourites.group_name` : group}`.execute(tx);
    return ok('taken');
  });
}

/** Those of whom nothing is left take no room. */
async function countOthers(
  tx: Transaction<Tables>,
  tenantId: TenantId,
  operatorId: PersonId,
  personId: PersonId,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM favourites f
    WHERE tenant_id = ${tenantId} AND operator_id = ${operatorId} AND person_id <> ${personId} AND (
      EXISTS (SELECT FROM people p WHERE p.tenant_id = f.tenant_id AND p.person_id = f.person_id)
      OR EXISTS (SELECT FROM personal_contacts c WHERE c.tenant_id = f.tenant_id
        AND c.operator_id = f.operator_id AND c.person_id = f.person_id))`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function dropFavourite(
  store: Store,
  tenantId: TenantId,
  operatorId: PersonId,
  personId: PersonId,
): Promise<void> {
  await store.transaction().execute(async (tx) => {
    await nextChange(tx, tenantId);
    await tx
      .deleteFrom('favourites')
      .where('tenant_id', '=', tenantId)
      .where('operator_id', '=', operatorId)
      .where('person_id', '=', personId)
      .execute();
  });
}

/** Puts the ones named first, in this order; the others follow as they stood. */
export async function orderFavourites(
  store: Store,
  tenantId: TenantId,
  operatorId: PersonId,
  personIds: readonly PersonId[],
): Promise<void> {
  await store.transaction().execute(async (tx) => {
    await nextChange(tx, tenantId);
    await sql`
      UPDATE favourites f SET position = o.position FROM (
        SELECT k.person_id, row_number() OVER (ORDER BY n.place NULLS LAST, k.position, k.person_id) AS position
        FROM favourites k
        LEFT JOIN (
          SELECT person_id, min(place) AS place
          FROM unnest(${[...personIds]}::text[]) WITH ORDINALITY AS w (person_id, place) GROUP BY person_id
        ) n ON n.person_id = k.person_id
        WHERE k.tenant_id = ${tenantId} AND k.operator_id = ${operatorId}
      ) o
      WHERE f.tenant_id = ${tenantId} AND f.operator_id = ${operatorId} AND f.person_id = o.person_id`.execute(
      tx,
    );
  });
}
