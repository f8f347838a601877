import { ok, type Result, refused } from '@switchboard/kit/result';
import type { EntraApp } from './entra-options.ts';
import { type EntraRefusal, refusal } from './refusal.ts';

export const graphResource = 'https://graph.microsoft.com';
/** Graph's own application id in every tenant; scopes and audiences may name it in place of the address. */
export const graphApplicationId = '00000003-0000-0000-c000-000000000000';

/** Scopes of OpenID Connect: they belong to no resource. */
const openIdScopes = new Set(['openid', 'profile', 'email', 'offline_access']);

/** The one scope that an application of ours exposes; the name Microsoft's Teams guide uses. */
const exposedScope = 'access_as_user';

/** Whom an access token is for. */
export type Resource = { readonly kind: 'graph' } | { readonly kind: 'app'; readonly app: EntraApp };

export interface ScopeRequest {
  readonly resource: Resource;
  /** Names of the resource's permissions that are asked for and granted, without prefix. */
  readonly permissions: readonly string[];
  /** The granted scopes as a token response repeats them: written the way they were asked for. */
  readonly granted: readonly string[];
  readonly openId: ReadonlySet<string>;
}

interface SplitScope {
  readonly prefix: string;
  readonly resource: Resource;
  readonly name: string;
}

/**
 * Reads `scope` of a request for a person's token. Nothing is granted beyond what an administrator consented to for
 * everybody and the person for themselves.
 *
 * @param accountId the person; while it is not known who signs in, whatever anybody consented to will do
 */
export function readDelegatedScopes(
  scope: string,
  client: EntraApp,
  apps: readonly EntraApp[],
  accountId?: string,
): Result<ScopeRequest, EntraRefusal> {
  const words = scope.split(' ').filter((word) => word !== '');
  const openId = new Set(words.filter((word) => openIdScopes.has(word)));
  const split: SplitScope[] = [];
  for (const word of words) {
    if (openIdScopes.has(word)) continue;
    const one = splitScope(word, apps);
    if (!one.ok) return one;
    split.push(one.value);
  }
  const resource = split[0]?.resource ?? { kind: 'graph' };
  if (split.some((one) => keyOf(one.resource) !== keyOf(resource))) {
    return refused(
      refusal(
        'invalid_request',
        28000,
        'Provided value for the input parameter scope is not valid because it contains more than one resource.',
      ),
    );
  }
  const offered = resource.kind === 'graph' ? consentedScopes(client, accountId) : [exposedScope];
  const granted: string[] = [];
  const permissions = new Set<string>();
  for (const { prefix, name } of split) {
    const names =
      name === '.default' ? offered : offered.filter((known) => known.toLowerCase() === name.toLowerCase());
    if (names.length === 0) return refused(notConsented(client, name));
    for (const known of names) permissions.add(known);
    granted.push(
      ...names.map((known) => prefix + known),
      ...(name === '.default' ? [`${prefix}.default`] : []),
    );
  }
  // Sign-in alone gives a token for Graph that reads the person's own profile.
  if (split.length === 0 && client.delegatedPermissions.includes('User.Read')) permissions.add('User.Read');
  return ok({ resource, permissions: [...permissions], granted: [...new Set(granted)], openId });
}

function consentedScopes(
  { delegatedPermissions, consentedBy = {} }: EntraApp,
  accountId: string | undefined,
): readonly string[] {
  const own = accountId === undefined ? Object.values(consentedBy).flat() : (consentedBy[accountId] ?? []);
  return [...new Set([...delegatedPermissions, ...own])];
}

/** Reads `scope` of client credentials: one resource with `/.default`, nothing else. */
export function readApplicationScope(
  scope: string,
  apps: readonly EntraApp[],
): Result<Resource, EntraRefusal> {
  const words = scope.split(' ').filter((word) => word !== '');
  const word = words[0];
  if (words.length !== 1 || word === undefined || !word.endsWith('/.default')) {
    return refused(
      refusal(
        'invalid_scope',
        1002012,
        `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value ` +
          'with /.default suffixed to the resource identifier (application ID URI).',
      ),
    );
  }
  const split = splitScope(word, apps);
  return split.ok ? ok(split.value.resource) : split;
}

export const notConsented = (app: EntraApp, permission: string): EntraRefusal => ({
  ...refusal(
    'invalid_grant',
    65001,
    `The user or administrator has not consented to use the application with ID '${app.applicationId}' named ` +
      `'${app.displayName}' (permission '${permission}'). Send an interactive authorization request for this user and resource.`,
  ),
  suberror: 'consent_required',
});

const keyOf = (resource: Resource): string =>
  resource.kind === 'graph' ? 'graph' : resource.app.applicationId;

/** `https://graph.microsoft.com/User.Read`, `User.Read`, `api://host/{app id}/name` or `{app id}/name`. */
function splitScope(word: string, apps: readonly EntraApp[]): Result<SplitScope, EntraRefusal> {
  const slash = word.lastIndexOf('/');
  const name = word.slice(slash + 1);
  const prefix = word.slice(0, slash + 1);
  const identifier = prefix.replace(/\/+$/, '').toLowerCase();
  if (identifier === '' || identifier === graphResource || identifier === graphApplicationId) {
    return ok({ prefix, name, resource: { kind: 'graph' } });
  }
  const applicationId = identifier
    .replace(/^api:\/\//, '')
    .split('/')
    .at(-1);
  const app = apps.find((one) => one.applicationId.toLowerCase() === applicationId);
  if (app !== undefined) return ok({ prefix, name, resource: { kind: 'app', app } });
  return refused(
    refusal(
      'invalid_resource',
      500011,
      `The resource principal named ${prefix} was not found in the tenant. This can happen if the application ` +
        'has not been installed by the administrator of the tenant or consented to by any user in the tenant.',
    ),
  );
}
