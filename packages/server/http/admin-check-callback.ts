import type { DoctorCheck } from '@switchboard/contract/admin/doctor';
import { jsonOrNothing, timedFetch } from '@switchboard/graph/client/timed-fetch';
import { checkTimeout, type WebAccess } from './admin-checks-microsoft.ts';
import { type Finding, look } from './admin-finding.ts';

const remedy =
  'point the name of SWITCHBOARD_PUBLIC_URL and its reverse proxy at this server; if only this server cannot reach it, try the address from outside';

/** Whether the address that Microsoft calls back leads here. It is tried from here: the way from outside may differ. */
export const checkCallback = (publicUrl: string, { fetch, clock }: WebAccess): Promise<DoctorCheck> =>
  look('callback address', remedy, async (): Promise<Finding> => {
    const url = `${publicUrl}/health`;
    const { status, text } = await timedFetch(fetch, clock, checkTimeout, url, {});
    if (status !== 200 || !isOurs(jsonOrNothing(text))) {
      return { status: 'failed', detail: `${url} answers ${status}, and not as Switchboard does`, remedy };
    }
    if (new URL(publicUrl).protocol === 'https:') return { status: 'ok', detail: `${url} leads here` };
    if (isLoopback(new URL(publicUrl).hostname)) {
      return {
        status: 'ok',
        detail: `${url} leads here; it is of this machine, for a simulated Microsoft 365`,
      };
    }
    return {
      status: 'warning',
      detail: `${publicUrl} is not https, and Microsoft calls back over https only`,
      remedy: 'put a reverse proxy with a certificate in front, and change SWITCHBOARD_PUBLIC_URL',
    };
  });

const isOurs = (health: unknown): boolean =>
  typeof health === 'object' && health !== null && 'status' in health && health.status === 'ok';

const isLoopback = (host: string): boolean =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '[::1]' ||
  /^127\.\d+\.\d+\.\d+$/.test(host);
