import * as z from 'zod/mini';
import { guidField, nameField } from './admin-fields.ts';

/** The largest file that is taken, in bytes. */
export const largestSound = 50 * 1024 * 1024;

/** What goes with an upload, behind the address; the body is the file itself. */
export const addSoundQuerySchema = z.strictObject({ name: nameField('the sound’s name as ?name=') });

/** What a sound's address names. */
export const soundPathSchema = z.object({
  tenantId: guidField('the tenant id, as the list of tenants shows it'),
  soundId: z.string(),
});

/** A sound that queues may play. */
export const soundViewSchema = z.object({
  /** What settings name it by. */
  soundId: z.string(),
  name: z.string(),
  milliseconds: z.number(),
  /** It comes with the product, and cannot be removed. */
  isShipped: z.boolean(),
  /** Where it can be heard, and whence Graph fetches it. */
  url: z.string(),
  /** The queues that play it. */
  usedBy: z.array(z.object({ queueId: z.string(), name: z.string() })),
});
export type SoundView = z.infer<typeof soundViewSchema>;

/** A sound as it was kept. `changed` says what was made different from the file, `warnings` what to listen to again. */
export const soundAddedSchema = z.extend(soundViewSchema, {
  changed: z.array(z.string()),
  warnings: z.array(z.string()),
});
export type SoundAdded = z.infer<typeof soundAddedSchema>;

export const soundListSchema = z.object({ sounds: z.array(soundViewSchema) });
