import { errors } from 'jose';
import { AuthError } from './auth-error.ts';

export interface JwtRefusal {
  readonly code: 'malformed' | 'expired' | 'issuer' | 'audience' | 'signature' | 'unreachable';
  readonly message: string;
}

/** Why `jwtVerify` did not accept a token. What is neither jose's nor ours is a defect and passes through. */
export function jwtRefusal(error: unknown): JwtRefusal {
  if (error instanceof AuthError) return { code: 'unreachable', message: error.message };
  if (error instanceof errors.JWTExpired) return { code: 'expired', message: 'The token has expired.' };
  if (error instanceof errors.JWTClaimValidationFailed) return claimRefusal(error);
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  ) {
    return { code: 'signature', message: `The token is not signed by a published key: ${error.message}.` };
  }
  if (error instanceof errors.JOSEError || error instanceof TypeError) {
    return { code: 'malformed', message: 'The token is not a signed JSON web token.' };
  }
  throw error;
}

function claimRefusal({ claim, reason }: errors.JWTClaimValidationFailed): JwtRefusal {
  switch (claim) {
    case 'iss':
      return { code: 'issuer', message: 'The token names an issuer (iss) that is not accepted here.' };
    case 'aud':
      return { code: 'audience', message: 'The token is not meant for this application (aud).' };
    case 'nbf':
      return { code: 'expired', message: 'The token is not valid yet (nbf).' };
    default:
      return { code: 'malformed', message: `The claim ${claim} of the token is ${reason}.` };
  }
}
