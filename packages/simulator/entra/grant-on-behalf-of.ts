import { ok, type Result, refused } from '@switchboard/kit/result';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { AuthenticatedClient } from './client-authentication.ts';
import { type EntraContext, findAccount, issuerOf } from './entra-context.ts';
import type { EntraApp } from './entra-options.ts';
import { credentialNeeded } from './grant-authorization-code.ts';
import type { Parameters } from './parameters.ts';
import { type EntraRefusal, missingParameter, refusal } from './refusal.ts';
import { readDelegatedScopes } from './scopes.ts';
import { userTokenResponse } from './user-token-response.ts';

/** Exchanges a person's token for our application against one that the application uses for them elsewhere. */
export async function grantOnBehalfOf(
  parameters: Parameters,
  { app, proof }: AuthenticatedClient,
  context: EntraContext,
): Promise<Result<Record<string, unknown>, EntraRefusal>> {
  if (proof === 'none') return refused(credentialNeeded);
  for (const name of ['assertion', 'scope', 'requested_token_use']) {
    if (!parameters.has(name)) return refused(missingParameter(name));
  }
  if (parameters.get('requested_token_use') !== 'on_behalf_of') {
    return refused(refusal('invalid_request', 90023, "'requested_token_use' must be 'on_behalf_of'."));
  }
  const assertion = await readAssertion(parameters.get('assertion') ?? '', app, context);
  if (!assertion.ok) return assertion;
  const account = findAccount(context, assertion.value);
  if (account === undefined) {
    return refused(refusal('invalid_grant', 50057, 'The user account is disabled or no longer exists.'));
  }
  const scopes = readDelegatedScopes(parameters.get('scope') ?? '', app, context.options.apps, account.id);
  if (!scopes.ok) return scopes;
  return ok(
    await userTokenResponse(context, {
      app,
      account,
      scopes: scopes.value,
      sessionId: context.newSecret(),
      authenticatedAt: context.options.clock.now(),
      nonce: undefined,
      wantsClientInfo: parameters.get('client_info') === '1',
    }),
  );
}

/** The object id of the person whom the assertion speaks of. */
async function readAssertion(
  assertion: string,
  app: EntraApp,
  context: EntraContext,
): Promise<Result<string, EntraRefusal>> {
  let claims: JWTPayload;
  try {
    const verified = await jwtVerify(assertion, context.key.publicKey, {
      algorithms: ['RS256'],
      currentDate: new Date(context.options.clock.now()),
    });
    claims = verified.payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      return refused(refusal('invalid_grant', 500133, 'Assertion is not within its valid time range.'));
    }
    return refused(refusal('invalid_grant', 50013, 'Assertion failed signature validation or is malformed.'));
  }
  if (claims.aud !== app.applicationId || claims.iss !== issuerOf(context)) {
    const message =
      'Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was ' +
      `'${String(claims.aud)}' and the expected audience is '${app.applicationId}'.`;
    return refused(refusal('invalid_grant', 500131, message));
  }
  if (claims.idtyp === 'app') {
    return refused(
      refusal(
        'invalid_grant',
        7000114,
        `Application '${app.applicationId}' is not allowed to make application on-behalf-of calls.`,
      ),
    );
  }
  if (typeof claims.scp !== 'string' || typeof claims.oid !== 'string') {
    return refused(
      refusal(
        'invalid_grant',
        240002,
        "Input id_token cannot be used as 'urn:ietf:params:oauth:grant-type:jwt-bearer' grant.",
      ),
    );
  }
  return ok(claims.oid);
}
