import * as z from 'zod/mini';
import {
  choiceField,
  guidField,
  millisecondsField,
  nameField,
  phoneNumberField,
  wholeNumberField,
  yesOrNoField,
} from './admin-fields.ts';
import { queueSettingsPatchSchema, queueSettingsViewSchema } from './queue-settings.ts';

const instance = () =>
  guidField('the object id of the resource account (New-CsOnlineApplicationInstance shows it)');

/** Adds a queue of a tenant. */
export const addQueueSchema = z.strictObject({
  name: nameField('the queue’s name'),
  instanceId: instance(),
  /** E.164; for screens only, Microsoft 365 decides which number rings here. */
  number: z.optional(phoneNumberField()),
  settings: z.optional(queueSettingsPatchSchema),
});
export type AddQueue = z.infer<typeof addQueueSchema>;

/** Changes what is named, and nothing else. */
export const changeQueueSchema = z.strictObject({
  name: z.optional(nameField('the queue’s name')),
  instanceId: z.optional(instance()),
  number: z.optional(z.nullable(phoneNumberField())),
  settings: z.optional(queueSettingsPatchSchema),
});
export type ChangeQueue = z.infer<typeof changeQueueSchema>;

/** What people switch by hand, from one moment to the next. */
export const switchQueueByAdminSchema = z.strictObject({
  /** `day` and `night` hold until they are switched back, whatever the hours say. */
  mode: z.optional(choiceField('auto', 'day', 'night')),
  isEmergency: z.optional(yesOrNoField()),
});
export type SwitchQueueByAdmin = z.infer<typeof switchQueueByAdminSchema>;

/**
 * Makes an announcement of clips that were uploaded as sounds: whole recordings for the positions 1 to `positions` and
 * for waits of up to `waits` minutes are put together, kept as sounds, and set.
 */
export const buildAnnouncementSchema = z.strictObject({
  every: millisecondsField(10_000, 600_000),
  positions: wholeNumberField(0, 20),
  waits: wholeNumberField(0, 20),
});
export type BuildAnnouncement = z.infer<typeof buildAnnouncementSchema>;

export const adminQueueViewSchema = z.object({
  queueId: z.string(),
  name: z.string(),
  instanceId: z.string(),
  number: z.optional(z.string()),
  settings: queueSettingsViewSchema,
  switches: z.object({ mode: z.enum(['auto', 'day', 'night']), isEmergency: z.boolean() }),
});
export type AdminQueueView = z.infer<typeof adminQueueViewSchema>;

/** A queue as it is after a change. `warnings`: what was taken and will hardly do what is wanted. */
export const queueChangedSchema = z.extend(adminQueueViewSchema, { warnings: z.array(z.string()) });
export type QueueChanged = z.infer<typeof queueChangedSchema>;

export const queueListSchema = z.object({ queues: z.array(adminQueueViewSchema) });

/** What a queue's address names. */
export const queuePathSchema = z.object({
  tenantId: guidField('the tenant id, as the list of tenants shows it'),
  queueId: z.string(),
});
