import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';

/** An app registration, as the tenant knows it. */
export interface EntraApp {
  readonly applicationId: string;
  readonly secrets: string[];
  /** Certificates of the application in PEM; an assertion is matched by its thumbprint. */
  readonly certificates: string[];
  /** Where answers may go, for signing in, signing out and consent. A loopback address matches with any port. */
  readonly redirectUris: string[];
  readonly applicationPermissions: string[];
  readonly delegatedPermissions: string[];
  /** What people have consented to for themselves, beside `delegatedPermissions`, by their object ids. */
  readonly consentedBy?: Readonly<Record<string, readonly string[]>>;
  readonly displayName: string;
  /** Whether an administrator of the tenant has approved the permissions already. Default: yes. */
  readonly consented?: boolean;
}

export interface EntraAccount {
  /** The object id (`oid`). */
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly isOperator: boolean;
}

/** Everyone who can sign in. Asked anew each time, so people may come and go; a tenant may have a million of them. */
export interface EntraAccounts {
  /** By object id or user principal name, in any case. */
  find(idOrPrincipalName: string): EntraAccount | undefined;
  /** Those who stand first in the account picker. */
  operators(): readonly EntraAccount[];
  /** One after the other, so that who wants a few need not wait for all. */
  all(): Iterable<EntraAccount>;
  /** Whether people sign in with this domain. @param domain in lower case */
  hasDomain(domain: string): boolean;
}

export interface EntraOptions {
  readonly clock: Clock;
  readonly tenantId: string;
  /** A name of the tenant that may stand in an address in place of its id, as a domain name does. */
  readonly tenantName: string;
  readonly apps: EntraApp[];
  readonly accounts: EntraAccounts;
  /** The base address of everything here, without a slash at its end. */
  readonly publicUrl: () => string;
  /** Makes codes, refresh tokens and session ids: hard to guess and never the same. Default: 32 random bytes. */
  readonly secretSource?: IdSource;
}

/** What a Graph token says, once its signature, audience and times are known to be good. */
export interface VerifiedToken {
  readonly tenantId: string;
  readonly applicationId: string;
  /** Application permissions; empty in a user's token. */
  readonly roles: string[];
  /** Delegated permissions; empty in an application's token. */
  readonly scopes: string[];
  readonly userId?: string;
}
