import type { Person } from '@switchboard/domain/directory/person';
import type { Instant } from '@switchboard/kit/clock';
import { type RawBuilder, sql } from 'kysely';
import type { Store } from '../access/store.ts';
import { toJson } from '../access/to-json.ts';
import type { PeopleWork } from './hold-changes.ts';
import { type ClaimedMailbox, holdMailbox } from './mailboxes.ts';

/** A contact, by the id that Outlook has for it. */
export interface PersonalContact {
  readonly contactId: string;
  readonly person: Person;
}

/** One page of one folder of an operator's contacts. */
export interface ContactPage {
  /** As Outlook has it; empty for the folder that has none. */
  readonly folderId: string;
  readonly contactIds: readonly string[];
  readonly removed: readonly string[];
  /** What is to be kept, out of whom we know by Outlook's ids. Whom it leaves out is removed. */
  readonly compose: (known: ReadonlyMap<string, Person>) => readonly PersonalContact[];
  /** Where changes are read from, once the folder is read to its end. */
  readonly link?: string;
  /** After a folder was read as a whole: all of its contacts that it has. */
  readonly all?: readonly string[];
}

/**
 * Writes a page, or nothing of it. A contact keeps its id of ours for as long as Outlook keeps its own. Returns whether
 * contacts changed; undefined: the reader was overtaken.
 */
export function writeContacts(
  store: Store,
  claim: ClaimedMailbox,
  page: ContactPage,
  now: Instant,
): Promise<boolean | undefined> {
  return store.transaction().execute(async (tx) => {
    if (!(await holdMailbox(tx, claim, now))) return undefined;
    const composed = page.compose(await readKnown(tx, claim, page.contactIds));
    const put = await putContacts(tx, claim, page.folderId, composed);
    const kept = new Set(composed.map(({ contactId }) => contactId));
    const gone = [...page.removed, ...page.contactIds.filter((id) => !kept.has(id))];
    const inFolder = sql`folder_id = ${page.folderId}`;
    let removed = await removeContacts(tx, claim, sql`${inFolder} AND contact_id = ANY(${gone}::text[])`);
    if (page.all !== undefined) {
      const all = [...page.all];
      removed += await removeContacts(tx, claim, sql`${inFolder} AND contact_id <> ALL(${all}::text[])`);
    }
    if (page.link !== undefined) await noteLink(tx, claim, page.folderId, page.link);
    return put + removed > 0;
  });
}

async function readKnown(
  tx: PeopleWork,
  { tenantId, operatorId }: ClaimedMailbox,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const rows = await tx
    .selectFrom('personal_contacts')
    .select(['contact_id', 'data'])
    .where('tenant_id', '=', tenantId)
    .where('operator_id', '=', operatorId)
    .where(sql<boolean>`contact_id = ANY(${[...contactIds]}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.contact_id, row.data]));
}

async function putContacts(
  tx: PeopleWork,
  { tenantId, operatorId }: ClaimedMailbox,
  folderId: string,
  contacts: readonly PersonalContact[],
): Promise<number> {
  if (contacts.length === 0) return 0;
  const rows = toJson(
    contacts.map(({ contactId, person }) => ({
      contact_id: contactId,
      person_id: person.personId,
      name: person.name,
      data: person,
    })),
  );
  const { numAffectedRows } = await sql`
    INSERT INTO personal_contacts (tenant_id, operator_id, person_id, contact_id, folder_id, name, data)
    SELECT ${tenantId}, ${operatorId}, c.person_id, c.contact_id, ${folderId}, c.name, c.data
    FROM jsonb_to_recordset(${rows}::jsonb) AS c (contact_id text, person_id text, name text, data jsonb)
    ON CONFLICT (tenant_id, operator_id, contact_id) DO UPDATE
    SET folder_id = excluded.folder_id, name = excluded.name, data = excluded.data
    WHERE personal_contacts.data IS DISTINCT FROM excluded.data
      OR personal_contacts.folder_id <> excluded.folder_id`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** With the operator's favourites among them. */
async function removeContacts(
  tx: PeopleWork,
  { tenantId, operatorId }: ClaimedMailbox,
  whom: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    WITH gone AS (
      DELETE FROM personal_contacts WHERE tenant_id = ${tenantId} AND operator_id = ${operatorId} AND ${whom}
      RETURNING person_id
    ), forgotten AS (
      DELETE FROM favourites WHERE tenant_id = ${tenantId} AND operator_id = ${operatorId}
        AND person_id IN (SELECT person_id FROM gone)
    )
    SELECT count(*)::integer AS count FROM gone`.execute(tx);
  return rows[0]?.count ?? 0;
}

async function noteLink(
  tx: PeopleWork,
  { tenantId, operatorId }: ClaimedMailbox,
  folderId: string,
  link: string | null,
): Promise<void> {
  await tx
    .insertInto('contact_folders')
    .values({ tenant_id: tenantId, operator_id: operatorId, folder_id: folderId, link })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'operator_id', 'folder_id']).doUpdateSet({ link }),
    )
    .execute();
}

/** Where changes of each folder are read from. */
export async function readFolderLinks(
  store: Store,
  { tenantId, operatorId }: ClaimedMailbox,
): Promise<ReadonlyMap<string, string>> {
  const rows = await store
    .selectFrom('contact_folders')
    .select(['folder_id', 'link'])
    .where('tenant_id', '=', tenantId)
    .where('operator_id', '=', operatorId)
    .execute();
  return new Map(rows.flatMap((row) => (row.link === null ? [] : [[row.folder_id, row.link] as const])));
}

/** Removes folders that are there no more, with what is still in them. As `writeContacts` in what it returns. */
export function keepFolders(
  store: Store,
  claim: ClaimedMailbox,
  folderIds: readonly string[],
  now: Instant,
): Promise<boolean | undefined> {
  return store.transaction().execute(async (tx) => {
    if (!(await holdMailbox(tx, claim, now))) return undefined;
    const others = sql`folder_id <> ALL(${[...folderIds]}::text[])`;
    const removed = await removeContacts(tx, claim, others);
    await tx
      .deleteFrom('contact_folders')
      .where('tenant_id', '=', claim.tenantId)
      .where('operator_id', '=', claim.operatorId)
      .where(sql<boolean>`${others}`)
      .execute();
    return removed > 0;
  });
}
