import type { IdSource } from '@switchboard/kit/ids';
import type { AuthorizeRequest } from './authorize-request.ts';
import type { ConsentRegister } from './consent-register.ts';
import type { EntraAccount, EntraApp, EntraOptions } from './entra-options.ts';
import type { ExpiringMap } from './expiring-map.ts';
import type { SigningKey } from './signing-key.ts';

/** What an authorization code stands for, until it is exchanged. */
export interface CodeGrant {
  readonly app: EntraApp;
  readonly account: EntraAccount;
  readonly redirectUri: string;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly codeChallenge: string | undefined;
  readonly authenticatedAt: number;
  readonly sessionId: string;
  /** Set at the first exchange: a second one is refused by its own number. */
  isRedeemed: boolean;
}

export interface RefreshGrant {
  readonly applicationId: string;
  readonly accountId: string;
  readonly scope: string;
  readonly sessionId: string;
}

export interface BrowserSession {
  readonly id: string;
  /** Who has signed in with this browser, by object id, with the moment of it. */
  readonly signedIn: Map<string, number>;
}

/** A page of ours that a person has open between the application's request and our answer to it. */
export interface PendingSignIn {
  readonly request: AuthorizeRequest;
}

/** Everything the endpoints share. */
export interface EntraContext {
  readonly options: EntraOptions;
  readonly key: SigningKey;
  readonly newSecret: IdSource;
  readonly codes: ExpiringMap<CodeGrant>;
  readonly refreshTokens: ExpiringMap<RefreshGrant>;
  readonly sessions: ExpiringMap<BrowserSession>;
  readonly pending: ExpiringMap<PendingSignIn>;
  readonly consents: ConsentRegister;
}

export function findApp(context: EntraContext, applicationId: string): EntraApp | undefined {
  const wanted = applicationId.toLowerCase();
  return context.options.apps.find((app) => app.applicationId.toLowerCase() === wanted);
}

export function findAccount(context: EntraContext, accountId: string): EntraAccount | undefined {
  return context.options.accounts.find(accountId);
}

/** `{base}/{tenant}/v2.0`: who the tokens of this tenant come from. */
export const issuerOf = (context: EntraContext): string =>
  `${context.options.publicUrl()}/${context.options.tenantId}/v2.0`;
