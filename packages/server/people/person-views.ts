import type { PersonView } from '@switchboard/contract/views/person-view';
import type { PersonId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Store } from '@switchboard/store/access/store';
import { readPeople } from '@switchboard/store/people/read-people';
import type { PresenceOf } from '../present/presence-of.ts';
import { presentPerson } from '../present/present-person.ts';

export interface PersonViewParts {
  readonly store: Store;
  readonly presenceOf: PresenceOf;
}

/** The people of these ids as an operator sees them, in this order; whoever is not there is left out. */
export async function readPersonViews(
  { store, presenceOf }: PersonViewParts,
  { tenantId, operatorId }: Operator,
  ids: readonly PersonId[],
): Promise<readonly PersonView[]> {
  const people = await readPeople(store, tenantId, operatorId, ids);
  const presences = await presenceOf(tenantId, ids);
  return people.map((seen) => presentPerson(seen, { presence: presences.get(seen.person.personId) }));
}
