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
  /** Milliseconds that a page of changes takes, whatever it is of; searches and single objects take none. */
  deltaLatencyMs: z.number().int().min(0).max(60_000),
  /** Days until a delta token is answered with 410: 7 at Microsoft. */
  deltaTokenDays: z.number().positive(),
  /** Whether deltas of the directory take `Prefer: odata.maxpagesize`; Microsoft's pages name it for Outlook only. */
  directoryTakesPageSize: z.boolean(),
  /** Days until a delta token of a mailbox is answered with 410; Microsoft names no time. */
  outlookTokenDays: z.number().positive(),
  /** How much of Microsoft's documented limits is granted: 1 all of it, 0.01 a hundredth; 0 takes the limits away. */
  limitFactor: z.number().min(0).max(100),
  /** Milliseconds that a request to a mailbox takes: with none, four at once never come together. */
  outlookLatencyMs: z.number().int().min(0).max(60_000),
  /** Milliseconds for which change notifications to one address are gathered into one POST; 0 sends each alone. */
  changeBatchMs: z.number().int().min(0).max(60_000),
  /** Minutes before a subscription's end at which `reauthorizationRequired` is told; Microsoft states none. 0: never. */
  reauthorizeMinutes: z.number().min(0).max(1_440),
  /** How somebody else's private appointments come in a calendar that is shared: without their text, or not at all. */
  privateEvents: z.enum(['blank', 'hidden']),
  /** What more than 20 schedules in one request are answered with: a refusal, or an error in each one too many. */
  tooManySchedules: z.enum(['refused', 'errorInEach']),
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
  deltaLatencyMs: 0,
  deltaTokenDays: 7,
  directoryTakesPageSize: true,
  outlookTokenDays: 7,
  limitFactor: 1,
  outlookLatencyMs: 0,
  changeBatchMs: 0,
  reauthorizeMinutes: 10,
  privateEvents: 'blank',
  tooManySchedules: 'refused',
});
