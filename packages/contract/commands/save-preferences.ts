import * as z from 'zod/mini';
import { preferenceValueSchema, sectionNameSchema } from '../preferences/preference-value.ts';

/**
 * Keep one section of what the operator prefers; it replaces the section whole. Answered by `preferences` with the same
 * `id`. The last writer of a section wins.
 */
export const savePreferencesSchema = z.object({
  type: z.literal('savePreferences'),
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  section: sectionNameSchema,
  value: preferenceValueSchema,
});
export type SavePreferences = z.infer<typeof savePreferencesSchema>;
