import * as z from 'zod/mini';
import { pastCallViewSchema } from '../views/past-call-view.ts';
import { personViewSchema } from '../views/person-view.ts';

/**
 * A page of calls that are over, newest first. `next`: there may be older ones, and that is where reading goes on;
 * `lookedBackTo` says to which moment was looked, which may be long before the last call of the page.
 */
export const historyReadSchema = z.object({
  type: z.literal('history'),
  id: z.string(),
  calls: z.array(pastCallViewSchema),
  next: z.optional(z.string()),
  lookedBackTo: z.optional(z.number()),
});
export type HistoryRead = z.infer<typeof historyReadSchema>;

/** Who has the caller's number, of all that this operator can find, and the caller's earlier calls, newest first. */
export const callerReadSchema = z.object({
  type: z.literal('caller'),
  id: z.string(),
  callId: z.string(),
  people: z.array(personViewSchema),
  calls: z.array(pastCallViewSchema),
  /** There are more than these. */
  hasMore: z.boolean(),
});
export type CallerRead = z.infer<typeof callerReadSchema>;
