import * as z from 'zod/mini';
import { timelineEntrySchema } from '../views/timeline-view.ts';

/** Every step of the call that the question of this id named, oldest first. */
export const timelineReadSchema = z.object({
  type: z.literal('timeline'),
  id: z.string(),
  callId: z.string(),
  entries: z.array(timelineEntrySchema),
});
export type TimelineRead = z.infer<typeof timelineReadSchema>;
