import * as z from 'zod/mini';

/** What became of a file of contacts. Rows count from 2: the first is the heading. Nothing is taken when there is a problem. */
export const contactImportSchema = z.object({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  problems: z.array(
    z.object({
      row: z.number(),
      field: z.optional(z.string()),
      /** In English. */
      remedy: z.string(),
      /** The same for other languages: a reason out of words/contact-remedies.ts, and what it is about. */
      why: z.optional(z.string()),
      about: z.optional(z.array(z.string())),
    }),
  ),
});
export type ContactImport = z.infer<typeof contactImportSchema>;
