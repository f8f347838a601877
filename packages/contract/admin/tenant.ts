import * as z from 'zod/mini';
import { guidField, nameField } from './admin-fields.ts';

/** Adds a customer's Microsoft 365 organisation, or renames a known one. */
export const addTenantSchema = z.strictObject({
  tenantId: guidField('the directory (tenant) id of the Entra admin center'),
  name: nameField('the organisation’s name'),
});
export type AddTenant = z.infer<typeof addTenantSchema>;

export const tenantViewSchema = z.object({ tenantId: z.string(), name: z.string() });
export type TenantView = z.infer<typeof tenantViewSchema>;

export const tenantListSchema = z.object({ tenants: z.array(tenantViewSchema) });
