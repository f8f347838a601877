import type { Directory } from '../../world/directory.ts';
import type { Person } from '../../world/person.ts';
import type { GraphRequest } from '../wire/graph-request.ts';
import { type GraphReply, reply } from '../wire/reply.ts';
import { userJson } from './user-json.ts';
import { readUserQuery, skipToken, type UserQuery } from './user-query.ts';

interface Page {
  readonly people: readonly Person[];
  /** Undefined on the last page. */
  readonly next: number | undefined;
}

/** `GET /users`. */
export function listUsers(directory: Directory, request: GraphRequest): GraphReply {
  const query = readUserQuery(request);
  if (!query.ok) return query.refusal;
  const page = query.value.order ? orderedPage(directory, query.value) : plainPage(directory, query.value);
  return reply(200, {
    '@odata.context': `${request.baseUrl}/$metadata#users`,
    ...(query.value.wantsCount ? { '@odata.count': countUsers(directory, query.value.matches) } : {}),
    ...(page.next === undefined ? {} : { '@odata.nextLink': nextLink(request, page.next) }),
    value: page.people.map((person) => withManager(directory, query.value, person)),
  });
}

export function countUsers(directory: Directory, matches: (person: Person) => boolean): number {
  let count = 0;
  for (const person of directory.all()) if (matches(person)) count += 1;
  return count;
}

/** Reads on from a directory number, so that the last page costs no more than the first. */
function plainPage(directory: Directory, query: UserQuery): Page {
  const people: Person[] = [];
  for (let number = query.skip; number < directory.end; number++) {
    const person = directory.at(number);
    if (!person || !query.matches(person)) continue;
    if (people.length === query.top) return { people, next: number };
    people.push(person);
  }
  return { people, next: undefined };
}

function orderedPage(directory: Directory, query: UserQuery): Page {
  const all = [...directory.all()].filter(query.matches).toSorted(query.order);
  const end = query.skip + query.top;
  return { people: all.slice(query.skip, end), next: end < all.length ? end : undefined };
}

function withManager(directory: Directory, query: UserQuery, person: Person): Record<string, unknown> {
  const user = userJson(person, query.select);
  if (!query.expandManager) return user;
  const manager = directory.managerOf(person.id);
  const type = { '@odata.type': '#microsoft.graph.user' };
  return manager ? { ...user, manager: { ...type, ...userJson(manager, query.expandManager) } } : user;
}

function nextLink(request: GraphRequest, next: number): string {
  const query = new URLSearchParams(request.query);
  query.set('$skiptoken', skipToken(next));
  return `${request.baseUrl}/users?${query.toString().replaceAll('%24', '$')}`;
}
