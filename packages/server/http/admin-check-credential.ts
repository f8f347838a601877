import { X509Certificate } from 'node:crypto';
import type { DoctorCheck } from '@switchboard/contract/admin/doctor';
import type { Instant } from '@switchboard/kit/clock';
import type { Config } from '../config/config.ts';
import { look } from './admin-finding.ts';

const day = 86_400_000;
/** Time enough to make a certificate, have it approved and put it in place. */
const warnBefore = 30 * day;

const renew =
  'make a new certificate, add it to the app registration beside the old one, change ENTRA_CERTIFICATE_FILE and ENTRA_PRIVATE_KEY_FILE, and start the server again';

/** How the application proves itself to Entra ID, and for how long it still can. */
export const checkCredential = (entra: Config['entra'], now: Instant): Promise<DoctorCheck> =>
  look('credential', 'give ENTRA_CERTIFICATE_FILE a certificate in PEM', () => {
    if (entra.certificate === undefined) {
      return {
        status: 'warning',
        detail: 'a client secret is in use; when it expires is not to be seen from here',
        remedy: 'use a certificate: ENTRA_CERTIFICATE_FILE and ENTRA_PRIVATE_KEY_FILE',
      };
    }
    const { validFrom, validTo } = new X509Certificate(entra.certificate.certificatePem);
    const [begins, ends] = [Date.parse(validFrom), Date.parse(validTo)];
    if (now < begins) {
      return { status: 'failed', detail: `the certificate is valid from ${dayOf(begins)} on`, remedy: renew };
    }
    if (now >= ends) {
      return { status: 'failed', detail: `the certificate expired on ${dayOf(ends)}`, remedy: renew };
    }
    const detail = `the certificate expires on ${dayOf(ends)}, in ${Math.floor((ends - now) / day)} days`;
    return ends - now < warnBefore ? { status: 'warning', detail, remedy: renew } : { status: 'ok', detail };
  });

const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);
