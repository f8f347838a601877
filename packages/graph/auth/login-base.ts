import { AuthError } from './auth-error.ts';

/** Authorities that MSAL knows by itself. */
const microsoftHosts: ReadonlySet<string> = new Set([
  'login.microsoftonline.com',
  'login.microsoft.com',
  'login.windows.net',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn',
]);

/** Where people sign in and tokens come from. */
export interface LoginBase {
  /** Without a slash at the end. */
  readonly url: string;
  /** Host and port, lower case, as MSAL compares them. */
  readonly host: string;
  readonly isMicrosoft: boolean;
}

/** Throws an {@link AuthError} `configuration` unless the address is an origin: MSAL puts the tenant right after it. */
export function readLoginBase(loginBaseUrl: string): LoginBase {
  const url = URL.canParse(loginBaseUrl) ? new URL(loginBaseUrl) : undefined;
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new AuthError(
      'configuration',
      `loginBaseUrl ${JSON.stringify(loginBaseUrl)} is no web address: give one like https://login.microsoftonline.com`,
    );
  }
  if (url.pathname !== '/' || url.search !== '') {
    throw new AuthError(
      'configuration',
      `loginBaseUrl must be a scheme, a host and a port only: give ${url.origin}`,
    );
  }
  return {
    url: url.origin,
    host: url.host.toLowerCase(),
    isMicrosoft: microsoftHosts.has(url.host.toLowerCase()),
  };
}

export const openIdConfigurationUrl = (base: LoginBase, tenant: string): string =>
  `${base.url}/${tenant}/v2.0/.well-known/openid-configuration`;

/** MSAL takes https only; where its metadata are given it never contacts this address. */
export const authorityOf = (base: LoginBase, tenant: string): string => `https://${base.host}/${tenant}`;
