import * as z from 'zod/mini';
import { messageWaySchema, messageWishSchema } from '../views/message-view.ts';

const short = z.string().check(z.minLength(1), z.maxLength(64));
const id = short;

/** Subjects and texts of messages may be as long as this, in UTF-16 units. */
export const longestSubject = 250;
export const longestText = 5_000;

/** A console may have as many fields to fill in. */
const mostFields = 16;
/** What can be kept of them; lines and tabs are all that is not to be seen. */
const writtenSchema = z
  .record(
    z.string().check(z.maxLength(20)),
    z.string().check(z.maxLength(longestText), z.regex(/^[\P{Cc}\n\t]*$/u)),
  )
  .check(z.refine((fields) => Object.keys(fields).length <= mostFields));

/**
 * How a message can reach somebody, and what to make it of. `timeZone` is the operator's own (IANA). Answered by
 * `messageWays`.
 */
export const readMessageWaysSchema = z.object({
  type: z.literal('readMessageWays'),
  id,
  personId: short,
  timeZone: short,
});
/**
 * Send a message. `messageId` is the console's own, and the same one again is the same message: a lost answer is asked
 * for once more without harm. Comes round in `messages`.
 */
export const sendMessageSchema = z.object({
  type: z.literal('sendMessage'),
  id,
  messageId: short,
  personId: short,
  way: messageWaySchema,
  /** The call that it is about. */
  callId: z.optional(short),
  language: z.string().check(z.regex(/^[a-z]{2,3}$/)),
  /** Of a mail; one line. */
  subject: z.string().check(z.maxLength(longestSubject), z.regex(/^\P{Cc}*$/u)),
  /** Plain text. */
  text: z.string().check(z.minLength(1), z.maxLength(longestText), z.regex(/^[\P{Cc}\n\t]*$/u)),
  isUrgent: z.boolean(),
  /** What it was made of: comes round with the message, so that it can be opened again anywhere. */
  written: z.optional(writtenSchema),
  /** The message that was opened again for this one. One that failed is put away when this one is taken. */
  insteadOf: z.optional(short),
});
export type SendMessage = z.infer<typeof sendMessageSchema>;
/** Try one again that failed, send one again that may have gone, or let it be. */
export const wishMessageSchema = z.object({
  type: z.literal('wishMessage'),
  id,
  messageId: short,
  wish: messageWishSchema,
});

/** What an operator asks about messages to colleagues. Each is answered by `answer` with its id; a question by its answer. */
export const messageCommandSchema = z.discriminatedUnion('type', [
  readMessageWaysSchema,
  sendMessageSchema,
  wishMessageSchema,
]);
export type MessageCommandMessage = z.infer<typeof messageCommandSchema>;
