import type { DoctorCheck } from '@switchboard/contract/admin/doctor';
import { openIdConfigurationUrl, readLoginBase } from '@switchboard/graph/auth/login-base';
import { fetchKeySet, fetchOpenIdDocument } from '@switchboard/graph/auth/open-id-document';
import { type Fetch, timedFetch } from '@switchboard/graph/client/timed-fetch';
import type { Clock } from '@switchboard/kit/clock';
import { look } from './admin-finding.ts';

export interface WebAccess {
  readonly clock: Clock;
  readonly fetch: Fetch;
}

/** Milliseconds. A service that is slower than this loses the 15 s in which a call must be answered. */
export const checkTimeout = 5_000;

const wayOut =
  'let this server reach the address: outgoing HTTPS, name resolution, a proxy in between; compare';

export const checkSignIn = (loginBaseUrl: string, web: WebAccess): Promise<DoctorCheck> =>
  look('sign-in service', `${wayOut} ENTRA_LOGIN_URL`, async () => {
    const url = openIdConfigurationUrl(readLoginBase(loginBaseUrl), 'organizations');
    const { issuer } = await fetchOpenIdDocument(url, web);
    return { status: 'ok', detail: `Entra ID answers as ${issuer}` };
  });

/** Any answer but a failure of Graph's own counts: without a token Graph may refuse. */
export const checkGraph = (baseUrl: string, { fetch, clock }: WebAccess): Promise<DoctorCheck> =>
  look('Microsoft Graph', `${wayOut} GRAPH_URL`, async () => {
    const startedAt = clock.now();
    const { status } = await timedFetch(fetch, clock, checkTimeout, `${baseUrl}/`, {
      headers: { accept: 'application/json' },
    });
    if (status < 500) return { status: 'ok', detail: `${baseUrl} answers in ${clock.now() - startedAt} ms` };
    const remedy = 'look at the service health of Microsoft 365 and try again';
    return { status: 'failed', detail: `${baseUrl} answers ${status}`, remedy };
  });

/** The keys by which Microsoft's notifications are known; without them no call is taken. */
export const checkNotificationKeys = (openIdUrl: string, web: WebAccess): Promise<DoctorCheck> =>
  look('notification keys', `${wayOut} GRAPH_NOTIFICATIONS_OPENID_URL`, async () => {
    const { keysUrl } = await fetchOpenIdDocument(openIdUrl, web);
    const { keys } = await fetchKeySet(keysUrl, web);
    if (keys.length > 0)
      return { status: 'ok', detail: `${keys.length === 1 ? '1 key' : `${keys.length} keys`} at ${keysUrl}` };
    const remedy = 'compare GRAPH_NOTIFICATIONS_OPENID_URL with the manual';
    return { status: 'failed', detail: `${keysUrl} holds no key`, remedy };
  });
