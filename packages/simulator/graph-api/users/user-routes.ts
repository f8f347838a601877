import type { Person } from '../../world/person.ts';
import type { World } from '../../world/world.ts';
import { answerDelta, type DeltaParts, isDelta } from '../delta/answer-delta.ts';
import { countDirectory, listDirectory } from '../entities/directory-list.ts';
import { directoryRefusal, readNames, showEntity } from '../entities/entity-shape.ts';
import type { GraphHandler, GraphRequest, GraphRoute } from '../wire/graph-request.ts';
import { admits, permissions } from '../wire/permissions.ts';
import { option, strangeOption } from '../wire/query-options.ts';
import { type GraphReply, refuse, reply } from '../wire/reply.ts';
import { managerOf, readExpand } from './expand-relation.ts';
import { userShape } from './user-shape.ts';
import { usersFeed } from './users-feed.ts';

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

const oneOptions = ['$select', '$expand'];

/** Options that one object takes; anything else is refused. */
export function refuseOptions(request: GraphRequest, allowed = oneOptions): GraphReply | undefined {
  const strange = strangeOption(request, allowed);
  return strange === undefined
    ? undefined
    : directoryRefusal(`The query option '${strange}' is not supported here.`);
}

function showUser(world: World): OnPerson {
  return (person, request) => {
    const refusal = refuseOptions(request);
    if (refusal) return refusal;
    const names = readNames(userShape, option(request, '$select'));
    if (!names.ok) return names.refusal;
    const expand = readExpand(request);
    if (!expand.ok) return expand.refusal;
    return reply(200, {
      '@odata.context': `${request.baseUrl}/$metadata#users/$entity`,
      ...showEntity(userShape, person, names.value),
      ...managerOf(world.directory, person.id, expand.value),
    });
  };
}

function showManager(world: World): OnPerson {
  return (person, request) => {
    const refusal = refuseOptions(request);
    if (refusal) return refusal;
    const manager = world.directory.managerOf(person.id);
    if (!manager) return unknownUser('manager');
    const names = readNames(userShape, option(request, '$select'));
    if (!names.ok) return names.refusal;
    return reply(200, {
      '@odata.context': `${request.baseUrl}/$metadata#directoryObjects/$entity`,
      '@odata.type': '#microsoft.graph.user',
      ...showEntity(userShape, manager, names.value),
    });
  };
}

function listUsers(world: World): GraphHandler {
  return (request) => {
    const expand = readExpand(request);
    if (!expand.ok) return expand.refusal;
    const parts = {
      shape: userShape,
      places: world.directory,
      context: 'users',
      show: (person: Person, { select }: { readonly select: readonly string[] }) => ({
        ...showEntity(userShape, person, select),
        ...managerOf(world.directory, person.id, expand.value),
      }),
    };
    return listDirectory(parts, request);
  };
}

function usersNamed(parts: DeltaParts): GraphHandler {
  const { directory } = parts.world;
  const show = onPerson(parts.world, showUser(parts.world));
  return (request) => {
    const id = request.params.id ?? '';
    if (id === '$count') return countDirectory({ shape: userShape, places: directory }, request);
    if (!isDelta(id)) return show(request);
    if (admits(permissions.delta, request.token)) return answerDelta(parts, usersFeed(directory), request);
    return refuse(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  };
}

/** Costs of graph-contract C.5: two units for a list, one for anything else. */
export function userRoutes(parts: DeltaParts): GraphRoute[] {
  const { world } = parts;
  const get = (
    path: string,
    permission: GraphRoute['permission'],
    handle: GraphHandler,
    units = 1,
  ): GraphRoute => ({ method: 'GET', path, permission, units, handle });
  return [
    get('/users', permissions.users, listUsers(world), 2),
    get('/users/:id', permissions.user, usersNamed(parts)),
    get('/users/:id/manager', permissions.manager, onPerson(world, showManager(world))),
    get('/me', permissions.me, onPerson(world, showUser(world))),
    get('/me/manager', permissions.manager, onPerson(world, showManager(world))),
  ];
}
