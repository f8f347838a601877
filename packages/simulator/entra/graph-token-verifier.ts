import { ok, type Result, refused } from '@switchboard/kit/result';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { EntraContext } from './entra-context.ts';
import type { VerifiedToken } from './entra-options.ts';
import { graphResource } from './scopes.ts';
import { stsIssuer } from './token-issuer.ts';

/** Graph's answer to a bad token: `code` and `message` of its error body, to be sent with 401. */
export interface TokenRefusal {
  readonly code: string;
  readonly message: string;
}

export async function verifyGraphToken(
  authorization: string | undefined,
  context: EntraContext,
): Promise<Result<VerifiedToken, TokenRefusal>> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return refused(invalid('Access token is empty.'));
  try {
    const { payload } = await jwtVerify(token, context.key.publicKey, {
      algorithms: ['RS256'],
      audience: graphResource,
      issuer: stsIssuer(context.options.tenantId),
      currentDate: new Date(context.options.clock.now()),
      requiredClaims: ['exp', 'tid', 'appid'],
    });
    return ok(tokenFrom(payload));
  } catch (error) {
    return refused(invalid(reasonOf(error)));
  }
}

const invalid = (message: string): TokenRefusal => ({ code: 'InvalidAuthenticationToken', message });

function tokenFrom(claims: JWTPayload): VerifiedToken {
  const isApplication = claims.idtyp === 'app';
  return {
    tenantId: String(claims.tid),
    applicationId: String(claims.appid),
    roles: Array.isArray(claims.roles) ? claims.roles.map(String) : [],
    scopes: typeof claims.scp === 'string' ? claims.scp.split(' ').filter((scope) => scope !== '') : [],
    ...(isApplication ? {} : { userId: String(claims.oid) }),
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'Lifetime validation failed, the token is expired.';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'Access token validation failure. Invalid audience.';
    if (error.claim === 'nbf') return 'Lifetime validation failed, the token is not yet valid.';
    return `Access token validation failure. Claim '${error.claim}' is missing or not valid.`;
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'Signature validation failed.';
  return 'CompactToken parsing failed: the token is not a signed JWT.';
}
