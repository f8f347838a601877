import * as z from 'zod/mini';
import { guidField, millisecondsField, nameField } from './admin-fields.ts';

/** Teams' own unanswered rule acts after 20 s unless a person has changed it: ours must be over a little earlier. */
const ring = () => millisecondsField(3_000, 19_000);

/** All in milliseconds; what is left out keeps its default. */
export const queueTimesSchema = z.strictObject(
  {
    /** How long an operator's Teams rings. */
    operatorRing: z.optional(ring()),
    /** How long a colleague rings before the caller comes back. */
    transferRing: z.optional(ring()),
    /** How long the bot stays in a call after it is handed over. */
    settle: z.optional(millisecondsField(0, 60_000)),
    /** How long a leg may be silent before the server asks Graph how it stands. */
    check: z.optional(millisecondsField(5_000, 600_000)),
  },
  { error: 'give an object with operatorRing, transferRing, settle, check' },
);
export type QueueTimes = z.infer<typeof queueTimesSchema>;

const numberRemedy = 'write the number as +442079460100: a plus sign, country code, digits only';

/** Adds a queue of a tenant. */
export const addQueueSchema = z.strictObject({
  name: nameField('the queue’s name'),
  instanceId: guidField('the object id of the resource account (New-CsOnlineApplicationInstance shows it)'),
  /** E.164; for screens only, Microsoft 365 decides which number rings here. */
  number: z.optional(z.string({ error: numberRemedy }).check(z.regex(/^\+[1-9]\d{5,14}$/, numberRemedy))),
  /** Whether a caller is greeted before waiting; true unless given. */
  greeting: z.optional(z.boolean({ error: 'write true or false' })),
  times: z.optional(queueTimesSchema),
});
export type AddQueue = z.infer<typeof addQueueSchema>;

export const adminQueueViewSchema = z.object({
  queueId: z.string(),
  name: z.string(),
  instanceId: z.string(),
  number: z.optional(z.string()),
  greeting: z.boolean(),
  times: z.object({
    operatorRing: z.number(),
    transferRing: z.number(),
    settle: z.number(),
    check: z.number(),
  }),
});
export type AdminQueueView = z.infer<typeof adminQueueViewSchema>;

export const queueListSchema = z.object({ queues: z.array(adminQueueViewSchema) });
