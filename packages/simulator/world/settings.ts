import * as z from 'zod';

/** What a test, a page or a scenario may turn in this Microsoft 365. */
export const worldSettingsSchema = z.strictObject({
  /** Application ids in the tenant's AllowRemoveParticipantAppIds (graph-contract J.4). */
  allowRemoveParticipantAppIds: z.array(z.string()),
  /** Whether DELETE on a ringing invitee's participantId withdraws the ringing; not settled by Microsoft's pages. */
  withdrawByParticipantId: z.boolean(),
  /** Whether somebody else who picks up has the invitation's participantId, or one of their own; not settled either. */
  keepIdWhenPickedUpByOther: z.boolean(),
  /** Whether the first notification of a call comes in the legacy format and again in Graph's (graph-contract A.2). */
  legacyFirstNotification: z.boolean(),
  /** Milliseconds between a fact and the POST that tells of it. */
  notificationDelayMs: z.number().int().min(0).max(60_000),
  /** How often a notification without a 2xx is sent again; Microsoft documents no rule for calls. */
  retries: z.number().int().min(0).max(10),
  /** Seconds in which an incoming call must be answered, rejected or redirected: 15 at Microsoft. */
  answerWithinSeconds: z.number().positive(),
  /** Minutes after which a call without keepAlive is dropped: 45 at Microsoft. */
  keepAliveMinutes: z.number().positive(),
  /** Seconds a group call with nobody but the application in it goes on. */
  emptyCallSeconds: z.number().min(0),
  /** Seconds after which a voicemail box hangs up. */
  voicemailSeconds: z.number().positive(),
  /** Whether a call to the endpoint type `voicemail` reaches a mailbox: reports contradict each other (graph-contract A.6). */
  voicemailByEndpoint: z.boolean(),
  /** People per page of users/delta. */
  deltaPageSize: z.number().int().min(1).max(999),
  /** Days until a delta token is answered with 410: 7 at Microsoft. */
  deltaTokenDays: z.number().positive(),
});

export type WorldSettings = Readonly<z.infer<typeof worldSettingsSchema>>;

export const defaultSettings = (applicationId: string): WorldSettings => ({
  allowRemoveParticipantAppIds: [applicationId],
  withdrawByParticipantId: true,
  keepIdWhenPickedUpByOther: true,
  legacyFirstNotification: false,
  notificationDelayMs: 0,
  retries: 0,
  answerWithinSeconds: 15,
  keepAliveMinutes: 45,
  emptyCallSeconds: 5,
  voicemailSeconds: 120,
  voicemailByEndpoint: false,
  deltaPageSize: 200,
  deltaTokenDays: 7,
});
