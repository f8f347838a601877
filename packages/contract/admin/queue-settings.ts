import * as z from 'zod/mini';
import {
  callerPatternsField,
  choiceField,
  millisecondsField,
  soundField,
  wholeNumberField,
  yesOrNoField,
} from './admin-fields.ts';
import { openingHoursSchema } from './opening-hours.ts';
import { diversionsPatchSchema, diversionsViewSchema } from './queue-diversions.ts';

/** Teams' own unanswered rule acts after 20 s unless a person has changed it: ours must be over a little earlier. */
const ring = () =>
  millisecondsField(
    3_000,
    19_000,
    'Teams’ own rule for unanswered calls acts after 20 s, and ours must be over before',
  );

const hour = 3_600_000;
const hours = 'give an object with timeZone, week and holidays, or null to be open always';
const salutation = 'give what the operator says: 1 to 200 characters on one line';
const announcement = 'give an object with every, positions and waits, or null for none';
const recordings = 'give an array of sound ids';

/** Said to those who wait: recordings of whole sentences. */
export const announcementSchema = z.strictObject(
  {
    every: millisecondsField(10_000, 600_000),
    /** By position, first in line first. */
    positions: z
      .array(soundField(), { error: recordings })
      .check(z.maxLength(50, 'give at most 50 positions')),
    /** By expected wait in whole minutes, the first for less than a minute. */
    waits: z.array(soundField(), { error: recordings }).check(z.maxLength(61, 'give at most 61 waits')),
  },
  { error: announcement },
);
export type AnnouncementInput = z.infer<typeof announcementSchema>;

const orNone = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

/**
 * Changes of a queue's settings. What is left out stays as it is (of a new queue: is the default); null takes away what
 * need not be there. Times are milliseconds; sounds are ids of the list of sounds.
 */
export const queueSettingsPatchSchema = z.strictObject(
  {
    /** Played once before the caller waits. */
    greeting: orNone(soundField()),
    /** Played while nobody talks to the caller. */
    music: z.optional(soundField()),
    /** How waiting calls come to operators. */
    strategy: z.optional(choiceField('pick', 'allAtOnce', 'longestIdle', 'roundRobin', 'ordered')),
    /** Whether the operator accepts in the console before Teams rings, or Teams rings at once. */
    answering: z.optional(choiceField('consoleFirst', 'teamsFirst')),
    /** Whether our bot stays in the call, or gives it away to the operator's Teams. */
    bridge: z.optional(choiceField('anchor', 'direct')),
    /** The higher, the sooner its calls are offered to operators of several queues. */
    priority: z.optional(wholeNumberField(-100, 100)),
    operatorRing: z.optional(ring()),
    /** How long a colleague rings before the caller comes back. */
    transferRing: z.optional(ring()),
    /** How long a telephone number rings, be it asked, added, transferred or diverted to. */
    numberRing: z.optional(millisecondsField(5_000, 60_000)),
    /** How long the bot stays in a call after it is handed over. */
    settle: z.optional(millisecondsField(0, 60_000)),
    /** How long a leg may be silent before the server asks Graph how it stands. */
    check: z.optional(millisecondsField(5_000, 600_000)),
    /** How long a call is offered to an operator before it goes to the next. */
    offerTime: z.optional(millisecondsField(5_000, 120_000)),
    /** How long an operator is left alone after a call. */
    wrapUp: z.optional(millisecondsField(0, 900_000)),
    /** As many may wait; more are diverted as `full`. */
    maxWaiting: orNone(wholeNumberField(1, 1_000)),
    /** Who waits longer is diverted as `waitedTooLong`. */
    maxWait: orNone(millisecondsField(10_000, 4 * hour)),
    diversions: z.optional(diversionsPatchSchema),
    /** As `openingHoursSchema` tells; what is wrong with them is told by the server, which knows time zones. */
    hours: orNone(z.record(z.string(), z.unknown(), { error: hours })),
    /** The queue closes when its last operator leaves. */
    nightWhenLastLeaves: z.optional(yesOrNoField()),
    salutation: orNone(
      z
        .string({ error: salutation })
        .check(
          z.trim(),
          z.minLength(1, salutation),
          z.maxLength(200, salutation),
          z.regex(/^\P{Cc}*$/u, salutation),
        ),
    ),
    /** Callers who go ahead of the others. Replaces the whole list. */
    vip: z.optional(callerPatternsField()),
    /** Callers who are refused. Replaces the whole list. */
    blocked: z.optional(callerPatternsField()),
    rejectWithheld: z.optional(yesOrNoField()),
    announcement: orNone(announcementSchema),
    parkTime: z.optional(millisecondsField(10_000, 2 * hour)),
    /** How long a call waits for one busy contact before it comes back. */
    campTime: z.optional(millisecondsField(10_000, 2 * hour)),
  },
  { error: 'give an object with the settings to change' },
);
export type QueueSettingsPatch = z.infer<typeof queueSettingsPatchSchema>;

/** All settings of a queue; what is not there is not set. */
export const queueSettingsViewSchema = z.object({
  greeting: z.optional(z.string()),
  music: z.string(),
  strategy: z.string(),
  answering: z.string(),
  bridge: z.string(),
  priority: z.number(),
  operatorRing: z.number(),
  transferRing: z.number(),
  numberRing: z.number(),
  settle: z.number(),
  check: z.number(),
  offerTime: z.number(),
  wrapUp: z.number(),
  maxWaiting: z.optional(z.number()),
  maxWait: z.optional(z.number()),
  diversions: diversionsViewSchema,
  hours: z.optional(openingHoursSchema),
  nightWhenLastLeaves: z.boolean(),
  salutation: z.optional(z.string()),
  vip: z.array(z.string()),
  blocked: z.array(z.string()),
  rejectWithheld: z.boolean(),
  announcement: z.optional(announcementSchema),
  parkTime: z.number(),
  campTime: z.number(),
});
export type QueueSettingsView = z.infer<typeof queueSettingsViewSchema>;
