import type { AuthenticationResult, ConfidentialClientApplication } from '@azure/msal-node';
import type { TenantId } from '@switchboard/domain/ids';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { Logger } from '@switchboard/kit/logger';
import type { Result } from '@switchboard/kit/result';
import type { Fetch } from '../client/timed-fetch.ts';
import { AuthError } from './auth-error.ts';
import { authFault } from './auth-fault.ts';
import { type EntraCredential, msalCredential } from './entra-credential.ts';
import { authorityOf, type LoginBase, openIdConfigurationUrl, readLoginBase } from './login-base.ts';
import { createMsalClients } from './msal-client.ts';
import { createOperatorTokens, type OperatorTokens } from './operator-tokens.ts';
import { type CodeRedemption, createCodeRedeemer, type SignInRefusal } from './redeem-code.ts';
import { createSigningKeys } from './signing-keys.ts';
import { memoryTokenCaches, type TokenCacheStore } from './token-cache-store.ts';
import type { SignedInPerson } from './verify-id-token.ts';

export interface EntraOptions extends EntraCredential {
  /** For Microsoft: https://login.microsoftonline.com. An origin, without a path. */
  readonly loginBaseUrl: string;
  /** Our application id. */
  readonly clientId: string;
  /** What application tokens are asked for; https://graph.microsoft.com/.default unless given. */
  readonly graphScope?: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** What MSAL knows about people, between two uses; in memory unless given. */
  readonly tokenCaches?: TokenCacheStore;
  /** For the OpenID documents and keys. MSAL brings its own. */
  readonly fetch?: Fetch;
}

export interface SignInRequest {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  /** S256 of the code verifier that `redeemCode` gets, base64url. */
  readonly codeChallenge: string;
  readonly prompt?: 'login' | 'none' | 'consent' | 'select_account';
  /** Whom to offer first; MSAL leaves it out beside `select_account`. */
  readonly loginHint?: string;
  /** Permissions of Graph to ask for beside who they are, by their names; the same go to `redeemCode`. */
  readonly scopes?: readonly string[];
  /** What Entra ID wanted to be told, of an `askConsent` refusal. */
  readonly claims?: string;
}

export interface AdminConsentRequest {
  readonly redirectUri: string;
  readonly state: string;
  /** Any organisation's administrator may answer unless one is named. */
  readonly tenant?: string;
}

export interface EntraClients {
  /**
   * An application token for a customer's tenant, from MSAL's cache while it lasts. `fresh` passes the cache by, for
   * a token that Graph did not accept. Throws an {@link AuthError}.
   */
  appToken(tenantId: TenantId, options?: { readonly fresh?: boolean }): Promise<string>;
  /** Where a browser is sent to sign in; it comes back to `redirectUri?code=…&state=…`. Throws an {@link AuthError}. */
  signInUrl(request: SignInRequest): Promise<string>;
  /** Who came back with a code. The caller has compared the state already. */
  redeemCode(redemption: CodeRedemption): Promise<Result<SignedInPerson, SignInRefusal>>;
  signOutUrl(postLogoutRedirectUri: string): string;
  adminConsentUrl(request: AdminConsentRequest): string;
}

/** The same, with the tokens of people. */
export interface EntraClientsForOperators extends EntraClients {
  readonly operatorTokens: OperatorTokens;
}

/** How long an application token is not asked MSAL for again, in milliseconds: it renews what runs out soon. */
const rememberFor = 60_000;
/** MSAL takes a token that lasts no longer for expired. In milliseconds. */
const shortestLife = 300_000;

/** Throws an {@link AuthError} `configuration` when the address, the secret or the certificate cannot be used. */
export function createEntraClients(options: EntraOptions): EntraClientsForOperators {
  const { clientId, clock, fetch, log, tokenCaches: caches = memoryTokenCaches() } = options;
  const scope = options.graphScope ?? 'https://graph.microsoft.com/.default';
  const base = readLoginBase(options.loginBaseUrl);
  const source = { clock, ...(fetch === undefined ? {} : { fetch }) };
  const msal = createMsalClients({ base, clientId, credential: msalCredential(options) }, source);
  const keys = createSigningKeys(openIdConfigurationUrl(base, 'organizations'), source);
  const secrets = [options.secret, options.certificate?.privateKeyPem];

  const remembered = new Map<TenantId, { readonly token: string; readonly until: Instant }>();

  /** MSAL's own look into its cache costs as much as the request that the token is for. */
  function remember(tenantId: TenantId, { accessToken, expiresOn }: AuthenticationResult): void {
    const now = clock.now();
    const until = Math.min(now + rememberFor, (expiresOn?.getTime() ?? now) - shortestLife);
    remembered.set(tenantId, { token: accessToken, until });
  }

  async function appToken(tenantId: TenantId, { fresh = false } = {}): Promise<string> {
    const known = fresh ? undefined : remembered.get(tenantId);
    if (known !== undefined && known.until > clock.now()) return known.token;
    try {
      const client = await msal.lasting();
      const authority = authorityOf(base, tenantId);
      const answer = await client.acquireTokenByClientCredential({
        scopes: [scope],
        authority,
        skipCache: fresh,
      });
      if (!answer?.accessToken)
        throw new AuthError('unreachable', 'Entra ID answered without an access token');
      remember(tenantId, answer);
      return answer.accessToken;
    } catch (error) {
      const fault = authFault(error, `No application token for tenant ${tenantId}`, secrets);
      log.warn('application token refused', { tenantId, code: fault.code, error: fault });
      throw fault;
    }
  }

  return {
    appToken,
    signInUrl: (request) => signInUrl(request, msal.lasting),
    redeemCode: createCodeRedeemer({ msal, keys, clientId, clock, log, secrets, caches }),
    operatorTokens: createOperatorTokens({ msal, base, caches, clock, log, secrets }),
    signOutUrl: (back) =>
      address(base, 'organizations/oauth2/v2.0/logout', { post_logout_redirect_uri: back }),
    adminConsentUrl: ({ redirectUri, state, tenant }) =>
      address(base, `${encodeURIComponent(tenant ?? 'organizations')}/v2.0/adminconsent`, {
        client_id: clientId,
        scope,
        redirect_uri: redirectUri,
        state,
      }),
  };
}

async function signInUrl(
  request: SignInRequest,
  client: () => Promise<ConfidentialClientApplication>,
): Promise<string> {
  try {
    const msal = await client();
    return await msal.getAuthCodeUrl({
      scopes: ['openid', 'profile', ...(request.scopes ?? [])],
      redirectUri: request.redirectUri,
      responseMode: 'query',
      state: request.state,
      nonce: request.nonce,
      codeChallenge: request.codeChallenge,
      codeChallengeMethod: 'S256',
      ...(request.prompt === undefined ? {} : { prompt: request.prompt }),
      ...(request.loginHint === undefined ? {} : { loginHint: request.loginHint }),
      ...(request.claims === undefined ? {} : { claims: request.claims }),
    });
  } catch (error) {
    throw authFault(error, 'No address to sign in at', []);
  }
}

function address(base: LoginBase, path: string, query: Readonly<Record<string, string>>): string {
  return `${base.url}/${path}?${new URLSearchParams(query).toString()}`;
}
