import * as z from 'zod/mini';

export const messageWayNames = ['mail', 'chat'] as const;
export const messageWaySchema = z.enum(messageWayNames);
export type MessageWay = z.infer<typeof messageWaySchema>;

/**
 * How far a message is: `waiting` it is tried at `dueAt`; `sending` it is on its way; `sent` Microsoft has taken it;
 * `failed` it did not go (`why`); `doubtful` it may have gone, since the answer was lost; with a `dueAt` it is looked for;
 * `withdrawn` its operator put it away, and nothing more is done with it.
 */
export const messageStates = ['waiting', 'sending', 'sent', 'failed', 'doubtful', 'withdrawn'] as const;
export const messageStateSchema = z.enum(messageStates);
export type MessageStateName = z.infer<typeof messageStateSchema>;

/**
 * Why a message failed: `noRight` the operator's rights at Microsoft do not allow it; `signIn` they have to sign in anew;
 * `noMailbox` they have none, or no Teams; `recipientUnknown` Microsoft does not know whom it is for; `refused` Microsoft
 * does not take it; `unavailable` Microsoft could not be reached for too long.
 */
export const messageFailures = [
  'noRight',
  'signIn',
  'noMailbox',
  'recipientUnknown',
  'refused',
  'unavailable',
] as const;
export const messageFailureSchema = z.enum(messageFailures);
export type MessageFailure = z.infer<typeof messageFailureSchema>;

/** What its operator may ask of a message. `sendAgain` of one in doubt: it may come twice. */
export const messageWishNames = ['tryAgain', 'sendAgain', 'withdraw'] as const;
export const messageWishSchema = z.enum(messageWishNames);
export type MessageWish = z.infer<typeof messageWishSchema>;

/** What an operator typed and chose for a message, field by field, as their console names the fields. */
export const writtenSchema = z.record(z.string(), z.string());
export type Written = z.infer<typeof writtenSchema>;

/** A message of this operator's on its way. Times are milliseconds since 1970. */
export const messageViewSchema = z.object({
  messageId: z.string(),
  way: messageWaySchema,
  personId: z.string(),
  recipient: z.string(),
  /** Of a mail. */
  subject: z.optional(z.string()),
  /** Unless it is sent or on its way. */
  text: z.optional(z.string()),
  /** What it was made of, while it may be opened again. */
  written: z.optional(writtenSchema),
  callId: z.optional(z.string()),
  state: messageStateSchema,
  since: z.number(),
  why: z.optional(messageFailureSchema),
  dueAt: z.optional(z.number()),
  /** How often it was tried since it was wanted last. */
  tries: z.number(),
  can: z.array(messageWishSchema),
});
export type MessageView = z.infer<typeof messageViewSchema>;

/**
 * Whether a way leads to somebody: `open` it does; `noRight` this operator's rights at Microsoft do not allow it;
 * `signIn` they have to sign in anew for it; `noAddress` there is no mail address; `notInTeams` they have no account
 * here; `yourself` nobody chats with themselves; `unavailable` Microsoft does not say just now: it may be tried.
 */
export const wayStates = [
  'open',
  'noRight',
  'signIn',
  'noAddress',
  'notInTeams',
  'yourself',
  'unavailable',
] as const;
export const wayStateSchema = z.enum(wayStates);
export type WayState = z.infer<typeof wayStateSchema>;

/** A template of a message; shipped, or the tenant's own. Braces and brackets: `words/message-template.ts`. */
export const messageTemplateViewSchema = z.object({
  name: z.string(),
  language: z.string(),
  title: z.string(),
  subject: z.string(),
  body: z.string(),
});
export type MessageTemplateView = z.infer<typeof messageTemplateViewSchema>;
