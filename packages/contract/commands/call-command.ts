import * as z from 'zod/mini';

const id = z.string().check(z.minLength(1), z.maxLength(64));
const callId = z.string().check(z.minLength(1), z.maxLength(64));

/** Take a waiting call: the operator's Teams rings. */
export const acceptSchema = z.object({ type: z.literal('accept'), id, callId });
/** The caller hears music; the operator stays. */
export const holdSchema = z.object({ type: z.literal('hold'), id, callId });
/** Back to the caller. */
export const resumeSchema = z.object({ type: z.literal('resume'), id, callId });
/** Safe transfer: the caller hears music until the colleague answers, and comes back if they do not. */
export const transferSchema = z.object({
  type: z.literal('transfer'),
  id,
  callId,
  personId: z.string().check(z.minLength(1), z.maxLength(64)),
});
/** Stop ringing the colleague; the caller stays on hold with the operator. */
export const takeBackSchema = z.object({ type: z.literal('takeBack'), id, callId });
/** End the call for everybody; while the operator's own Teams still rings: give the caller back to the queue. */
export const hangUpSchema = z.object({ type: z.literal('hangUp'), id, callId });

export const callCommandSchema = z.discriminatedUnion('type', [
  acceptSchema,
  holdSchema,
  resumeSchema,
  transferSchema,
  takeBackSchema,
  hangUpSchema,
]);
export type CallCommandMessage = z.infer<typeof callCommandSchema>;
