import { unknownUser } from '../users/user-routes.ts';
import type { GraphRequest, GraphRoute } from '../wire/graph-request.ts';
import { permissions } from '../wire/permissions.ts';
import { option, strangeOption } from '../wire/query-options.ts';
import { badRequest, type GraphReply, reply } from '../wire/reply.ts';
import type { GrantedPrincipal } from './permission-grant.ts';

const pageSize = 100;
const largestPage = 999;

/** Microsoft's second address of a service principal. */
const byApplication = /^servicePrincipals\(appId='([^']*)'\)$/;

/**
 * Delegated permissions that an application has been granted, by either address of its service principal
 * (https://learn.microsoft.com/graph/api/serviceprincipal-list-oauth2permissiongrants, read 2026-11-29).
 *
 * @param principals the service principals of the tenant
 */
export function grantRoutes(principals: () => readonly GrantedPrincipal[]): GraphRoute[] {
  const route = (
    path: string,
    find: (request: GraphRequest) => GrantedPrincipal | undefined,
  ): GraphRoute => ({
    method: 'GET',
    path,
    permission: permissions.grants,
    units: 1,
    handle: (request) => {
      const principal = find(request);
      return principal === undefined
        ? unknownUser(Object.values(request.params).join(''))
        : list(request, principal);
    },
  });
  return [
    route('/servicePrincipals/:id/oauth2PermissionGrants', ({ params }) =>
      principals().find(({ id }) => id === params.id?.toLowerCase()),
    ),
    route('/:principal/oauth2PermissionGrants', ({ params }) => {
      const applicationId = byApplication.exec(params.principal ?? '')?.[1]?.toLowerCase();
      return principals().find((each) => each.applicationId.toLowerCase() === applicationId);
    }),
  ];
}

function list(request: GraphRequest, { grants }: GrantedPrincipal): GraphReply {
  const strange = strangeOption(request, ['$top', '$skiptoken']);
  if (strange !== undefined) return badRequest(`The query option '${strange}' is not supported here.`);
  const size = Number(option(request, '$top') ?? pageSize);
  if (!Number.isInteger(size) || size < 1 || size > largestPage)
    return badRequest(`Invalid page size specified: '${option(request, '$top')}'.`);
  const from = Number(option(request, '$skiptoken') ?? 0);
  const page = grants.slice(from, from + size);
  const next = new URLSearchParams({ $top: String(size), $skiptoken: String(from + size) });
  return reply(200, {
    '@odata.context': `${request.baseUrl}/$metadata#oauth2PermissionGrants`,
    ...(from + size < grants.length
      ? { '@odata.nextLink': `${request.baseUrl}${request.path}?${next.toString()}` }
      : {}),
    value: page,
  });
}
