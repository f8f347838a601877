import * as z from 'zod/mini';
import { endReasonSchema } from './call-view.ts';

/** A caller whom somebody is to call back: promised so, or nobody reached them. Each caller of a lost call stands once. */
export const callBackViewSchema = z.object({
  callBackId: z.string(),
  /** Their newest call. */
  callId: z.string(),
  queueId: z.string(),
  why: z.enum(['promised', 'lost']),
  /** Ready to read; absent for a caller in Teams. */
  number: z.optional(z.string()),
  /** E.164, for dialling. */
  dial: z.optional(z.string()),
  /** Of a caller in Teams. */
  personId: z.optional(z.string()),
  name: z.optional(z.string()),
  /** When it was promised; when they last called in vain. */
  promisedAt: z.number(),
  /** How often they called in vain. */
  calls: z.number(),
  /** How the last of these calls ended; absent for a promise. */
  ended: z.optional(endReasonSchema),
  /** How often somebody called back and did not reach them, and when last. */
  tries: z.number(),
  triedAt: z.optional(z.number()),
  state: z.enum(['open', 'taken', 'done']),
  /** Who has taken it, or done it. */
  by: z.optional(z.object({ operatorId: z.string(), name: z.string() })),
});
export type CallBackView = z.infer<typeof callBackViewSchema>;
