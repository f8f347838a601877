import * as z from 'zod/mini';

/** A caller who was promised that somebody calls back. */
export const callBackViewSchema = z.object({
  callBackId: z.string(),
  callId: z.string(),
  queueId: z.string(),
  /** Ready to read. */
  number: z.string(),
  /** E.164, for dialling. */
  dial: z.string(),
  name: z.optional(z.string()),
  promisedAt: z.number(),
  state: z.enum(['open', 'taken', 'done']),
  /** Who has taken it, or done it. */
  by: z.optional(z.object({ operatorId: z.string(), name: z.string() })),
});
export type CallBackView = z.infer<typeof callBackViewSchema>;
