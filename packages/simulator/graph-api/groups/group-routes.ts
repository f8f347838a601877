import type { Group } from '../../world/groups.ts';
import type { Person } from '../../world/person.ts';
import type { World } from '../../world/world.ts';
import { answerDelta, type DeltaParts, isDelta } from '../delta/answer-delta.ts';
import { countDirectory, type ListParts, listDirectory } from '../entities/directory-list.ts';
import { readNames, showEntity } from '../entities/entity-shape.ts';
import { refuseOptions, unknownUser } from '../users/user-routes.ts';
import { userShape } from '../users/user-shape.ts';
import type { GraphHandler, GraphRequest, GraphRoute } from '../wire/graph-request.ts';
import { permissions } from '../wire/permissions.ts';
import { option } from '../wire/query-options.ts';
import { type GraphReply, reply } from '../wire/reply.ts';
import { groupShape } from './group-shape.ts';
import { groupsFeed } from './groups-feed.ts';

const onGroup =
  (world: World, act: (group: Group, request: GraphRequest) => GraphReply): GraphHandler =>
  (request) => {
    const id = request.params.id ?? '';
    const group = world.groups.ledger.find(id.toLowerCase());
    return group ? act(group, request) : unknownUser(id);
  };

/** Members are users here; Graph calls the list one of directory objects, and each says what it is. */
const membersOf = (world: World, group: Group): ListParts<Person> => ({
  shape: userShape,
  places: world.groups.membersOf(group),
  context: 'directoryObjects',
  show: (person, { select }) => ({
    '@odata.type': '#microsoft.graph.user',
    ...showEntity(userShape, person, select),
  }),
});

function groupsNamed(parts: DeltaParts): GraphHandler {
  const { groups } = parts.world;
  const show = onGroup(parts.world, (group, request) => {
    const names = readNames(groupShape, option(request, '$select'));
    if (!names.ok) return names.refusal;
    return (
      refuseOptions(request, ['$select']) ??
      reply(200, {
        '@odata.context': `${request.baseUrl}/$metadata#groups/$entity`,
        ...showEntity(groupShape, group, names.value),
      })
    );
  });
  return (request) => {
    const id = request.params.id ?? '';
    if (id === '$count') return countDirectory({ shape: groupShape, places: groups.ledger }, request);
    return isDelta(id) ? answerDelta(parts, groupsFeed(groups), request) : show(request);
  };
}

/** `/groups`, `/groups/delta`, `/groups/{id}` and its members; nobody of Contoso is in a group within a group. */
export function groupRoutes(parts: DeltaParts): GraphRoute[] {
  const { world } = parts;
  const list = () => ({ shape: groupShape, places: world.groups.ledger, context: 'groups' });
  const members = onGroup(world, (group, request) => listDirectory(membersOf(world, group), request));
  const count = onGroup(world, (group, request) => countDirectory(membersOf(world, group), request));
  const get = (path: string, permission: GraphRoute['permission'], handle: GraphHandler): GraphRoute => ({
    method: 'GET',
    path,
    permission,
    units: 1,
    handle,
  });
  return [
    get('/groups', permissions.groups, (request) => listDirectory(list(), request)),
    get('/groups/:id', permissions.groups, groupsNamed(parts)),
    get('/groups/:id/members', permissions.groupMembers, members),
    get('/groups/:id/members/$count', permissions.groupMembers, count),
    get('/groups/:id/transitiveMembers', permissions.groupMembers, members),
  ];
}
