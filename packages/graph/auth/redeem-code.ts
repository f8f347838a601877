import type { Clock } from '@switchboard/kit/clock';
import type { Logger } from '@switchboard/kit/logger';
import { type Result, refused } from '@switchboard/kit/result';
import { authFault } from './auth-fault.ts';
import type { MsalClients } from './msal-client.ts';
import type { SigningKeys } from './signing-keys.ts';
import { type IdTokenRefusal, type SignedInPerson, verifyIdToken } from './verify-id-token.ts';

export interface CodeRedemption {
  readonly code: string;
  readonly redirectUri: string;
  readonly codeVerifier: string;
  readonly nonce: string;
}

export interface SignInRefusal {
  /**
   * `refused` Entra ID does not take the code (used, expired, of another sign-in) or our credential; `nonce`, `token`
   * the id token is not for this sign-in or not to be trusted; `unreachable` Entra ID does not answer.
   */
  readonly code: 'refused' | IdTokenRefusal['code'];
  readonly message: string;
}

export interface RedeemerParts {
  readonly msal: MsalClients;
  readonly keys: SigningKeys;
  readonly clientId: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly secrets: readonly (string | undefined)[];
}

export type CodeRedeemer = (redemption: CodeRedemption) => Promise<Result<SignedInPerson, SignInRefusal>>;

/** Exchanges a code for a person. The tokens that come along are forgotten with the client that got them. */
export function createCodeRedeemer(parts: RedeemerParts): CodeRedeemer {
  return async (redemption) => {
    const idToken = await exchange(redemption, parts);
    if (!idToken.ok) return idToken;
    return verifyIdToken(idToken.value, { ...parts, nonce: redemption.nonce });
  };
}

async function exchange(
  { code, redirectUri, codeVerifier, nonce }: CodeRedemption,
  { msal, log, secrets }: RedeemerParts,
): Promise<Result<string, SignInRefusal>> {
  try {
    const client = await msal.fresh();
    const request = { code, redirectUri, codeVerifier, nonce, scopes: ['openid', 'profile'] };
    const answer = await client.acquireTokenByCode(request);
    return { ok: true, value: answer.idToken };
  } catch (error) {
    if (isNonceMismatch(error)) {
      return refused({ code: 'nonce', message: 'The id token was not made for this sign-in (nonce).' });
    }
    const fault = authFault(error, 'The sign-in code was not accepted', [...secrets, code, codeVerifier]);
    log.warn('sign-in refused', { code: fault.code, error: fault });
    return refused({
      code: fault.category === 'transient' ? 'unreachable' : 'refused',
      message: fault.message,
    });
  }
}

const isNonceMismatch = (error: unknown): boolean =>
  error instanceof Error && 'errorCode' in error && error.errorCode === 'nonce_mismatch';
