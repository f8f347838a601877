import { type DirectorySettings, fromTeams } from '@switchboard/domain/directory/directory-settings';
import { searchTextOf } from '@switchboard/domain/directory/search-text';
import type { PersonId } from '@switchboard/domain/ids';
import { countUsers } from '@switchboard/graph/directory/count-users';
import type { DirectoryPerson } from '@switchboard/graph/directory/directory-person';
import { getUser } from '@switchboard/graph/directory/get-user';
import { type MappedProperty, mappedProperty } from '@switchboard/graph/directory/mapped-property';
import { usersDelta } from '@switchboard/graph/directory/users-delta';
import type { StopSignal } from '@switchboard/kit/lifecycle';
import { ok } from '@switchboard/kit/result';
import type { FoundBy, StoredPerson } from '@switchboard/store/directory/change-people';
import { noteAbout } from '@switchboard/store/directory/hold-stream';
import { whoIsUnknown } from '@switchboard/store/directory/who-is-here';
import type { ComposedPage, PageClaim } from '@switchboard/store/directory/write-page';
import { followDelta, type ReadPages } from './follow-delta.ts';
import { personFromDirectory } from './person-from-directory.ts';
import type { StreamParts } from './stream-parts.ts';
import { toBuildOn } from './to-build-on.ts';

/** Whom a tenant's groups let in; undefined: everybody. */
export type Members = ReadonlySet<PersonId> | undefined;

/** Reads the people of a tenant, or what changed in them. */
export async function readUsers(
  parts: StreamParts,
  claim: PageClaim,
  members: Members,
  signal: StopSignal,
): Promise<void> {
  if (claim.isWhole && claim.about === undefined) await noteCount(parts, claim);
  await followDelta(parts, claim, userPages(parts, claim, members), signal);
}

/** Without the number the progress is shown without its end. */
async function noteCount({ graph, store }: StreamParts, claim: PageClaim): Promise<void> {
  const count = await countUsers(graph, { tenantId: claim.tenantId });
  if (count.ok) await noteAbout(store, claim, count.value);
}

async function* userPages(parts: StreamParts, claim: PageClaim, members: Members): ReadPages {
  const properties = mappedProperties(claim.settings);
  for await (const page of usersDelta(parts.graph, claim.tenantId, claim.link, properties)) {
    if (!page.ok) {
      yield page;
      continue;
    }
    const { people, removed, next, ignored } = page.value;
    const said = claim.isWhole ? people : await askForWhole(parts, claim, people, properties);
    yield ok({
      ids: said.map(({ id }) => id),
      removed,
      compose: (known: ReadonlyMap<PersonId, StoredPerson>) => composeUsers(said, known, claim, members),
      next,
      ignored,
    });
  }
}

/**
 * A change names what changed, and perhaps nothing else. Of whom nothing is known, whether they are shown cannot be told
 * by it: they are asked for.
 */
async function askForWhole(
  { store, graph }: StreamParts,
  { tenantId }: PageClaim,
  people: readonly DirectoryPerson[],
  properties: readonly MappedProperty[],
): Promise<readonly DirectoryPerson[]> {
  const partly = people.filter(({ accountEnabled }) => accountEnabled === undefined).map(({ id }) => id);
  const unknown = await whoIsUnknown(store, tenantId, partly);
  const whole: DirectoryPerson[] = [];
  for (const person of people) {
    const asked = unknown.has(person.id) ? await getUser(graph, tenantId, person.id, properties) : undefined;
    whole.push(asked?.ok === true ? asked.value : person);
  }
  return whole;
}

/** Whoever is said twice: the last one holds, on top of the first. */
export function composeUsers(
  said: readonly DirectoryPerson[],
  known: ReadonlyMap<PersonId, StoredPerson>,
  claim: Pick<PageClaim, 'isWhole' | 'round' | 'settings'>,
  members: Members,
): ComposedPage {
  const people = new Map<PersonId, FoundBy>();
  for (const entry of said) {
    const before = known.get(entry.id);
    const base = people.get(entry.id)?.person ?? toBuildOn(before, claim);
    const composed = personFromDirectory(entry, base, claim.settings);
    if (composed === undefined || members?.has(entry.id) === false) {
      people.delete(entry.id);
      continue;
    }
    const kept = claim.settings.teamsNumber === fromTeams ? before?.person.teamsNumber : undefined;
    const person = kept === undefined ? composed : { ...composed, teamsNumber: kept };
    people.set(entry.id, { person, searchText: searchTextOf(person) });
  }
  const leftOut = said.map(({ id }) => id).filter((id) => !people.has(id));
  return { people: [...people.values()], leftOut };
}

/** What of a user is asked for beside our own fields. Names that are none were refused when they were set. */
export function mappedProperties({
  otherPhone,
  teamsNumber,
  extra,
}: DirectorySettings): readonly MappedProperty[] {
  const names = [
    otherPhone,
    teamsNumber === fromTeams ? undefined : teamsNumber,
    ...extra.map((field) => field.property),
  ];
  return [...new Set(names)].flatMap((name) => {
    const property = name === undefined ? undefined : mappedProperty(name);
    return property?.ok === true ? [property.value] : [];
  });
}
