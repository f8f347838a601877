import * as z from 'zod/mini';

export const queueViewSchema = z.object({
  queueId: z.string(),
  name: z.string(),
  number: z.optional(z.string()),
});
export type QueueView = z.infer<typeof queueViewSchema>;

/** Who is signed in, and which queues they answer. */
export const meViewSchema = z.object({
  operatorId: z.string(),
  name: z.string(),
  userPrincipalName: z.string(),
  tenantName: z.string(),
  queues: z.array(queueViewSchema),
});
export type MeView = z.infer<typeof meViewSchema>;
