import { type PersonId, personId, type TenantId, tenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import { isUuid } from '@switchboard/kit/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { decodeJwt, jwtVerify } from 'jose';
import * as z from 'zod';
import { jwtRefusal } from './jwt-refusal.ts';
import type { SigningKeys } from './signing-keys.ts';

/** A person whom Entra ID vouches for. The pair of tenant and person id is the key, never the names. */
export interface SignedInPerson {
  readonly tenantId: TenantId;
  readonly personId: PersonId;
  readonly name: string;
  readonly userPrincipalName: string;
}

export interface IdTokenRefusal {
  readonly code: 'nonce' | 'token' | 'unreachable';
  readonly message: string;
}

export interface IdTokenExpectation {
  readonly clientId: string;
  readonly nonce: string;
  readonly keys: SigningKeys;
  readonly clock: Clock;
}

const guid = z.string().refine(isUuid, 'expected a GUID');
const claimsSchema = z.looseObject({
  tid: guid,
  oid: guid,
  nonce: z.string().optional(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
});

/** Seconds by which the clocks of Microsoft and ours may differ. */
const clockTolerance = 300;

/** Checks signature, issuer for the token's own tenant, audience, time and nonce; MSAL only decodes an id token. */
export async function verifyIdToken(
  token: string,
  expected: IdTokenExpectation,
): Promise<Result<SignedInPerson, IdTokenRefusal>> {
  try {
    const { issuer } = await expected.keys.document();
    const { payload } = await jwtVerify(token, expected.keys.key, {
      algorithms: ['RS256'],
      audience: expected.clientId,
      issuer: issuer.replace('{tenantid}', unverifiedTenant(token)),
      clockTolerance,
      currentDate: new Date(expected.clock.now()),
      requiredClaims: ['exp', 'nonce'],
    });
    return personFromClaims(payload, expected.nonce);
  } catch (error) {
    const { code, message } = jwtRefusal(error);
    return refused({ code: code === 'unreachable' ? 'unreachable' : 'token', message });
  }
}

/** Only picks the issuer to compare with; the signature is checked after, and covers it. */
const unverifiedTenant = (token: string): string => {
  const { tid } = decodeJwt(token);
  return typeof tid === 'string' ? tid : '';
};

function personFromClaims(payload: unknown, nonce: string): Result<SignedInPerson, IdTokenRefusal> {
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) {
    const missing = claims.error.issues.map((issue) => issue.path.join('.')).join(', ');
    return refused({ code: 'token', message: `The id token lacks a usable claim: ${missing}.` });
  }
  const { tid, oid, name, preferred_username: userPrincipalName } = claims.data;
  if (claims.data.nonce !== nonce) {
    return refused({ code: 'nonce', message: 'The id token was not made for this sign-in (nonce).' });
  }
  return ok({
    tenantId: tenantId(tid),
    personId: personId(oid),
    name: name ?? userPrincipalName ?? '',
    userPrincipalName: userPrincipalName ?? '',
  });
}
