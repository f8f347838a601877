import type { Person } from '../../world/person.ts';
import type { World } from '../../world/world.ts';
import type { GraphHandler, GraphRequest, GraphRoute } from '../wire/graph-request.ts';
import { admits, permissions } from '../wire/permissions.ts';
import { type GraphReply, refuse, reply } from '../wire/reply.ts';
import { usersDelta } from './user-delta.ts';
import { userJson } from './user-json.ts';
import { countUsers, listUsers } from './user-list.ts';
import { readNames, readUserQuery } from './user-query.ts';

/** The function has three names (graph-contract C.1). */
const deltaNames = new Set(['delta', 'delta()', 'microsoft.graph.delta()']);

export const unknownUser = (id: string): GraphReply =>
  refuse(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

type OnPerson = (person: Person, request: GraphRequest) => GraphReply;

/** Finds the person whom the path names: by id, by principal name, or the signed-in user under `/me`. */
export function onPerson(world: World, act: OnPerson): GraphHandler {
  return (request) => {
    const id = request.params.id ?? request.token.userId ?? '';
    const person = world.directory.find(id);
    return person ? act(person, request) : unknownUser(id);
  };
}

function showUser(world: World): OnPerson {
  return (person, request) => {
    const names = readNames(request.query.get('$select'));
    if (!names.ok) return names.refusal;
    const manager = request.query.get('$expand')?.startsWith('manager')
      ? world.directory.managerOf(person.id)
      : undefined;
    return reply(200, {
      '@odata.context': `${request.baseUrl}/$metadata#users/$entity`,
      ...userJson(person, names.value),
      ...(manager
        ? {
            manager: {
              '@odata.type': '#microsoft.graph.user',
              ...userJson(manager, ['id', 'displayName', 'mail']),
            },
          }
        : {}),
    });
  };
}

function showManager(world: World): OnPerson {
  return (person, request) => {
    const manager = world.directory.managerOf(person.id);
    if (!manager) return unknownUser('manager');
    const names = readNames(request.query.get('$select'));
    if (!names.ok) return names.refusal;
    return reply(200, {
      '@odata.context': `${request.baseUrl}/$metadata#directoryObjects/$entity`,
      '@odata.type': '#microsoft.graph.user',
      ...userJson(manager, names.value),
    });
  };
}

/** `/users/$count`: plain text, and only with the header. */
function count(world: World, request: GraphRequest): GraphReply {
  if (request.header('consistencylevel')?.toLowerCase() !== 'eventual') {
    return refuse(400, 'Request_BadRequest', '$count is not currently supported.');
  }
  const query = readUserQuery(request);
  return query.ok ? reply(200, countUsers(world.directory, query.value.matches)) : query.refusal;
}

function usersNamed(world: World): GraphHandler {
  const show = onPerson(world, showUser(world));
  return (request) => {
    const id = request.params.id ?? '';
    if (id === '$count') return count(world, request);
    if (!deltaNames.has(id.toLowerCase())) return show(request);
    if (admits(permissions.delta, request.token)) return usersDelta(world, request);
    return refuse(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  };
}

/** Costs of graph-contract C.5: two units for a list, one for anything else. */
export function userRoutes(world: World): GraphRoute[] {
  return [
    {
      method: 'GET',
      path: '/users',
      permission: permissions.users,
      units: 2,
      handle: (request) => listUsers(world.directory, request),
    },
    { method: 'GET', path: '/users/:id', permission: permissions.user, units: 1, handle: usersNamed(world) },
    {
      method: 'GET',
      path: '/users/:id/manager',
      permission: permissions.manager,
      units: 1,
      handle: onPerson(world, showManager(world)),
    },
    {
      method: 'GET',
      path: '/me',
      permission: permissions.me,
      units: 1,
      handle: onPerson(world, showUser(world)),
    },
    {
      method: 'GET',
      path: '/me/manager',
      permission: permissions.manager,
      units: 1,
      handle: onPerson(world, showManager(world)),
    },
  ];
}
