import * as z from 'zod/mini';

/**
 * An operator as the colleagues of their queues see them. `offline`: they chose to be, or no console of theirs is
 * connected. `wrapUpUntil`:
 * they finish the last call until then, and are offered none.
 */
export const operatorStatusViewSchema = z.object({
  operatorId: z.string(),
  name: z.string(),
  status: z.enum(['available', 'break', 'offline']),
  /** Of a break, as the operator said it. */
  reason: z.optional(z.string()),
  since: z.number(),
  wrapUpUntil: z.optional(z.number()),
  /** The operator's Teams presence sets the status too. */
  followsPresence: z.boolean(),
  /** Queues of theirs that they do not answer today. */
  leftQueueIds: z.optional(z.array(z.string())),
});
export type OperatorStatusView = z.infer<typeof operatorStatusViewSchema>;
