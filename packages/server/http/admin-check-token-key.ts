import type { DoctorCheck } from '@switchboard/contract/admin/doctor';
import type { Config } from '../config/config.ts';
import { look } from './admin-finding.ts';

const remedy =
  'give every server the same SWITCHBOARD_TOKEN_KEY, 32 random bytes in base64 (openssl rand -base64 32), and start it again';

/** Whether what is had in the name of operators outlives a server, and is known to all of them. */
export const checkTokenKey = ({ sealKeys }: Pick<Config, 'sealKeys'>): Promise<DoctorCheck> =>
  look('token key', remedy, () => {
    if (sealKeys === undefined) {
      const detail =
        'there is no key: tokens of operators live in memory, presence comes by polling alone, and operators sign in again after each start';
      return { status: 'warning', detail, remedy };
    }
    const more = sealKeys.length === 1 ? '' : `, and open with ${sealKeys.length - 1} older besides`;
    return { status: 'ok', detail: `tokens of operators are sealed in the database${more}` };
  });
