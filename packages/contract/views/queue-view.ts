import * as z from 'zod/mini';

/** Why a queue is as it is: its hours, a holiday, by hand, or since nobody is there. */
export const queueWhys = ['hours', 'holiday', 'byHand', 'nobodyThere', 'emergency'] as const;

/** A queue as its operators see it now. Times are milliseconds since 1970 by the server's clock. */
export const queueViewSchema = z.object({
  queueId: z.string(),
  name: z.string(),
  number: z.optional(z.string()),
  /** What the operator says. */
  salutation: z.optional(z.string()),
  strategy: z.enum(['pick', 'allAtOnce', 'longestIdle', 'roundRobin', 'ordered']),
  /** The switch: by its hours, or by hand. */
  mode: z.enum(['auto', 'day', 'night']),
  state: z.enum(['open', 'closed', 'emergency']),
  why: z.enum(queueWhys),
  /** The holiday's name. */
  holiday: z.optional(z.string()),
  /** When it opens or closes next by itself. */
  changesAt: z.optional(z.number()),
});
export type QueueView = z.infer<typeof queueViewSchema>;
