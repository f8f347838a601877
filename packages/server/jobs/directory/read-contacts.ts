import { personIdOf } from '@switchboard/domain/directory/person-source';
import { searchTextOf } from '@switchboard/domain/directory/search-text';
import type { PersonId } from '@switchboard/domain/ids';
import type { DirectoryContact } from '@switchboard/graph/directory/directory-contact';
import { orgContactsDelta } from '@switchboard/graph/directory/org-contacts-delta';
import type { StopSignal } from '@switchboard/kit/lifecycle';
import { ok } from '@switchboard/kit/result';
import type { FoundBy, StoredPerson } from '@switchboard/store/directory/change-people';
import type { ComposedPage, PageClaim } from '@switchboard/store/directory/write-page';
import { followDelta, type ReadPages } from './follow-delta.ts';
import { personFromContact } from './person-from-contact.ts';
import type { StreamParts } from './stream-parts.ts';
import { toBuildOn } from './to-build-on.ts';

/** Reads the organisational contacts of a tenant, or what changed in them. */
export const readContacts = (parts: StreamParts, claim: PageClaim, signal: StopSignal): Promise<void> =>
  followDelta(parts, claim, contactPages(parts, claim), signal);

const idOf = (id: string): PersonId => personIdOf('organisation', id);

async function* contactPages({ graph }: StreamParts, claim: PageClaim): ReadPages {
  for await (const page of orgContactsDelta(graph, claim.tenantId, claim.link)) {
    if (!page.ok) {
      yield page;
      continue;
    }
    const { items, removed, next, ignored } = page.value;
    yield ok({
      ids: items.map(({ id }) => idOf(id)),
      removed: removed.map(({ id }) => idOf(id)),
      compose: (known: ReadonlyMap<PersonId, StoredPerson>) => composeContacts(items, known, claim),
      next,
      ignored,
    });
  }
}

function composeContacts(
  contacts: readonly DirectoryContact[],
  known: ReadonlyMap<PersonId, StoredPerson>,
  claim: PageClaim,
): ComposedPage {
  const people = new Map<PersonId, FoundBy>();
  for (const contact of contacts) {
    const id = idOf(contact.id);
    const before = people.get(id)?.person ?? toBuildOn(known.get(id), claim);
    const person = personFromContact(id, contact, before);
    if (person === undefined) people.delete(id);
    else people.set(id, { person, searchText: searchTextOf(person) });
  }
  const leftOut = contacts.map(({ id }) => idOf(id)).filter((id) => !people.has(id));
  return { people: [...people.values()], leftOut };
}
