import * as z from 'zod/mini';
import { refusalSchema } from '../errors/refusal.ts';

/** What became of the command of this `id`: taken on (its effect comes round as a call message), or refused. */
export const commandAnsweredSchema = z.object({
  type: z.literal('answer'),
  id: z.string(),
  refusal: z.optional(refusalSchema),
});
export type CommandAnswered = z.infer<typeof commandAnsweredSchema>;
