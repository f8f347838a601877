import * as z from 'zod/mini';

/**
 * A person's presence as Microsoft names it (`Available`, `Busy`, `InACall` …), with its age: `asOf` is when it was
 * read, in milliseconds since 1970 by the server's clock. Words that we do not know arrive unchanged.
 */
export const presenceViewSchema = z.object({
  personId: z.string(),
  availability: z.string(),
  activity: z.string(),
  asOf: z.number(),
});
export type PresenceView = z.infer<typeof presenceViewSchema>;

export const personViewSchema = z.object({
  personId: z.string(),
  name: z.string(),
  jobTitle: z.optional(z.string()),
  department: z.optional(z.string()),
  office: z.optional(z.string()),
  mail: z.optional(z.string()),
  phone: z.optional(z.string()),
  mobile: z.optional(z.string()),
  manager: z.optional(z.string()),
  presence: z.optional(presenceViewSchema),
});
export type PersonView = z.infer<typeof personViewSchema>;
