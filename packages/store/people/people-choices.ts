import type { PersonId, TenantId } from '@switchboard/domain/ids';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';

export interface Choice {
  readonly value: string;
  readonly count: number;
}

/** What the people of a tenant can be told apart by, the most frequent first. */
export interface PeopleChoices {
  readonly departments: readonly Choice[];
  /** Offices and cities. */
  readonly places: readonly Choice[];
  readonly sources: readonly Choice[];
}

/** Of one kind: a list that is longer is typed into instead. */
const mostChoices = 500;

/** Counts everybody once through: a second for a million people. */
export async function countPeopleChoices(store: Store, tenantId: TenantId): Promise<PeopleChoices> {
  const { rows } = await sql<Choice & { kind: keyof PeopleChoices }>`
    WITH counted AS (
      SELECT CASE WHEN grouping(department) = 0 THEN 'departments' WHEN grouping(source) = 0 THEN 'sources'
          ELSE 'places' END AS kind,
        coalesce(department, source, office, city) AS value, count(*) AS count
      FROM (
        SELECT data ->> 'department' AS department, data ->> 'office' AS office, source,
          CASE WHEN data ->> 'city' IS DISTINCT FROM data ->> 'office' THEN data ->> 'city' END AS city
        FROM people WHERE tenant_id = ${tenantId} AND gone_at IS NULL
      ) p
      GROUP BY GROUPING SETS ((department), (source), (office), (city))
    ), summed AS (
      SELECT kind, value, sum(count)::integer AS count,
        row_number() OVER (PARTITION BY kind ORDER BY sum(count) DESC, value) AS place
      FROM counted WHERE value <> '' GROUP BY kind, value
    )
    SELECT kind, value, count FROM summed WHERE place <= ${mostChoices}
    ORDER BY kind, place`.execute(store);
  const of = (wanted: keyof PeopleChoices): readonly Choice[] =>
    rows.flatMap(({ kind, value, count }) => (kind === wanted ? [{ value, count }] : []));
  return { departments: of('departments'), places: of('places'), sources: of('sources') };
}

export async function countPersonalContacts(
  store: Store,
  tenantId: TenantId,
  operatorId: PersonId,
): Promise<number> {
  const row = await store
    .selectFrom('personal_contacts')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('tenant_id', '=', tenantId)
    .where('operator_id', '=', operatorId)
    .executeTakeFirstOrThrow();
  return row.n;
}
