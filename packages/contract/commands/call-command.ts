import * as z from 'zod/mini';

const short = z.string().check(z.minLength(1), z.maxLength(64));
const id = short;
const callId = short;

/** A person of the directory, on the line named: their Teams, a number that the directory has, or their mailbox. */
const toPerson = z.object({
  kind: z.literal('person'),
  personId: short,
  line: z.optional(z.enum(['teams', 'phone', 'otherPhone', 'mobile', 'teamsNumber'])),
});
/** As typed; the server reads it by the tenant's country. */
const toNumber = z.object({
  kind: z.literal('number'),
  number: z.string().check(z.minLength(2), z.maxLength(40)),
});
const toQueue = z.object({ kind: z.literal('queue'), queueId: short });

/** Whom to ask, add or ring. */
export const targetSchema = z.discriminatedUnion('kind', [toPerson, toNumber]);
export type TargetMessage = z.infer<typeof targetSchema>;
export const transferTargetSchema = z.discriminatedUnion('kind', [toPerson, toNumber, toQueue]);
export type TransferTargetMessage = z.infer<typeof transferTargetSchema>;

/** Take a waiting call: the operator's Teams rings. */
export const acceptSchema = z.object({ type: z.literal('accept'), id, callId });
/** Leave an offered call to the next operator. */
export const declineSchema = z.object({ type: z.literal('decline'), id, callId });
/** The caller hears music; the operator stays. */
export const holdSchema = z.object({ type: z.literal('hold'), id, callId });
/** Back to the caller. */
export const resumeSchema = z.object({ type: z.literal('resume'), id, callId });
/**
 * Safe transfer: the caller hears music until the target answers, and comes back if they do not. `leave`: the operator
 * is out at once. `voicemail`: to the mailbox of a person.
 */
export const transferSchema = z.object({
  type: z.literal('transfer'),
  id,
  callId,
  to: transferTargetSchema,
  leave: z.optional(z.boolean()),
  voicemail: z.optional(z.boolean()),
});
/** Stop ringing the colleague; the caller stays on hold with the operator. */
export const takeBackSchema = z.object({ type: z.literal('takeBack'), id, callId });
/** Leave the others to each other, or the caller to the target that rings. */
export const leaveSchema = z.object({ type: z.literal('leave'), id, callId });
/** Ask a colleague while the caller waits on hold. */
export const consultSchema = z.object({ type: z.literal('consult'), id, callId, to: targetSchema });
/** The colleague who was asked takes the caller. */
export const completeSchema = z.object({ type: z.literal('complete'), id, callId });
/** All three talk. */
export const mergeSchema = z.object({ type: z.literal('merge'), id, callId });
/** Talk to the other one; hold moves along. */
export const swapSchema = z.object({ type: z.literal('swap'), id, callId });
/** Let the colleague go, back to the caller. */
export const backSchema = z.object({ type: z.literal('back'), id, callId });
/** One more to those who talk. */
export const addSchema = z.object({ type: z.literal('add'), id, callId, to: targetSchema });
/** One less. */
export const dropSchema = z.object({ type: z.literal('drop'), id, callId, participantId: short });
/** Into a slot, the lowest free one unless named; for one person, if named. */
export const parkSchema = z.object({
  type: z.literal('park'),
  id,
  callId,
  slot: z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(99))),
  forPersonId: z.optional(short),
});
/** The caller waits for one busy colleague, who is rung when their presence is free. */
export const campSchema = z.object({ type: z.literal('camp'), id, callId, personId: short });
/** Take a parked or camped call out. */
export const retrieveSchema = z.object({ type: z.literal('retrieve'), id, callId });
/** Take a call over from another operator. */
export const takeOverSchema = z.object({ type: z.literal('takeOver'), id, callId });
/** Keys towards an answering machine or a menu. */
export const sendTonesSchema = z.object({
  type: z.literal('sendTones'),
  id,
  callId,
  tones: z.string().check(z.regex(/^[0-9*#]{1,32}$/u)),
});
/** End the call for everybody; while the operator's own Teams still rings: give the caller back to the queue. */
export const hangUpSchema = z.object({ type: z.literal('hangUp'), id, callId });

export const callCommandSchema = z.discriminatedUnion('type', [
  acceptSchema,
  declineSchema,
  holdSchema,
  resumeSchema,
  transferSchema,
  takeBackSchema,
  leaveSchema,
  consultSchema,
  completeSchema,
  mergeSchema,
  swapSchema,
  backSchema,
  addSchema,
  dropSchema,
  parkSchema,
  campSchema,
  retrieveSchema,
  takeOverSchema,
  sendTonesSchema,
  hangUpSchema,
]);
export type CallCommandMessage = z.infer<typeof callCommandSchema>;
