import * as z from 'zod/mini';

/**
 * All sections that are kept for this operator: behind each welcome, to each of their consoles when one of them saved,
 * and with its `id` as the answer to the one that did. Of each section the highest `version` counts.
 */
export const preferencesChangedSchema = z.object({
  type: z.literal('preferences'),
  id: z.optional(z.string()),
  sections: z.record(z.string(), z.object({ version: z.number(), value: z.record(z.string(), z.unknown()) })),
});
export type PreferencesChanged = z.infer<typeof preferencesChangedSchema>;
