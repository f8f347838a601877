import * as z from 'zod/mini';
import { messageTemplateViewSchema, messageViewSchema, wayStateSchema } from '../views/message-view.ts';

/**
 * The operator's own messages, the newest first: all that are not settled, then those sent or put away lately. Always all of them;
 * behind each welcome, and to each of their consoles when one has changed.
 */
export const messagesChangedSchema = z.object({
  type: z.literal('messages'),
  messages: z.array(messageViewSchema),
});
export type MessagesChanged = z.infer<typeof messagesChangedSchema>;

/** What a message to somebody can be made of: the answer to `readMessageWays` with the same `id`. */
export const messageWaysReadSchema = z.object({
  type: z.literal('messageWays'),
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  mail: wayStateSchema,
  chat: wayStateSchema,
  address: z.optional(z.string()),
  /** Theirs, or the tenant's: one that templates are in. Absent: neither is known. */
  language: z.optional(z.string()),
  /** Theirs, IANA; absent where Microsoft does not say. */
  timeZone: z.optional(z.string()),
  /** The tenant's own before those that come along. */
  templates: z.array(messageTemplateViewSchema),
});
export type MessageWaysRead = z.infer<typeof messageWaysReadSchema>;
