const root = '/api/admin';
const ofTenant = (tenantId: string): string => `${root}/tenants/${encodeURIComponent(tenantId)}`;

/**
 * The addresses of the administration, for the CLI and for programs. Each wants `Authorization: Bearer` with the
 * server's administration token; bodies and answers are JSON, errors an `AdminError`.
 */
export const adminRoutes = {
  root,
  /** GET lists, POST adds (201) or renames (200). */
  tenants: `${root}/tenants`,
  /** GET lists, POST adds (201). */
  queues: (tenantId: string): string => `${ofTenant(tenantId)}/queues`,
  /** GET lists. */
  operators: (tenantId: string): string => `${ofTenant(tenantId)}/operators`,
  /** PUT adds (201) or replaces (200). */
  operator: (tenantId: string, personId: string): string =>
    `${ofTenant(tenantId)}/operators/${encodeURIComponent(personId)}`,
  /** GET. `?tenantId=` leaves the other tenants out. */
  doctor: `${root}/doctor`,
} as const;
