import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';
import { erase } from './change-people.ts';
import { holdChanges, noteLastChange, type PeopleWork } from './hold-changes.ts';

const rowsAtOnce = 500;

/**
 * Forgets a little of those who left before `until`: first their data with what operators knew of them, so that copies
 * drop them; as long after that the empty row. Returns whether there may be more.
 */
export function forgetPeople(
  store: Store,
  tenantId: TenantId,
  { until, now }: { readonly until: Instant; readonly now: Instant },
): Promise<boolean> {
  return store.transaction().execute(async (tx) => {
    let lastChange = await holdChanges(tx, tenantId);
    let count = 0;
    for (const source of ['directory', 'organisation', 'shared'] as const) {
      const old = await tx
        .selectFrom('people')
        .select('person_id')
        .where('tenant_id', '=', tenantId)
        .where('source', '=', source)
        .where('gone_at', '<', until)
        .where('erased_at', 'is', null)
        .limit(rowsAtOnce)
        .execute();
      const ids = old.map((row) => row.person_id);
      lastChange = await erase(tx, { tenantId, source, now, lastChange }, ids);
      await forgetKnowledge(tx, tenantId, ids);
      count = Math.max(count, ids.length);
    }
    await noteLastChange(tx, tenantId, lastChange);
    return Math.max(count, await forgetRows(tx, tenantId, until)) >= rowsAtOnce;
  });
}

/** A copy that is older than a row that is gone could not learn of it: it is made anew. */
async function forgetRows(tx: PeopleWork, tenantId: TenantId, until: Instant): Promise<number> {
  const { rows } = await sql<{ person_id: PersonId; change: number }>`
    DELETE FROM people WHERE tenant_id = ${tenantId} AND person_id IN (
      SELECT person_id FROM people WHERE tenant_id = ${tenantId} AND gone_at IS NOT NULL
        AND erased_at < ${until}::bigint LIMIT ${rowsAtOnce})
    RETURNING person_id, change`.execute(tx);
  await forgetKnowledge(
    tx,
    tenantId,
    rows.map((row) => row.person_id),
  );
  const newest = rows.reduce((last, row) => Math.max(last, row.change), 0);
  await forgetChanges(tx, tenantId, newest);
  return rows.length;
}

const forgetChanges = (tx: PeopleWork, tenantId: TenantId, until: number): Promise<unknown> =>
  tx
    .updateTable('directories')
    .set({ forgotten_change: until })
    .where('tenant_id', '=', tenantId)
    .where('forgotten_change', '<', until)
    .execute();

/** What operators knew of people, and who had them as favourites. */
async function forgetKnowledge(tx: PeopleWork, tenantId: TenantId, whom: readonly PersonId[]): Promise<void> {
  if (whom.length === 0) return;
  const meant = sql<boolean>`person_id = ANY(${[...whom]}::text[])`;
  await tx.deleteFrom('person_traits').where('tenant_id', '=', tenantId).where(meant).execute();
  await tx.deleteFrom('favourites').where('tenant_id', '=', tenantId).where(meant).execute();
}

/**
 * Erases one person, of whatever source, with what operators knew of them. Whom Graph still has comes back with the
 * next change of theirs or the next whole round. Returns whether anything was known of them.
 */
export function erasePerson(
  store: Store,
  tenantId: TenantId,
  personId: PersonId,
  now: Instant,
): Promise<boolean> {
  return store.transaction().execute(async (tx) => {
    const before = await holdChanges(tx, tenantId);
    let lastChange = before;
    for (const source of ['directory', 'organisation', 'shared'] as const) {
      lastChange = await erase(tx, { tenantId, source, now, lastChange }, [personId]);
    }
    await noteLastChange(tx, tenantId, lastChange);
    await forgetKnowledge(tx, tenantId, [personId]);
    const { numDeletedRows } = await tx
      .deleteFrom('personal_contacts')
      .where('tenant_id', '=', tenantId)
      .where('person_id', '=', personId)
      .executeTakeFirst();
    return lastChange > before || numDeletedRows > 0n;
  });
}
