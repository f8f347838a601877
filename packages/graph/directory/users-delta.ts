import { type PersonId, personId, type TenantId } from '@switchboard/domain/ids';
import { ok, type Result } from '@switchboard/kit/result';
import type { GraphClient } from '../client/graph-request.ts';
import { type DeltaNext, type DeltaRefusal, deltaRound } from './delta-round.ts';
import { type DirectoryPerson, personFields, readUser } from './directory-person.ts';
import { type MappedProperty, selected } from './mapped-property.ts';

export interface UsersDeltaPage {
  readonly people: readonly DirectoryPerson[];
  /** Deleted, whether for good or so that an administrator can bring them back. */
  readonly removed: readonly PersonId[];
  /** Those of the removed whom an administrator can bring back for 30 days; they come up again then. */
  readonly restorable: readonly PersonId[];
  readonly next: DeltaNext;
  /** One sentence for each item, or part of one, that could not be read. For the log. */
  readonly ignored: readonly string[];
}

export type UsersDeltaRefusal = DeltaRefusal;

/**
 * The people of a tenant, or what changed since a link, page after page. Ends after the page with the `deltaLink`, or
 * after a refusal. A person may come up twice, and what is known already may come again: the last one holds.
 *
 * @param link of an earlier page, as it was given; undefined begins anew
 * @param mapped what the tenant keeps in properties of its own; other properties need a new first round
 */
export async function* usersDelta(
  client: GraphClient,
  tenantId: TenantId,
  link?: string,
  mapped: readonly MappedProperty[] = [],
): AsyncGenerator<Result<UsersDeltaPage, UsersDeltaRefusal>, void, undefined> {
  const round = deltaRound(client, {
    asker: { tenantId },
    firstPath: `/users/delta?$select=${selected([...personFields, 'manager'], mapped)}`,
    link,
    what: 'users',
    read: (item) => readUser(item, mapped),
  });
  for await (const page of round) {
    if (!page.ok) {
      yield page;
      continue;
    }
    const { items, removed, next, ignored } = page.value;
    yield ok({
      people: items,
      removed: removed.map(({ id }) => personId(id)),
      restorable: removed.filter(({ canComeBack }) => canComeBack).map(({ id }) => personId(id)),
      next,
      ignored,
    });
  }
}
