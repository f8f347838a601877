import * as z from 'zod/mini';
import { callBackViewSchema } from '../views/call-back-view.ts';
import { operatorStatusViewSchema } from '../views/operator-status-view.ts';
import { queueViewSchema } from '../views/queue-view.ts';

/** An operator of one of this console's queues is available, on a break, gone … */
export const operatorChangedSchema = z.object({
  type: z.literal('operator'),
  seq: z.number(),
  operator: operatorStatusViewSchema,
});
/** A queue has opened, closed, been switched. */
export const queueChangedSchema = z.object({
  type: z.literal('queue'),
  seq: z.number(),
  queue: queueViewSchema,
});
/** A call back is promised, taken on, done. */
export const callBackChangedSchema = z.object({
  type: z.literal('callBack'),
  seq: z.number(),
  callBack: callBackViewSchema,
});
