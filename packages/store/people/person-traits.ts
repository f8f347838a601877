import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql, type Transaction } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import { toJson } from '../access/to-json.ts';
import { nextChange } from './next-change.ts';

/** What is left out stays as it is; an empty text or list removes. */
export interface TraitsChange {
  readonly note?: string | undefined;
  readonly tasks?: readonly string[] | undefined;
  readonly alternateNames?: readonly string[] | undefined;
  readonly nicknames?: readonly string[] | undefined;
}

/** Writes what operators share about a person. False: there is nobody of this id. */
export function describePerson(
  store: Store,
  tenantId: TenantId,
  personId: PersonId,
  { traits, by, now }: { readonly traits: TraitsChange; readonly by: PersonId; readonly now: Instant },
): Promise<boolean> {
  return store.transaction().execute(async (tx) => {
    const change = await nextChange(tx, tenantId);
    const changed = await tx
      .updateTable('people')
      .set({ change })
      .where('tenant_id', '=', tenantId)
      .where('person_id', '=', personId)
      .where('erased_at', 'is', null)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return false;
    await writeTraits(tx, tenantId, [{ personId, traits }], { by, now });
    return true;
  });
}

/** Inside a transaction that has taken a change for these people. */
export async function writeTraits(
  tx: Transaction<Tables>,
  tenantId: TenantId,
  changes: readonly { readonly personId: PersonId; readonly traits: TraitsChange }[],
  { by, now }: { readonly by: PersonId | undefined; readonly now: Instant },
): Promise<void> {
  const rows = changes.map(({ personId, traits }) => ({
    person_id: personId,
    tasks: traits.tasks,
    alternate_names: traits.alternateNames,
    nicknames: traits.nicknames,
    note: traits.note,
  }));
  await sql`
    INSERT INTO person_traits (tenant_id, person_id)
    SELECT ${tenantId}, c.person_id FROM jsonb_to_recordset(${toJson(rows)}::jsonb) AS c (person_id text)
    ON CONFLICT DO NOTHING`.execute(tx);
  await sql`
    UPDATE person_traits t SET
      tasks = coalesce(c.tasks, t.tasks),
      alternate_names = coalesce(c.alternate_names, t.alternate_names),
      nicknames = coalesce(c.nicknames, t.nicknames),
      note = CASE WHEN c.note IS NULL THEN t.note ELSE nullif(c.note, '') END,
      noted_by = CASE WHEN c.note IS NULL THEN t.noted_by WHEN c.note <> '' THEN ${by ?? null} END,
      noted_at = CASE WHEN c.note IS NULL THEN t.noted_at WHEN c.note <> '' THEN ${now}::bigint END
    FROM jsonb_to_recordset(${toJson(rows)}::jsonb) AS c
      (person_id text, tasks jsonb, alternate_names jsonb, nicknames jsonb, note text)
    WHERE t.tenant_id = ${tenantId} AND t.person_id = c.person_id`.execute(tx);
}
