import { contoso } from '../../world/contoso.ts';
import type { Person } from '../../world/person.ts';
import type { World } from '../../world/world.ts';
import { listDirectory } from '../entities/directory-list.ts';
import { directoryRefusal, type EntityShape, readNames, showEntity } from '../entities/entity-shape.ts';
import { refuseOptions, unknownUser } from '../users/user-routes.ts';
import type { GraphRoute } from '../wire/graph-request.ts';
import { permissions } from '../wire/permissions.ts';
import { option } from '../wire/query-options.ts';
import { reply } from '../wire/reply.ts';

/** `+44 20 7946 0101` as Teams keeps it: E.164. */
const plainNumber = (number: string): string => number.replace(/[^+\d]/g, '');

const numbersOf = ({ businessPhone }: Person) =>
  businessPhone === null
    ? []
    : [{ telephoneNumber: plainNumber(businessPhone), assignmentCategory: 'primary' }];

const accountTypes = { member: 'user', guest: 'guest', resource: 'resourceAccount' } as const;

const since = '2019-04-01T08:00:00Z';

/**
 * Properties of teamsUserConfiguration
 * (https://learn.microsoft.com/graph/api/resources/teamsadministration-teamsuserconfiguration, read 2026-11-23).
 */
const teamsUserShape: EntityShape<Person> = {
  type: 'teamsAdministration.teamsUserConfiguration',
  properties: {
    id: ({ id }) => id,
    userPrincipalName: ({ userPrincipalName }) => userPrincipalName,
    accountType: ({ kind }) => accountTypes[kind],
    tenantId: () => contoso.tenantId,
    isEnterpriseVoiceEnabled: ({ businessPhone }) => businessPhone !== null,
    featureTypes: ({ businessPhone }) => (businessPhone === null ? ['Teams'] : ['Teams', 'PhoneSystem']),
    telephoneNumbers: numbersOf,
    effectivePolicyAssignments: () => [],
    createdDateTime: () => since,
    modifiedDateTime: () => since,
  },
  defaults: [
    'id',
    'userPrincipalName',
    'accountType',
    'tenantId',
    'isEnterpriseVoiceEnabled',
    'featureTypes',
    'telephoneNumbers',
    'effectivePolicyAssignments',
    'createdDateTime',
    'modifiedDateTime',
  ],
  relations: [],
  indexed: new Set(['id', 'userPrincipalName', 'accountType', 'isEnterpriseVoiceEnabled']),
  ordered: ['userPrincipalName'],
  tokenised: [],
  refuse: directoryRefusal,
};

/** Which number of Teams somebody has: it is no property of the user (graph-contract C.4, J.6). */
export function teamsUserRoutes(world: World): GraphRoute[] {
  const permission = permissions.teamsUsers;
  const context = 'admin/teams/userConfigurations';
  return [
    {
      method: 'GET',
      path: '/admin/teams/userConfigurations',
      permission,
      units: 1,
      handle: (request) =>
        listDirectory({ shape: teamsUserShape, places: world.directory, context }, request),
    },
    {
      method: 'GET',
      path: '/admin/teams/userConfigurations/:id',
      permission,
      units: 1,
      handle: (request) => {
        const id = request.params.id ?? '';
        const person = world.directory.find(id);
        if (!person) return unknownUser(id);
        const names = readNames(teamsUserShape, option(request, '$select'));
        if (!names.ok) return names.refusal;
        const body = { '@odata.context': `${request.baseUrl}/$metadata#${context}/$entity` };
        return (
          refuseOptions(request, ['$select']) ??
          reply(200, { ...body, ...showEntity(teamsUserShape, person, names.value) })
        );
      },
    },
  ];
}
