import type { DoctorCheck, DoctorReport } from '@switchboard/contract/admin/doctor';
import { type TenantId, tenantId } from '@switchboard/domain/ids';
import { ok, type Result } from '@switchboard/kit/result';
import { type AdministrationRefusal, tenantUnknown } from '../handle/administration-refusal.ts';
import type { DoctorChecks } from './admin-checks.ts';
import { reasonOf } from './admin-finding.ts';

interface Tenant {
  readonly tenantId: TenantId;
  readonly name: string;
}

/** Tenants that are looked at side by side: each costs Entra ID a token and Graph a request. */
const atOnce = 4;

/** Looks at the installation, then at one tenant or at all. A database that is gone is a finding like others. */
export async function examine(
  checks: DoctorChecks,
  listTenants: () => Promise<readonly Tenant[]>,
  only: string | undefined,
): Promise<Result<DoctorReport, AdministrationRefusal>> {
  const [installation, tenants] = await Promise.all([checks.installation(), tenantsOrReason(listTenants)]);
  if (typeof tenants === 'string') return ok({ checks: [...installation, unread(tenants)] });
  const chosen = only === undefined ? tenants : tenants.filter((each) => each.tenantId === tenantId(only));
  if (only !== undefined && chosen.length === 0) return tenantUnknown(tenantId(only));
  const found: DoctorCheck[] = [...installation];
  if (chosen.length === 0) found.push(noTenant);
  for (let next = 0; next < chosen.length; next += atOnce) {
    const some = chosen.slice(next, next + atOnce).map((tenant) => checks.tenant(tenant));
    found.push(...(await Promise.all(some)).flat());
  }
  return ok({ checks: found });
}

const tenantsOrReason = (list: () => Promise<readonly Tenant[]>): Promise<readonly Tenant[] | string> =>
  list().catch((error: unknown) => reasonOf(error));

const unread = (reason: string): DoctorCheck => ({
  name: 'tenants',
  status: 'failed',
  detail: `the tenants cannot be read, so none was looked at: ${reason}`,
  remedy: 'see "database"',
});

const noTenant: DoctorCheck = {
  name: 'tenants',
  status: 'warning',
  detail: 'there is no tenant yet, so nobody can call or sign in',
  remedy: 'add one: switchboard tenants add',
};
