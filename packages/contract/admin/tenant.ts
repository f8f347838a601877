import * as z from 'zod/mini';
import { messageLanguages } from '../words/message-words.ts';
import { choiceField, guidField, nameField, wholeNumberField } from './admin-fields.ts';

/** Adds a customer's Microsoft 365 organisation, or renames a known one. */
export const addTenantSchema = z.strictObject({
  tenantId: guidField('the directory (tenant) id of the Entra admin center'),
  name: nameField('the organisation’s name'),
});
export type AddTenant = z.infer<typeof addTenantSchema>;

/** Changes what is named, and nothing else. */
export const changeTenantSchema = z.strictObject({
  name: z.optional(nameField('the organisation’s name')),
  /** Days for which an ended call and its timeline are kept. */
  keepDays: z.optional(wholeNumberField(1, 3_650)),
  /** What colleagues are written to in of whom no language is known. */
  language: z.optional(choiceField(...messageLanguages)),
});
export type ChangeTenant = z.infer<typeof changeTenantSchema>;

export const tenantViewSchema = z.object({
  tenantId: z.string(),
  name: z.string(),
  keepDays: z.number(),
  language: z.optional(z.string()),
});
export type TenantView = z.infer<typeof tenantViewSchema>;

export const tenantListSchema = z.object({ tenants: z.array(tenantViewSchema) });
