import { InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import type { Clock } from '@switchboard/kit/clock';
import type { Logger } from '@switchboard/kit/logger';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { authFault } from './auth-fault.ts';
import type { MsalClients } from './msal-client.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { TokenCacheStore } from './token-cache-store.ts';
import { type IdTokenRefusal, type SignedInPerson, verifyIdToken } from './verify-id-token.ts';

export interface CodeRedemption {
  readonly code: string;
  readonly redirectUri: string;
  readonly codeVerifier: string;
  readonly nonce: string;
  /**
   * Permissions of Graph that the sign-in asked for, by their names. Given, even empty, what MSAL learned of the person is
   * kept for `OperatorTokens`: what is consented to later is had by it. Not given, it is forgotten.
   */
  readonly scopes?: readonly string[];
}

export interface SignInRefusal {
  /**
   * `refused` Entra ID does not take the code (used, expired, of another sign-in) or our credential; `ungranted` a scope is
   * not consented to, or not known; `nonce`, `token` the id token is not for this sign-in or not to be trusted;
   * `unreachable` Entra ID does not answer.
   */
  readonly code: 'refused' | 'ungranted' | IdTokenRefusal['code'];
  readonly message: string;
}

export interface RedeemerParts {
  readonly msal: MsalClients;
  readonly keys: SigningKeys;
  readonly clientId: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly secrets: readonly (string | undefined)[];
  readonly caches: TokenCacheStore;
}

export type CodeRedeemer = (redemption: CodeRedemption) => Promise<Result<SignedInPerson, SignInRefusal>>;

interface Exchanged {
  readonly idToken: string;
  /** What MSAL learned of the person. */
  readonly cache: string;
}

/** Exchanges a code for a person. Their tokens are kept only if wanted, and once the id token is verified. */
export function createCodeRedeemer(parts: RedeemerParts): CodeRedeemer {
  return async (redemption) => {
    const exchanged = await exchange(redemption, parts);
    if (!exchanged.ok) return exchanged;
    const { idToken, cache } = exchanged.value;
    const person = await verifyIdToken(idToken, { ...parts, nonce: redemption.nonce });
    if (person.ok && redemption.scopes !== undefined) await parts.caches.write(person.value, cache);
    return person;
  };
}

async function exchange(
  { code, redirectUri, codeVerifier, nonce, scopes = [] }: CodeRedemption,
  { msal, log, secrets }: RedeemerParts,
): Promise<Result<Exchanged, SignInRefusal>> {
  try {
    const client = await msal.fresh();
    const asked = ['openid', 'profile', ...scopes];
    const answer = await client.acquireTokenByCode({ code, redirectUri, codeVerifier, nonce, scopes: asked });
    return ok({ idToken: answer.idToken, cache: client.getTokenCache().serialize() });
  } catch (error) {
    if (isNonceMismatch(error)) {
      return refused({ code: 'nonce', message: 'The id token was not made for this sign-in (nonce).' });
    }
    const fault = authFault(error, 'The sign-in code was not accepted', [...secrets, code, codeVerifier]);
    log.warn('sign-in refused', { code: fault.code, error: fault });
    const why = isUngranted(error) ? 'ungranted' : 'refused';
    return refused({
      code: fault.category === 'transient' ? 'unreachable' : why,
      message: fault.message,
    });
  }
}

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow, read 2026-11-23. */
const isUngranted = (error: unknown): boolean =>
  error instanceof InteractionRequiredAuthError ||
  (error instanceof ServerError && error.errorCode === 'invalid_scope');

const isNonceMismatch = (error: unknown): boolean =>
  error instanceof Error && 'errorCode' in error && error.errorCode === 'nonce_mismatch';
