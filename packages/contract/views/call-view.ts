import * as z from 'zod/mini';

/** What an operator may ask of a call right now. The server decides; a screen never re-derives it. */
export const callActions = [
  'accept',
  'decline',
  'hold',
  'resume',
  'transfer',
  'takeBack',
  'leave',
  'consult',
  'complete',
  'merge',
  'swap',
  'back',
  'add',
  'drop',
  'park',
  'camp',
  'retrieve',
  'takeOver',
  'moveToQueue',
  'voicemail',
  'sendTones',
  'hangUp',
] as const;
export const callActionSchema = z.enum(callActions);
export type CallAction = z.infer<typeof callActionSchema>;

export const callStates = [
  'answering',
  'greeting',
  'announcing',
  'diverting',
  'waiting',
  'connecting',
  'connected',
  'held',
  'transferring',
  'consulting',
  'merged',
  'parked',
  'camped',
  'handedOver',
  'ended',
] as const;
export const callStateSchema = z.enum(callStates);
export type CallStateName = z.infer<typeof callStateSchema>;

/** Why a call did not stay with somebody; `tooLong`: it was parked or camped for as long as the queue allows. */
export const missReasons = [
  'noAnswer',
  'declined',
  'busy',
  'notSignedIn',
  'failed',
  'left',
  'tooLong',
] as const;
export const missReasonSchema = z.enum(missReasons);
export type MissReason = z.infer<typeof missReasonSchema>;

/** Why a queue does not keep a call. */
export const divertReasons = ['closed', 'emergency', 'full', 'nobodyThere', 'waitedTooLong'] as const;
export const divertReasonSchema = z.enum(divertReasons);
export type DivertReason = z.infer<typeof divertReasonSchema>;

/** Why a call is over. Those of a diversion: the caller was told why nobody answers. */
export const endReasons = [
  'callerHungUp',
  'operatorHungUp',
  'handedOver',
  'rejected',
  'blocked',
  'promisedCallBack',
  'notAnswered',
  'lostByPlatform',
  ...divertReasons,
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
  /** Whose call it is, from connecting to handed over; of a diverted call nobody's. */
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
  /** The caller is one of the queue's VIPs. */
  vip: z.boolean(),
  /** The queue's priority: the higher, the sooner. */
  priority: z.number(),
  /** The queues it came through before, oldest first. */
  formerQueues: z.array(z.string()),
  /** Offered to this operator, until then. */
  offer: z.optional(z.object({ until: z.number() })),
  /** Until when the target, the operator or the colleague asked rings, or the call stays parked or camped. */
  until: z.optional(z.number()),
  /** Of a consultation: whether the colleague has answered, and who hears music. */
  consult: z.optional(
    z.object({ phase: z.enum(['ringing', 'talking']), held: z.enum(['caller', 'target']) }),
  ),
  /** Who else is in a merged call; the last may still ring. */
  guests: z.optional(
    z.array(z.object({ participantId: z.string(), party: partyViewSchema, isRinging: z.boolean() })),
  ),
  /** Of a parked call. */
  slot: z.optional(z.number()),
  parkedFor: z.optional(partyViewSchema),
  /** Who parked or camped it. */
  leftBy: z.optional(z.object({ operatorId: z.string(), name: z.string() })),
  /** Why the queue does not keep it: a message plays, or somebody else is rung. */
  diverted: z.optional(divertReasonSchema),
  /** Nothing can be done with it once the operator has it: the queue's bridge is direct. */
  isDirect: z.boolean(),
  ended: z.optional(endReasonSchema),
  can: z.array(callActionSchema),
});
export type CallView = z.infer<typeof callViewSchema>;
