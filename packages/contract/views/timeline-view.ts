import * as z from 'zod/mini';
import { partyViewSchema } from './call-view.ts';

/**
 * One step of a call. `step` is the event's type, or `request` for what was asked of Microsoft Graph; the console has
 * a sentence for each, and shows the plain word of one that it does not know.
 */
export const timelineEntrySchema = z.object({
  at: z.number(),
  step: z.string(),
  /** The operator who did it, or whom it is about. */
  operator: z.optional(z.string()),
  /** The colleague, number or person it is about. */
  target: z.optional(partyViewSchema),
  /** The queue's name. */
  queue: z.optional(z.string()),
  /** The reason's word: of a miss, a diversion, the end. */
  why: z.optional(z.string()),
  slot: z.optional(z.number()),
  /** What Graph was asked: the operation, how it went, how often it was tried, what Graph said. */
  request: z.optional(
    z.object({
      operation: z.string(),
      status: z.enum(['pending', 'done', 'refused']),
      attempts: z.number(),
      /** Milliseconds from the asking to the outcome. */
      took: z.optional(z.number()),
      message: z.optional(z.string()),
      effectId: z.string(),
    }),
  ),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
