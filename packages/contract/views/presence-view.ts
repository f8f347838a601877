import * as z from 'zod/mini';

/** Where somebody works now, as they or their calendar say; `place` is a building or room. */
export const workLocationViewSchema = z.object({
  kind: z.enum(['office', 'remote', 'timeOff', 'unspecified']),
  place: z.optional(z.string()),
});

/**
 * A person's presence as Microsoft names it (`Available`, `Busy`, `InACall` …), with its age and where it comes from.
 * Words that we do not know arrive unchanged. Times are milliseconds since 1970 by the server's clock.
 */
export const presenceViewSchema = z.object({
  personId: z.string(),
  availability: z.string(),
  activity: z.string(),
  /** When Microsoft last said so. While a subscription of somebody lives, silence says that nothing changed. */
  asOf: z.number(),
  source: z.enum(['subscription', 'poll']),
  /** From then on it is older than promised, unless something newer comes; a screen says so. */
  staleAt: z.number(),
  /** Present while they are out of office; `message` is what they tell about it. */
  outOfOffice: z.optional(z.object({ message: z.optional(z.string()) })),
  statusMessage: z.optional(z.string()),
  statusMessageUntil: z.optional(z.number()),
  workLocation: z.optional(workLocationViewSchema),
});
export type PresenceView = z.infer<typeof presenceViewSchema>;
