import type { Person, PersonSource } from '@switchboard/domain/directory/person';
import { searchTextOf } from '@switchboard/domain/directory/search-text';
import type { TenantId } from '@switchboard/domain/ids';
import type { Store } from '../access/store.ts';
import { putPeople } from '../directory/change-people.ts';
import { holdChanges, noteLastChange } from '../directory/hold-changes.ts';

/** These people are here, as if a page of Graph's had named them. */
export function knowPeople(
  store: Store,
  tenantId: TenantId,
  people: readonly Person[],
  source: Exclude<PersonSource, 'personal'> = 'directory',
): Promise<void> {
  return store.transaction().execute(async (tx) => {
    const lastChange = await holdChanges(tx, tenantId);
    const found = people.map((person) => ({ person, searchText: searchTextOf(person) }));
    const change = await putPeople(tx, { tenantId, source, now: 0, lastChange }, found, 0);
    await noteLastChange(tx, tenantId, change);
  });
}
