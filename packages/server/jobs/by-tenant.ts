import type { TenantId } from '@switchboard/domain/ids';

/** Things of several tenants, tenant by tenant. */
export function byTenant<T extends { readonly tenantId: TenantId }>(
  all: readonly T[],
): ReadonlyMap<TenantId, readonly T[]> {
  return Map.groupBy(all, ({ tenantId }) => tenantId);
}
