import * as z from 'zod/mini';

/** What an operator may ask of a call right now. The server decides; a screen never re-derives it. */
export const callActions = ['accept', 'hold', 'resume', 'transfer', 'takeBack', 'hangUp'] as const;
export const callActionSchema = z.enum(callActions);
export type CallAction = z.infer<typeof callActionSchema>;

export const callStates = [
  'answering',
  'greeting',
  'waiting',
  'connecting',
  'connected',
  'held',
  'transferring',
  'handedOver',
  'ended',
] as const;
export const callStateSchema = z.enum(callStates);
export type CallStateName = z.infer<typeof callStateSchema>;

/** Why somebody who was rung is not in the call. */
export const missReasons = ['noAnswer', 'declined', 'busy', 'notSignedIn', 'failed', 'left'] as const;
export const missReasonSchema = z.enum(missReasons);
export type MissReason = z.infer<typeof missReasonSchema>;

export const endReasons = [
  'callerHungUp',
  'operatorHungUp',
  'handedOver',
  'rejected',
  'notAnswered',
  'lostByPlatform',
] as const;
export const endReasonSchema = z.enum(endReasons);
export type EndReason = z.infer<typeof endReasonSchema>;

/** Somebody as a screen names them. `name` is absent when nobody knows it; `number` is ready to read. */
export const partyViewSchema = z.object({
  name: z.optional(z.string()),
  number: z.optional(z.string()),
  personId: z.optional(z.string()),
});
export type PartyView = z.infer<typeof partyViewSchema>;

/** One call as one operator sees it. All times are milliseconds since 1970 by the server's clock. */
export const callViewSchema = z.object({
  callId: z.string(),
  queueId: z.string(),
  state: callStateSchema,
  /** When the call came into this state. */
  since: z.number(),
  arrivedAt: z.number(),
  caller: partyViewSchema,
  /** Whose call it is, from connecting to handed over. */
  operator: z.optional(z.object({ operatorId: z.string(), name: z.string() })),
  /** Whom it is being put through to, or was. */
  target: z.optional(partyViewSchema),
  /** The caller hears hold music: asked for, or really so. */
  hold: z.enum(['off', 'asked', 'on']),
  /** The call came back: who did not take it, and why. */
  recall: z.optional(z.object({ target: z.optional(partyViewSchema), why: missReasonSchema })),
  /** The last operator whose Teams rang for this call without an answer. */
  missed: z.optional(z.object({ operatorId: z.string(), name: z.string(), why: missReasonSchema })),
  /** True: it goes ahead of calls that wait longer. */
  front: z.boolean(),
  ended: z.optional(endReasonSchema),
  can: z.array(callActionSchema),
});
export type CallView = z.infer<typeof callViewSchema>;
