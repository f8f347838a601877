import type { DoctorCheck } from '@switchboard/contract/admin/doctor';
import type { TenantId } from '@switchboard/domain/ids';
import { AuthError } from '@switchboard/graph/auth/auth-error';
import { timedFetch } from '@switchboard/graph/client/timed-fetch';
import { asError } from '@switchboard/kit/lifecycle';
import { decodeJwt } from 'jose';
import { type ConsentAccess, checkConsents } from './admin-check-consents.ts';
import { checkTimeout, type WebAccess } from './admin-checks-microsoft.ts';
import { type Finding, look, reasonOf } from './admin-finding.ts';

/** Permissions, each with what may stand in for it. */
type Needed = readonly (readonly [string, ...string[]])[];

/** What the server asks of Graph in a tenant. */
const needed: Needed = [
  ['Calls.Initiate.All'],
  ['Calls.InitiateGroupCall.All'],
  ['Calls.JoinGroupCall.All'],
  ['User.Read.All'],
  ['Presence.Read.All', 'Presence.ReadWrite.All'],
];

export interface TenantAccess {
  readonly web: WebAccess;
  readonly graphBaseUrl: string;
  /** A token that was not kept: one made before the last consent lacks what was granted. */
  readonly freshToken: (tenantId: TenantId) => Promise<string>;
  /** Where an administrator of the tenant consents. */
  readonly consentUrl: (tenantId: TenantId) => string;
  readonly consents: ConsentAccess;
  /** What the settings of the tenant's directory need besides. */
  readonly neededByDirectory: (tenantId: TenantId) => Promise<Needed>;
}

/** Whether we get an application token for a tenant, with what calls need, and whether Graph takes it. */
export async function checkTenant(
  tenant: { readonly tenantId: TenantId; readonly name: string },
  access: TenantAccess,
): Promise<readonly DoctorCheck[]> {
  const { tenantId, name } = tenant;
  const permissions = `permissions of ${name}`;
  const consent = `let an administrator of the tenant consent at ${access.consentUrl(tenantId)}`;
  let token: string;
  try {
    token = await access.freshToken(tenantId);
  } catch (error) {
    const remedy = remedyFor(asError(error), consent);
    return [{ name: permissions, status: 'failed', detail: reasonOf(error), remedy }];
  }
  const checks = await Promise.all([
    look(permissions, consent, () => permissionsIn(token, consent)),
    look(`directory permissions of ${name}`, 'see "database"', async () =>
      directoryPermissions(token, await access.neededByDirectory(tenantId), consent),
    ),
    look(`directory of ${name}`, 'see "Microsoft Graph"', () => directoryFinding(token, access, consent)),
    checkConsents(tenant, access.consents, consent),
  ]);
  return checks.flat();
}

function remedyFor(error: Error, consent: string): string {
  if (!(error instanceof AuthError) || error.code === 'refused') {
    return `compare the tenant’s id, ENTRA_CLIENT_ID and the credential with the app registration; ${consent}`;
  }
  return error.code === 'unreachable' ? 'see "sign-in service"' : 'correct ENTRA_… of the server’s settings';
}

const opaque: Finding = {
  status: 'warning',
  detail: 'the token does not show its permissions',
  remedy: 'compare the API permissions of the app registration with the manual',
};

function permissionsIn(token: string, consent: string): Finding {
  const roles = rolesOf(token);
  if (roles === undefined) return opaque;
  const missing = missingOf(needed, roles);
  if (missing.length === 0)
    return { status: 'ok', detail: `all ${needed.length} that calls need are granted` };
  return {
    status: 'failed',
    detail: `not granted: ${missing.join(', ')}`,
    remedy: `add them to the app registration as application permissions; ${consent}`,
  };
}

const missingOf = (wanted: Needed, roles: readonly unknown[]): readonly string[] =>
  wanted.filter((names) => !names.some((name) => roles.includes(name))).map(([name]) => name);

/** Without them there are fewer people and numbers; calls go on. */
function directoryPermissions(token: string, wanted: Needed, consent: string): Finding {
  const roles = rolesOf(token);
  if (roles === undefined) return opaque;
  const missing = missingOf(wanted, roles);
  if (missing.length === 0)
    return { status: 'ok', detail: 'all that the directory’s settings need are granted' };
  return {
    status: 'warning',
    detail: `not granted: ${missing.join(', ')}`,
    remedy: `add them to the app registration as application permissions; ${consent}; or do without: switchboard directory set --help`,
  };
}

/** Graph's tokens are Graph's: this is read to help a person, and nothing is decided by it. */
function rolesOf(token: string): readonly unknown[] | undefined {
  try {
    const { roles } = decodeJwt<{ roles?: unknown }>(token);
    return Array.isArray(roles) ? (roles as readonly unknown[]) : [];
  } catch {
    return undefined;
  }
}

async function directoryFinding(token: string, access: TenantAccess, consent: string): Promise<Finding> {
  const { fetch, clock } = access.web;
  const url = `${access.graphBaseUrl}/users?$top=1&$select=id`;
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
  const { status } = await timedFetch(fetch, clock, checkTimeout, url, { headers });
  if (status === 200) return { status: 'ok', detail: 'Graph lets us read people' };
  if (status === 429) {
    return {
      status: 'warning',
      detail: 'Graph throttles this tenant',
      remedy: 'wait some minutes, try again',
    };
  }
  const remedy =
    status === 401 || status === 403
      ? `${consent}; a grant takes some minutes to be known everywhere`
      : 'see "Microsoft Graph", and the service health of Microsoft 365';
  return { status: 'failed', detail: `Graph answers ${status} when asked for a person`, remedy };
}
