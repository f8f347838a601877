import type { TenantId } from '@switchboard/domain/ids';
import type { Store } from '@switchboard/store/access/store';
import { listQueues } from '@switchboard/store/tenants/tenants';
import type { CountryCode } from 'libphonenumber-js/max';
import { countryOf } from './read-number.ts';

/** The country in whose way a tenant writes numbers: that of its first queue with a number. */
export async function tenantCountry(store: Store, tenantId: TenantId): Promise<CountryCode | undefined> {
  const queues = await listQueues(store, tenantId);
  return queues.map(({ number }) => countryOf(number)).find((country) => country !== undefined);
}
