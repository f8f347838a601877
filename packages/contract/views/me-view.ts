import * as z from 'zod/mini';
import { queueViewSchema } from './queue-view.ts';
import { signedInViewSchema } from './signed-in-view.ts';

/** Who is signed in, and which queues they answer. */
export const meViewSchema = z.object({
  ...signedInViewSchema.shape,
  queues: z.array(queueViewSchema),
});
export type MeView = z.infer<typeof meViewSchema>;
