import * as z from 'zod/mini';
import { presenceViewSchema } from '../views/presence-view.ts';

/** The newest presence of people this console watches. Carries no number: only the newest value matters. */
export const presenceChangedSchema = z.object({
  type: z.literal('presence'),
  presences: z.array(presenceViewSchema),
});
export type PresenceChanged = z.infer<typeof presenceChangedSchema>;
