import * as z from 'zod/mini';

/**
 * How far the directory is: behind each welcome, and while it changes. `filling`: the first fill runs, searches are
 * forwarded to Microsoft. `ready`. `failing`: it cannot be read, what is here may be old; `problem` is for people.
 */
export const directoryProgressSchema = z.object({
  type: z.literal('directory'),
  state: z.enum(['filling', 'ready', 'failing']),
  /** People read so far in this round. */
  read: z.number(),
  /** About how many there are. */
  about: z.optional(z.number()),
  /** When it was last read to its end, in milliseconds since 1970. */
  readAt: z.optional(z.number()),
  problem: z.optional(z.string()),
});
export type DirectoryProgress = z.infer<typeof directoryProgressSchema>;

/** How it stands with this operator's own contacts in Outlook. */
export const personalContactsSchema = z.object({
  type: z.literal('personalContacts'),
  state: z.enum(['reading', 'ready', 'noRight', 'signIn', 'failing']),
  count: z.number(),
});
export type PersonalContacts = z.infer<typeof personalContactsSchema>;
