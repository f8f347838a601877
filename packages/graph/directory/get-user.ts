import type { PersonId, TenantId } from '@switchboard/domain/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { GraphProblem } from '../client/graph-problem.ts';
import type { GraphClient } from '../client/graph-request.ts';
import { type DirectoryPerson, personFields, readUser } from './directory-person.ts';
import { type MappedProperty, selected } from './mapped-property.ts';

export type GetUserRefusal =
  | { readonly code: 'unknownPerson'; readonly message: string }
  | { readonly code: 'graph'; readonly message: string; readonly problem: GraphProblem };

/**
 * One person, by object id or user principal name, with their manager.
 *
 * @param mapped what the tenant keeps in properties of its own
 */
export async function getUser(
  client: GraphClient,
  tenantId: TenantId,
  who: PersonId | string,
  mapped: readonly MappedProperty[] = [],
): Promise<Result<DirectoryPerson, GetUserRefusal>> {
  const query = `$select=${selected(personFields, mapped)}&$expand=manager($select=id)`;
  const path = `/users/${encodeURIComponent(who)}?${query}`;
  const answer = await client.request({ tenantId, method: 'GET', path, kind: 'directory', retry: 'safe' });
  if (!answer.ok) return refused(refusalFrom(answer.refusal, who));
  const { item: person } = readUser(answer.value.body, mapped);
  if (person !== undefined) return ok(person);
  const message = 'Graph answered without a user';
  return refused({
    code: 'graph',
    message,
    problem: { kind: 'invalid', status: 200, code: 'unreadable', message },
  });
}

function refusalFrom(problem: GraphProblem, who: string): GetUserRefusal {
  return problem.kind === 'gone'
    ? { code: 'unknownPerson', message: `The directory has nobody by the id or name ${who}.` }
    : { code: 'graph', message: problem.message, problem };
}
