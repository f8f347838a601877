import type { CodeGrant, EntraContext } from './entra-context.ts';
import type { EntraAccount, EntraApp } from './entra-options.ts';
import type { ScopeRequest } from './scopes.ts';
import { issueIdToken, issueUserToken } from './token-issuer.ts';

/** On whose behalf, and since when, tokens are given out. */
export interface UserGrant {
  readonly app: EntraApp;
  readonly account: EntraAccount;
  readonly scopes: ScopeRequest;
  readonly sessionId: string;
  readonly authenticatedAt: number;
  readonly nonce: CodeGrant['nonce'];
  readonly wantsClientInfo: boolean;
}

/** The answer to every grant that ends in a person's tokens, with the members that MSAL reads. */
export async function userTokenResponse(
  context: EntraContext,
  grant: UserGrant,
): Promise<Record<string, unknown>> {
  const { app, account, scopes } = grant;
  const access = await issueUserToken(context, app, account, scopes.resource, scopes.permissions);
  return {
    token_type: 'Bearer',
    scope: [...scopes.granted, ...[...scopes.openId].filter((scope) => scope !== 'offline_access')].join(' '),
    expires_in: access.expiresIn,
    ext_expires_in: access.expiresIn,
    access_token: access.token,
    ...(scopes.openId.has('offline_access') ? { refresh_token: newRefreshToken(context, grant) } : {}),
    ...(scopes.openId.has('openid')
      ? { id_token: await issueIdToken(context, { ...grant, openId: scopes.openId }) }
      : {}),
    ...(grant.wantsClientInfo ? { client_info: clientInfo(context, account) } : {}),
  };
}

/** Who signed in, in the form MSAL makes its account ids from. */
export const clientInfo = (context: EntraContext, account: EntraAccount): string =>
  Buffer.from(JSON.stringify({ uid: account.id, utid: context.options.tenantId })).toString('base64url');

function newRefreshToken(context: EntraContext, { app, account, scopes, sessionId }: UserGrant): string {
  const token = context.newSecret();
  context.refreshTokens.set(token, {
    applicationId: app.applicationId,
    accountId: account.id,
    scope: [...scopes.granted, ...scopes.openId].join(' '),
    sessionId,
  });
  return token;
}
