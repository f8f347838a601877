import * as z from 'zod/mini';
import { guidField, phoneNumberField, soundField } from './admin-fields.ts';

const to = 'give "to" as one of message, callBack, queue, person, number, busy';
const queue = 'give the id of a queue of this tenant';

/** Where a call goes that the queue does not keep. */
export const destinationSchema = z.discriminatedUnion(
  'to',
  [
    /** The rule's message is heard, and the call ends. */
    z.strictObject({ to: z.literal('message') }),
    /** The caller is promised that somebody calls back. */
    z.strictObject({ to: z.literal('callBack') }),
    z.strictObject({
      to: z.literal('queue'),
      queueId: z.string({ error: queue }).check(z.minLength(1, queue), z.maxLength(100, queue)),
    }),
    z.strictObject({
      to: z.literal('person'),
      personId: guidField('the person’s object id of the Entra admin center'),
    }),
    z.strictObject({ to: z.literal('number'), number: phoneNumberField() }),
    /** Refused before it is answered: the caller hears the busy tone. */
    z.strictObject({ to: z.literal('busy') }),
  ],
  { error: to },
);
export type DestinationInput = z.infer<typeof destinationSchema>;

const rule = 'give a rule like { "destination": { "to": "message" }, "message": "closed" }, or null for none';

export const diversionRuleSchema = z.strictObject(
  {
    destination: destinationSchema,
    /** Heard before the call goes on; of the destination `message`, the message itself. */
    message: z.optional(soundField()),
  },
  { error: rule },
);
export type DiversionRuleInput = z.infer<typeof diversionRuleSchema>;

/** Why a queue does not keep a call. */
export const diversionReasons = ['closed', 'emergency', 'full', 'nobodyThere', 'waitedTooLong'] as const;
export type DiversionReason = (typeof diversionReasons)[number];

const changed = z.optional(z.nullable(diversionRuleSchema));
/** Rules that are not named stay as they are; null takes one away. */
export const diversionsPatchSchema = z.strictObject(
  { closed: changed, emergency: changed, full: changed, nobodyThere: changed, waitedTooLong: changed },
  { error: `give an object with rules for ${diversionReasons.join(', ')}` },
);

const kept = z.optional(diversionRuleSchema);
export const diversionsViewSchema = z.object({
  closed: kept,
  emergency: kept,
  full: kept,
  nobodyThere: kept,
  waitedTooLong: kept,
});
