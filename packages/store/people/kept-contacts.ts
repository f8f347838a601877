import type { Person, PersonTraits } from '@switchboard/domain/directory/person';
import type { PersonId, TenantId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Store } from '../access/store.ts';
import type { Tables } from '../access/tables.ts';
import { toJson } from '../access/to-json.ts';
import { besideTraits, type KnownPerson, type KnownPersonRow, rowToKnownPerson } from './known-person.ts';
import { nextChange } from './next-change.ts';
import { writeTraits } from './person-traits.ts';

/** A contact that the operators of a tenant keep together, with the words that it is found by. */
export interface SharedContact {
  readonly person: Person;
  readonly searchText: string;
  /** Tasks and note; a note that is left out stays. */
  readonly traits: Partial<Omit<PersonTraits, 'note'>> & { readonly note?: string };
}

/** Of one tenant. */
export const mostSharedContacts = 20_000;

export interface WrittenBy {
  /** Undefined: by a file of an administrator. */
  readonly by: PersonId | undefined;
  readonly now: Instant;
}

/** Writes what `decide` makes of all shared contacts that there are, alone and as one: all of it or, refused, nothing. */
export function changeSharedContacts<R>(
  store: Store,
  tenantId: TenantId,
  written: WrittenBy,
  decide: (known: readonly KnownPerson[]) => Result<readonly SharedContact[], R>,
): Promise<Result<readonly SharedContact[], R | 'tooManyKept'>> {
  return store.transaction().execute(async (tx) => {
    const change = await nextChange(tx, tenantId);
    const known = await readShared(tx, tenantId, sql`true`, mostSharedContacts + 1);
    const decided = decide(known);
    if (!decided.ok) return decided;
    const ids = new Set(known.map(({ person }) => person.personId));
    for (const { person } of decided.value) ids.add(person.personId);
    if (decided.value.length > 0 && ids.size > mostSharedContacts) return refused('tooManyKept');
    await writeShared(tx, tenantId, decided.value, { ...written, change });
    return decided;
  });
}

/** Writes what `decide` makes of one contact as it is kept, if anything. `personUnknown`: there is none of this id. */
export function changeSharedContact(
  store: Store,
  tenantId: TenantId,
  personId: PersonId,
  written: WrittenBy,
  decide: (known: KnownPerson) => SharedContact | undefined,
): Promise<Result<'taken', 'personUnknown'>> {
  return store.transaction().execute(async (tx) => {
    const change = await nextChange(tx, tenantId);
    const [known] = await readShared(tx, tenantId, sql`p.person_id = ${personId}`, 1);
    if (known === undefined) return refused('personUnknown');
    const contact = decide(known);
    if (contact !== undefined) await writeShared(tx, tenantId, [contact], { ...written, change });
    return ok('taken');
  });
}

/**
 * Keeps one contact, in the place of that of the same id. `personUnknown`: it is meant to replace one and there is none.
 */
export function saveSharedContact(
  store: Store,
  tenantId: TenantId,
  contact: SharedContact,
  { isNew, ...written }: WrittenBy & { readonly isNew: boolean },
): Promise<Result<'taken', 'tooManyKept' | 'personUnknown'>> {
  return store.transaction().execute(async (tx) => {
    const change = await nextChange(tx, tenantId);
    const { count, isThere } = await sharedWith(tx, tenantId, contact.person.personId);
    if (isThere === isNew) return refused('personUnknown');
    if (isNew && count >= mostSharedContacts) return refused('tooManyKept');
    await writeShared(tx, tenantId, [contact], { ...written, change });
    return ok('taken');
  });
}

/** Takes a contact away with what is known of it; its number of change stays, so that copies learn of it. */
export function removeSharedContact(
  store: Store,
  tenantId: TenantId,
  personId: PersonId,
  now: Instant,
): Promise<boolean> {
  return store.transaction().execute(async (tx) => {
    const change = await nextChange(tx, tenantId);
    const removed = await tx
      .updateTable('people')
      .set({
        change,
        gone_at: now,
        erased_at: now,
        name: '',
        search_text: '',
        data: toJson({ personId, name: '' }) as never,
      })
      .where('tenant_id', '=', tenantId)
      .where('person_id', '=', personId)
      .where('source', '=', 'shared')
      .where('gone_at', 'is', null)
      .executeTakeFirst();
    if (removed.numUpdatedRows === 0n) return false;
    for (const table of ['person_traits', 'favourites'] as const) {
      await tx
        .deleteFrom(table)
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .execute();
    }
    return true;
  });
}

/** All shared contacts in pages, by id. */
export async function* readSharedContacts(
  store: Store,
  tenantId: TenantId,
  pageSize = 500,
): AsyncGenerator<readonly KnownPerson[]> {
  let after = '';
  for (;;) {
    const page = await readShared(store, tenantId, sql`p.person_id > ${after}`, pageSize);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.person.personId;
  }
}

async function readShared(
  store: Store,
  tenantId: TenantId,
  which: RawBuilder<unknown>,
  limit: number,
): Promise<readonly KnownPerson[]> {
  const { rows } = await sql<KnownPersonRow>`
    SELECT p.data, p.source, p.gone_at, t.tasks, t.alternate_names, t.nicknames, t.note, t.noted_by, t.noted_at
    FROM people p ${besideTraits}
    WHERE p.tenant_id = ${tenantId} AND p.source = 'shared' AND p.gone_at IS NULL AND ${which}
    ORDER BY p.person_id LIMIT ${limit}`.execute(store);
  return rows.map(rowToKnownPerson);
}

async function sharedWith(
  tx: Transaction<Tables>,
  tenantId: TenantId,
  personId: PersonId,
): Promise<{ readonly count: number; readonly isThere: boolean }> {
  const { rows } = await sql<{ count: number; is_there: boolean }>`
    SELECT count(*)::integer AS count, coalesce(bool_or(person_id = ${personId}), false) AS is_there
    FROM people WHERE tenant_id = ${tenantId} AND source = 'shared' AND gone_at IS NULL`.execute(tx);
  return { count: rows[0]?.count ?? 0, isThere: rows[0]?.is_there ?? false };
}

/** Contacts in one statement. */
const chunk = 1_000;

async function writeShared(
  tx: Transaction<Tables>,
  tenantId: TenantId,
  contacts: readonly SharedContact[],
  { change, ...written }: WrittenBy & { readonly change: number },
): Promise<void> {
  for (let from = 0; from < contacts.length; from += chunk) {
    const some = contacts.slice(from, from + chunk);
    const rows = toJson(
      some.map(({ person, searchText }) => ({
        person_id: person.personId,
        name: person.name,
        search_text: searchText,
        data: person,
      })),
    );
    await sql`
      INSERT INTO people (tenant_id, person_id, name, search_text, data, source, change)
      SELECT ${tenantId}, p.person_id, p.name, p.search_text, p.data, 'shared', ${change}::bigint
      FROM jsonb_to_recordset(${rows}::jsonb) AS p (person_id text, name text, search_text text, data jsonb)
      ON CONFLICT (tenant_id, person_id) DO UPDATE SET name = excluded.name,
        search_text = excluded.search_text, data = excluded.data, change = excluded.change,
        gone_at = NULL, erased_at = NULL`.execute(tx);
    const traits = some.map((contact) => ({ personId: contact.person.personId, traits: contact.traits }));
    await writeTraits(tx, tenantId, traits, written);
  }
}
