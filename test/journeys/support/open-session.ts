import type { PersonId, TenantId } from '@switchboard/domain/ids';
import { hashOf, newSecret } from '@switchboard/server/http/secrets';
import { recordSession } from '@switchboard/store/access/sessions';
import type { Store } from '@switchboard/store/access/store';

/** Signs an operator in for so many milliseconds, without Microsoft's page. @returns the cookie's value */
export async function openSession(
  store: Store,
  of: { readonly tenantId: TenantId; readonly operatorId: PersonId },
  lifetime = 3_600_000,
): Promise<string> {
  const token = newSecret();
  await recordSession(store, { tokenHash: hashOf(token), ...of, expiresAt: Date.now() + lifetime });
  return token;
}
