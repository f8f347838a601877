import * as z from 'zod/mini';
import { queueViewSchema } from './queue-view.ts';

/** Who is signed in, and which queues they answer. */
export const meViewSchema = z.object({
  operatorId: z.string(),
  name: z.string(),
  userPrincipalName: z.string(),
  tenantName: z.string(),
  queues: z.array(queueViewSchema),
});
export type MeView = z.infer<typeof meViewSchema>;
