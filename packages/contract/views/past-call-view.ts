import * as z from 'zod/mini';
import { endReasonSchema, partyViewSchema } from './call-view.ts';

/**
 * What a call came to. `answered`: an operator had the caller to the end; `putThrough`: somebody else took them; `lost`:
 * the caller went, or was sent away, while nobody had them; `refused`: the number is not let in.
 */
export const callOutcomes = ['answered', 'putThrough', 'lost', 'refused'] as const;
export const callOutcomeSchema = z.enum(callOutcomes);
export type CallOutcomeView = z.infer<typeof callOutcomeSchema>;

/** A call that is over, as one operator sees it. Times are milliseconds since 1970. */
export const pastCallViewSchema = z.object({
  callId: z.string(),
  queueId: z.string(),
  /** The name of the queue where it ended, while there is such a queue. */
  queue: z.optional(z.string()),
  /** With the name that contacts have for the number, where Microsoft gave none. */
  caller: partyViewSchema,
  /** The caller's number for dialling, E.164. */
  dial: z.optional(z.string()),
  arrivedAt: z.number(),
  /** When an operator first talked to the caller. */
  answeredAt: z.optional(z.number()),
  endedAt: z.number(),
  outcome: callOutcomeSchema,
  ended: endReasonSchema,
  /** Somebody to whom it was handed over did not take it. */
  cameBack: z.boolean(),
  /** The names of those who talked to the caller, in their order; of whom is no operator any more none. */
  takenBy: z.array(z.string()),
  /** Whom it was put through to, or last rang. */
  target: z.optional(partyViewSchema),
});
export type PastCallView = z.infer<typeof pastCallViewSchema>;
