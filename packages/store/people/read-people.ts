import type { PersonId, TenantId } from '@switchboard/domain/ids';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';
import { besideTraits, type KnownPerson, type KnownPersonRow, rowToKnownPerson } from './known-person.ts';

/** Somebody as one operator sees them. */
export interface SeenPerson extends KnownPerson {
  /** The operator's favourite; empty: in no group. */
  readonly favouriteGroup?: string;
  /** Microsoft named them in a search, and the reading of the directory has not come to them yet. */
  readonly isForwarded?: true;
  /** Of the manager, where that one is known too. */
  readonly managerName?: string;
  /** Of the operator who wrote the note, while they are one. */
  readonly notedBy?: string;
}

interface SeenRow extends KnownPersonRow {
  readonly is_forwarded: boolean;
  readonly group_name: string | null;
  readonly manager_name: string | null;
  readonly noted_by_name: string | null;
}

/**
 * The people of these ids in this order, whatever their source; ids of nobody are left out, and those of other operators'
 * own contacts are of nobody.
 */
export async function readPeople(
  store: Store,
  tenantId: TenantId,
  operatorId: PersonId,
  ids: readonly PersonId[],
): Promise<readonly SeenPerson[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<SeenRow>`
    SELECT p.data, p.source, p.gone_at, p.is_forwarded, t.tasks, t.alternate_names, t.nicknames, t.note, t.noted_by, t.noted_at,
      o.name AS noted_by_name, m.name AS manager_name, f.group_name
    FROM unnest(${[...ids]}::text[]) WITH ORDINALITY AS wanted (person_id, place)
    JOIN LATERAL (
      SELECT tenant_id, person_id, data, source, gone_at, source = 'directory' AND round = 0 AS is_forwarded FROM people
        WHERE tenant_id = ${tenantId} AND person_id = wanted.person_id
          AND erased_at IS NULL
      UNION ALL
      SELECT tenant_id, person_id, data, 'personal', NULL, false FROM personal_contacts
        WHERE tenant_id = ${tenantId} AND operator_id = ${operatorId} AND person_id = wanted.person_id
    ) p ON true
    ${besideTraits}
    LEFT JOIN operators o ON o.tenant_id = ${tenantId} AND o.operator_id = t.noted_by
    LEFT JOIN LATERAL (
      SELECT name FROM people WHERE tenant_id = p.tenant_id AND person_id = p.data ->> 'managerId' LIMIT 1
    ) m ON true
    LEFT JOIN favourites f
      ON f.tenant_id = ${tenantId} AND f.operator_id = ${operatorId} AND f.person_id = p.person_id
    ORDER BY wanted.place`.execute(store);
  return rows.map((row) => ({
    ...rowToKnownPerson(row),
    ...(row.is_forwarded ? { isForwarded: true } : {}),
    ...(row.group_name === null ? {} : { favouriteGroup: row.group_name }),
    ...(row.manager_name === null ? {} : { managerName: row.manager_name }),
    ...(row.noted_by_name === null ? {} : { notedBy: row.noted_by_name }),
  }));
}
