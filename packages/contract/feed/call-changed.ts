import * as z from 'zod/mini';
import { callViewSchema } from '../views/call-view.ts';

/** A call is new, changed or ended. `seq` is the number to resume from. */
export const callChangedSchema = z.object({
  type: z.literal('call'),
  seq: z.number(),
  call: callViewSchema,
});
export type CallChanged = z.infer<typeof callChangedSchema>;
