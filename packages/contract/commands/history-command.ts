import * as z from 'zod/mini';

const short = z.string().check(z.minLength(1), z.maxLength(64));
const id = short;
const moment = z.number().check(z.int(), z.nonnegative());

/** `cameBack`: somebody to whom the call was handed over did not take it. */
export const historyOutcomes = ['answered', 'putThrough', 'lost', 'cameBack'] as const;

/** Which calls of the past. All that is given must fit. */
export const historyFilterSchema = z.object({
  /** Those in which the operator talked; those of the queues that they answer. */
  of: z.enum(['mine', 'queues']),
  queueId: z.optional(short),
  outcome: z.optional(z.enum(historyOutcomes)),
  /** Calls that arrived then or later, milliseconds since 1970. */
  from: z.optional(moment),
  /** Calls that arrived before. */
  to: z.optional(moment),
  /** A name or a number of the caller, or of whom it was put through to. */
  text: z.optional(z.string().check(z.maxLength(100))),
});
export type HistoryFilter = z.infer<typeof historyFilterSchema>;

/** As many calls are on a page at most. */
export const mostOnAPage = 100;

/**
 * A page of calls that are over, newest first. Answered by `history` with the same id. `before` is `next` of the page
 * before; `callIds`: only these, which have just ended.
 */
export const readHistorySchema = z.object({
  type: z.literal('readHistory'),
  id,
  filter: historyFilterSchema,
  before: z.optional(z.string().check(z.regex(/^\d{1,15}_[^\s\p{Cc}]{1,64}$/u))),
  limit: z.number().check(z.int(), z.minimum(1), z.maximum(mostOnAPage)),
  callIds: z.optional(z.array(short).check(z.minLength(1), z.maxLength(mostOnAPage))),
});
export type ReadHistory = z.infer<typeof readHistorySchema>;

/** Who the caller of a call is, live or over, and their earlier calls. Answered by `caller` with the same id. */
export const readCallerSchema = z.object({ type: z.literal('readCaller'), id, callId: short });
export type ReadCaller = z.infer<typeof readCallerSchema>;

export const historyCommandSchema = z.discriminatedUnion('type', [readHistorySchema, readCallerSchema]);
export type HistoryCommandMessage = z.infer<typeof historyCommandSchema>;
