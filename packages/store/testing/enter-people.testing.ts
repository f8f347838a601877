import type { Person, PersonSource } from '@switchboard/domain/directory/person';
import { searchTextOf } from '@switchboard/domain/directory/search-text';
import { type PersonId, personId } from '@switchboard/domain/ids';
import { sql } from 'kysely';
import type { Store } from '../access/store.ts';
import { toJson } from '../access/to-json.ts';
import { nextChange } from '../people/next-change.ts';
import { contoso, now } from './sample-tenant.testing.ts';

/** Somebody made up: Ada Byron has the id `ada`. */
export const somebody = (name: string, more: Partial<Person> = {}): Person => {
  const [givenName = '', ...rest] = name.split(' ');
  const surname = rest.join(' ');
  return { personId: personId(givenName), name, givenName, ...(surname === '' ? {} : { surname }), ...more };
};

/** Writes people of Contoso as the reading of a directory does, as one change. */
export function enterPeople(
  store: Store,
  people: readonly Person[],
  { source = 'directory', goneAt }: { source?: Exclude<PersonSource, 'personal'>; goneAt?: number } = {},
): Promise<number> {
  return store.transaction().execute(async (tx) => {
    const change = await nextChange(tx, contoso);
    for (const person of people) {
      const row = {
        name: person.name,
        search_text: searchTextOf(person),
        data: toJson(person) as never,
        source,
        round: 1,
        change,
        gone_at: goneAt ?? null,
        erased_at: null,
      };
      await tx
        .insertInto('people')
        .values({ tenant_id: contoso, person_id: person.personId, ...row })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet(row))
        .execute();
    }
    return change;
  });
}

/** Leaves nothing of somebody but their id. */
export function eraseSomebody(store: Store, id: PersonId): Promise<void> {
  return store.transaction().execute(async (tx) => {
    const change = await nextChange(tx, contoso);
    const data = toJson({ personId: id, name: '' }) as never;
    await tx
      .updateTable('people')
      .set({ change, gone_at: now, erased_at: now, name: '', search_text: '', data })
      .where('person_id', '=', id)
      .execute();
  });
}

/** What an operator has in Outlook, in the place of what they had. */
export async function enterOwnContacts(
  store: Store,
  operatorId: PersonId,
  people: readonly Person[],
  readAt: number,
): Promise<void> {
  await store.deleteFrom('personal_contacts').where('operator_id', '=', operatorId).execute();
  const of = { tenant_id: contoso, operator_id: operatorId };
  for (const person of people) {
    const { personId: person_id, name } = person;
    const row = { person_id, contact_id: `C-${person_id}`, folder_id: 'contacts', name };
    await store
      .insertInto('personal_contacts')
      .values({ ...of, ...row, data: toJson(person) as never })
      .execute();
  }
  await store
    .insertInto('mailboxes_read')
    .values({ ...of, state: 'ready', read_at: readAt, owner: null, owned_until: null })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'operator_id']).doUpdateSet({ state: 'ready', read_at: readAt }),
    )
    .execute();
}

/** The directory is read, or not to its end yet. */
export const setFilled = (store: Store, isFilled: boolean): Promise<unknown> =>
  sql`
    INSERT INTO directory_streams (tenant_id, stream, is_filled, read) VALUES (${contoso}, 'users', ${isFilled}, 7)
    ON CONFLICT (tenant_id, stream) DO UPDATE SET is_filled = ${isFilled}`.execute(store);
