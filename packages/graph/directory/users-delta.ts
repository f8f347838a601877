import { type PersonId, personId, type TenantId } from '@switchboard/domain/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import type { GraphProblem } from '../client/graph-problem.ts';
import type { GraphClient } from '../client/graph-request.ts';
import { oneSpelling } from '../wire/lenient.ts';
import { type DirectoryPerson, personFields, personFromGraph, userSchema } from './directory-person.ts';

export interface UsersDeltaPage {
  readonly people: readonly DirectoryPerson[];
  /** Deleted, whether for good or so that an administrator can bring them back. */
  readonly removed: readonly PersonId[];
  /** `nextLink`: the round goes on there. `deltaLink`: it is over; the next one begins there, within 7 days. */
  readonly next: { readonly nextLink: string } | { readonly deltaLink: string };
  /** One sentence for each item that could not be read. For the log. */
  readonly ignored: readonly string[];
}

export type UsersDeltaRefusal =
  /** The link is too old or unknown: begin anew without one, and remove who does not come up again. */
  | { readonly code: 'resync'; readonly message: string }
  | { readonly code: 'graph'; readonly message: string; readonly problem: GraphProblem };

const pageSchema = z.looseObject({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().min(1).optional(),
  '@odata.deltaLink': z.string().min(1).optional(),
});

const removedSchema = z.looseObject({ id: z.string().min(1), '@removed': z.looseObject({}) });

const firstPath = `/users/delta?$select=${[...personFields, 'manager'].join(',')}`;
/** Graph's words for a link that is too old or unknown; the status is 410, or 400 with these. */
const resyncCodes: ReadonlySet<string> = new Set(['resyncrequired', 'syncstatenotfound', 'syncstateinvalid']);

/**
 * The people of a tenant, or what changed since a link, page after page. Ends after the page with the `deltaLink`, or
 * after a refusal. A person may come up twice, and what is known already may come again: the last one holds.
 *
 * @param link of an earlier page, as it was given; undefined begins anew
 */
export async function* usersDelta(
  client: GraphClient,
  tenantId: TenantId,
  link?: string,
): AsyncGenerator<Result<UsersDeltaPage, UsersDeltaRefusal>, void, undefined> {
  let path = link ?? firstPath;
  for (;;) {
    const answer = await client.request({ tenantId, method: 'GET', path, kind: 'directory', retry: 'safe' });
    const page = answer.ok ? readPage(answer.value.body) : refused(refusalFrom(answer.refusal));
    yield page;
    if (!page.ok || 'deltaLink' in page.value.next) return;
    path = page.value.next.nextLink;
  }
}

function refusalFrom(problem: GraphProblem): UsersDeltaRefusal {
  const isTooOld = problem.status === 410 || resyncCodes.has(problem.code.toLowerCase());
  if (!isTooOld) return { code: 'graph', message: problem.message, problem };
  return {
    code: 'resync',
    message: `Graph does not know this delta link any more (${problem.code}): begin anew.`,
  };
}

function readPage(body: unknown): Result<UsersDeltaPage, UsersDeltaRefusal> {
  const parsed = pageSchema.safeParse(body);
  if (!parsed.success) return refused(unreadable('no array value'));
  const { '@odata.nextLink': nextLink, '@odata.deltaLink': deltaLink, value } = parsed.data;
  const next = nextLink === undefined ? deltaLink && { deltaLink } : { nextLink };
  if (!next) return refused(unreadable('neither @odata.nextLink nor @odata.deltaLink'));
  const people: DirectoryPerson[] = [];
  const removed: PersonId[] = [];
  const ignored: string[] = [];
  for (const [index, item] of value.entries()) {
    const gone = removedSchema.safeParse(item);
    const user = userSchema.safeParse(item);
    if (gone.success) removed.push(personId(oneSpelling(gone.data.id)));
    else if (user.success) people.push(personFromGraph(user.data));
    else ignored.push(`value[${index}]: a user without an id`);
  }
  return ok({ people, removed, next, ignored });
}

function unreadable(what: string): UsersDeltaRefusal {
  const message = `Graph's page of users has ${what}`;
  return { code: 'graph', message, problem: { kind: 'invalid', status: 200, code: 'unreadable', message } };
}
