import * as z from 'zod/mini';
import { callBackViewSchema } from '../views/call-back-view.ts';
import { callViewSchema } from '../views/call-view.ts';
import { meViewSchema } from '../views/me-view.ts';
import { operatorStatusViewSchema } from '../views/operator-status-view.ts';

/**
 * The answer to `hello`. With `resumed` false `calls` is every live call of the operator's queues; with `resumed`
 * true only those that changed after the number the console named, ended ones included.
 */
export const welcomeSchema = z.object({
  type: z.literal('welcome'),
  seq: z.number(),
  /** The server's clock, in milliseconds since 1970: a console shows ages by it, not by its own. */
  now: z.number(),
  resumed: z.boolean(),
  /** How the console was built that a page loaded now would be; absent if the server has none. See `buildMark`. */
  build: z.optional(z.string()),
  me: meViewSchema,
  calls: z.array(callViewSchema),
  /** The operators of this operator's queues, themselves included. Always all of them. */
  operators: z.array(operatorStatusViewSchema),
  /** The calls back that are promised and not done. Always all of them. */
  callBacks: z.array(callBackViewSchema),
});
export type Welcome = z.infer<typeof welcomeSchema>;
