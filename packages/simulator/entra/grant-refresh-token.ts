import { ok, type Result, refused } from '@switchboard/kit/result';
import type { AuthenticatedClient } from './client-authentication.ts';
import { type EntraContext, findAccount } from './entra-context.ts';
import { credentialNeeded } from './grant-authorization-code.ts';
import type { Parameters } from './parameters.ts';
import { type EntraRefusal, missingParameter, refusal } from './refusal.ts';
import { readDelegatedScopes } from './scopes.ts';
import { userTokenResponse } from './user-token-response.ts';

/**
 * Exchanges a refresh token. A new one comes with every answer; the old one stays good for its life
 * (https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-lifetime, 2026-11-23).
 */
export async function grantByRefreshToken(
  parameters: Parameters,
  { app, proof }: AuthenticatedClient,
  hasOrigin: boolean,
  context: EntraContext,
): Promise<Result<Record<string, unknown>, EntraRefusal>> {
  const token = parameters.get('refresh_token');
  if (token === undefined) return refused(missingParameter('refresh_token'));
  const isConfidential = app.secrets.length > 0 || app.certificates.length > 0;
  if (proof === 'none' && isConfidential && !hasOrigin) return refused(credentialNeeded);
  const grant = context.refreshTokens.get(token);
  if (grant === undefined) {
    return refused(
      refusal(
        'invalid_grant',
        700082,
        'The refresh token has expired or is not known. Send a new interactive authorization request.',
      ),
    );
  }
  if (grant.applicationId !== app.applicationId) {
    return refused(
      refusal(
        'invalid_grant',
        70000,
        `The refresh token was issued to another application than '${app.applicationId}'.`,
      ),
    );
  }
  const account = findAccount(context, grant.accountId);
  if (account === undefined) {
    return refused(refusal('invalid_grant', 50057, 'The user account is disabled or no longer exists.'));
  }
  const scopes = readDelegatedScopes(scopeOf(parameters, grant.scope), app, context.options.apps, account.id);
  if (!scopes.ok) return scopes;
  return ok(
    await userTokenResponse(context, {
      app,
      account,
      scopes: scopes.value,
      sessionId: grant.sessionId,
      authenticatedAt: context.options.clock.now(),
      nonce: undefined,
      wantsClientInfo: parameters.get('client_info') === '1',
    }),
  );
}

/** A refresh token can always be had for a refresh token, whether or not it is asked for again. */
const scopeOf = (parameters: Parameters, before: string): string => {
  const scope = parameters.get('scope') ?? before;
  return scope.split(' ').includes('offline_access') ? scope : `${scope} offline_access`;
};
