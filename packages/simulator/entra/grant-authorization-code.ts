import { createHash } from 'node:crypto';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { AuthenticatedClient } from './client-authentication.ts';
import type { CodeGrant, EntraContext } from './entra-context.ts';
import type { EntraApp } from './entra-options.ts';
import type { Parameters } from './parameters.ts';
import { type EntraRefusal, missingParameter, refusal } from './refusal.ts';
import { readDelegatedScopes } from './scopes.ts';
import { userTokenResponse } from './user-token-response.ts';

export async function grantByCode(
  parameters: Parameters,
  client: AuthenticatedClient,
  hasOrigin: boolean,
  context: EntraContext,
): Promise<Result<Record<string, unknown>, EntraRefusal>> {
  const code = parameters.get('code');
  if (code === undefined) return refused(missingParameter('code'));
  const grant = context.codes.get(code);
  if (grant === undefined) {
    return refused(
      refusal(
        'invalid_grant',
        70008,
        'The provided authorization code or refresh token has expired or is not known. Send a new interactive authorization request.',
      ),
    );
  }
  const fault = findFault(parameters, client, hasOrigin, grant);
  if (fault !== undefined) return refused(fault);
  const scopes = readDelegatedScopes(
    parameters.get('scope') ?? grant.scope,
    client.app,
    context.options.apps,
    grant.account.id,
  );
  if (!scopes.ok) return scopes;
  grant.isRedeemed = true;
  const { account, sessionId, authenticatedAt, nonce } = grant;
  const wantsClientInfo = parameters.get('client_info') === '1';
  return ok(
    await userTokenResponse(context, {
      app: client.app,
      account,
      scopes: scopes.value,
      sessionId,
      authenticatedAt,
      nonce,
      wantsClientInfo,
    }),
  );
}

function findFault(
  parameters: Parameters,
  { app, proof }: AuthenticatedClient,
  hasOrigin: boolean,
  grant: CodeGrant,
): EntraRefusal | undefined {
  if (grant.app.applicationId !== app.applicationId) {
    return refusal(
      'invalid_grant',
      70000,
      `The authorization code was issued to another application than '${app.applicationId}'.`,
    );
  }
  if (grant.isRedeemed) {
    return refusal(
      'invalid_grant',
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    );
  }
  if (parameters.get('redirect_uri') !== grant.redirectUri) {
    return refusal(
      'invalid_grant',
      500112,
      `The reply address '${parameters.get('redirect_uri') ?? ''}' does not match the reply address '${grant.redirectUri}' provided when requesting Authorization code.`,
    );
  }
  if (proof === 'none') {
    const publicFault = findPublicClientFault(app, hasOrigin, grant.codeChallenge);
    if (publicFault !== undefined) return publicFault;
  }
  return findProofKeyFault(grant.codeChallenge, parameters.get('code_verifier'));
}

/** Without a secret a code is redeemed by a public client or by a page in a browser, and only with a proof key. */
function findPublicClientFault(
  app: EntraApp,
  hasOrigin: boolean,
  codeChallenge: string | undefined,
): EntraRefusal | undefined {
  const isConfidential = app.secrets.length > 0 || app.certificates.length > 0;
  if (isConfidential && !hasOrigin) return credentialNeeded;
  if (codeChallenge !== undefined) return undefined;
  return refusal(
    'invalid_request',
    9002325,
    'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  );
}

export const credentialNeeded: EntraRefusal = refusal(
  'invalid_client',
  7000218,
  "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
);

function findProofKeyFault(
  challenge: string | undefined,
  verifier: string | undefined,
): EntraRefusal | undefined {
  if (challenge === undefined) {
    if (verifier === undefined) return undefined;
    return refusal(
      'invalid_grant',
      501481,
      "The 'code_verifier' was sent, but the authorization request had no 'code_challenge'.",
    );
  }
  if (verifier === undefined) return missingParameter('code_verifier');
  if (createHash('sha256').update(verifier).digest('base64url') === challenge) return undefined;
  return refusal(
    'invalid_grant',
    501481,
    "The 'code_verifier' does not match the 'code_challenge' supplied in the authorization request.",
  );
}
