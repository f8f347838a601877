import { ok, type Result, refused } from '@switchboard/kit/result';
import type { AuthenticatedClient } from './client-authentication.ts';
import type { EntraContext } from './entra-context.ts';
import type { Parameters } from './parameters.ts';
import { type EntraRefusal, missingParameter, refusal } from './refusal.ts';
import { readApplicationScope } from './scopes.ts';
import type { TenantSegment } from './tenants.ts';
import { issueApplicationToken } from './token-issuer.ts';

/** A token for the application itself, with the permissions that an administrator of the tenant approved. */
export async function grantToApplication(
  parameters: Parameters,
  { app, proof }: AuthenticatedClient,
  tenant: TenantSegment,
  context: EntraContext,
): Promise<Result<Record<string, unknown>, EntraRefusal>> {
  if (tenant.kind === 'any') {
    return refused(
      refusal(
        'invalid_request',
        50059,
        `No tenant-identifying information found: '${tenant.name}' does not name one. Use the id of the tenant in the address.`,
      ),
    );
  }
  if (proof === 'none') {
    return refused(
      refusal(
        'invalid_client',
        7000216,
        "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
      ),
    );
  }
  const scope = parameters.get('scope');
  if (scope === undefined) return refused(missingParameter('scope'));
  const resource = readApplicationScope(scope, context.options.apps);
  if (!resource.ok) return resource;
  if (!context.consents.isApproved(app)) {
    return refused(
      refusal(
        'unauthorized_client',
        7000229,
        `The client application '${app.applicationId}' is missing service principal in the tenant '${tenant.tenantId}'. An administrator has to approve it first.`,
      ),
    );
  }
  const access = await issueApplicationToken(context, app, resource.value);
  return ok({
    token_type: 'Bearer',
    expires_in: access.expiresIn,
    ext_expires_in: access.expiresIn,
    access_token: access.token,
  });
}
