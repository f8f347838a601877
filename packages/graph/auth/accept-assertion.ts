import type { AuthenticationResult } from '@azure/msal-node';
import { ok, type Result, refused } from '@switchboard/kit/result';
import * as z from 'zod';
import { authorityOf } from './login-base.ts';
import type { OperatorTokenParts } from './operator-token-parts.ts';
import { type OperatorTokenRefusal, operatorTokenRefusal } from './operator-token-refusal.ts';
import type { PersonKey } from './token-cache-store.ts';

const cacheSchema = z.looseObject({
  RefreshToken: z.record(z.string(), z.looseObject({ secret: z.string().min(1) })).optional(),
});

/**
 * Exchanges a person's token for our application, on their behalf, for a refresh token that outlives it. MSAL files what
 * it gets on behalf of somebody under the assertion, and finds it by the same assertion alone; so the refresh token is
 * redeemed once more, and filed under the person
 * (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow, read 2026-11-23).
 */
export async function acceptAssertion(
  { msal, base, caches, secrets }: OperatorTokenParts,
  person: PersonKey,
  assertion: string,
  scopes: readonly string[],
): Promise<Result<void, OperatorTokenRefusal>> {
  const authority = authorityOf(base, person.tenantId);
  try {
    const passing = await msal.fresh();
    const answer = await passing.acquireTokenOnBehalfOf({
      oboAssertion: assertion,
      scopes: [...scopes],
      authority,
    });
    if (!isOf(answer, person)) return refused(notTheirs);
    const refreshToken = refreshTokenIn(passing.getTokenCache().serialize());
    if (refreshToken === undefined) return refused(nothingLasting(scopes));
    const lasting = await msal.fresh();
    const renewed = await lasting.acquireTokenByRefreshToken({
      refreshToken,
      scopes: [...scopes],
      authority,
      forceCache: true,
    });
    if (!isOf(renewed, person)) return refused(notTheirs);
    await caches.write(person, lasting.getTokenCache().serialize());
    return ok(undefined);
  } catch (error) {
    return refused(operatorTokenRefusal(error, scopes, [...secrets, assertion]));
  }
}

const isOf = (answer: AuthenticationResult | null, { tenantId, personId }: PersonKey): boolean =>
  answer?.uniqueId.toLowerCase() === personId && answer.tenantId.toLowerCase() === tenantId;

const notTheirs: OperatorTokenRefusal = {
  code: 'refused',
  message: 'Entra ID gave a token of somebody else than the one who asked',
};

/** Without `offline_access` there is no refresh token: a sign-in of their own asks for it. */
const nothingLasting = (scopes: readonly string[]): OperatorTokenRefusal => ({
  code: 'signIn',
  message: 'Entra ID gave no refresh token for this person',
  scopes,
});

function refreshTokenIn(serialised: string): string | undefined {
  const cache = cacheSchema.safeParse(JSON.parse(serialised));
  return cache.success ? Object.values(cache.data.RefreshToken ?? {})[0]?.secret : undefined;
}
