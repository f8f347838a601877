import * as z from 'zod/mini';

const short = z.string().check(z.minLength(1), z.maxLength(64));
const id = short;

/**
 * The operator's own state. `available` also ends a wrap-up. `offline` stays until they choose another or sign in anew,
 * also when the console connects again.
 */
export const setStatusSchema = z.object({
  type: z.literal('setStatus'),
  id,
  status: z.enum(['available', 'break', 'offline']),
  /** Of a break; shown to colleagues. */
  reason: z.optional(z.string().check(z.maxLength(60))),
  followsPresence: z.optional(z.boolean()),
});
/** Day, night or by its hours; an emergency begins or is over. */
export const switchQueueSchema = z.object({
  type: z.literal('switchQueue'),
  id,
  queueId: short,
  mode: z.optional(z.enum(['auto', 'day', 'night'])),
  emergency: z.optional(z.boolean()),
});
/** Leave a queue of one's own for today, or answer it again. Signing in anew answers all of them. */
export const answerQueueSchema = z.object({
  type: z.literal('answerQueue'),
  id,
  queueId: short,
  isAnswered: z.boolean(),
});
/**
 * Take on a call back, give it back, say that it is done, or that nobody was reached: then it is open again. Who said by
 * mistake that it is done puts it back as it was, `openAgain` or `takenAgain`.
 */
export const callBackSchema = z.object({
  type: z.literal('callBack'),
  id,
  callBackId: short,
  to: z.enum(['taken', 'open', 'done', 'notReached', 'openAgain', 'takenAgain']),
});
/** Every step of a call. Answered by `timeline` with the same id. */
export const readTimelineSchema = z.object({ type: z.literal('readTimeline'), id, callId: short });

/** What an operator asks besides handling a call. Each is answered by `answer` with its id; a question by its answer. */
export const deskCommandSchema = z.discriminatedUnion('type', [
  setStatusSchema,
  switchQueueSchema,
  answerQueueSchema,
  callBackSchema,
  readTimelineSchema,
]);
export type DeskCommandMessage = z.infer<typeof deskCommandSchema>;
