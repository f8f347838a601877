import * as z from 'zod';
import { lifeSteps } from '../calls/call-life.ts';

const statement = z.object({ name: z.optional(z.string()), text: z.string(), values: z.array(z.unknown()) });

/** A request to Graph about the call. */
const action = z.object({ method: z.string(), path: z.string(), body: z.optional(z.unknown()) });

/** What the server does upon one notification, command or deadline: all that leaves it, in order. */
const step = z.object({
  name: z.enum(lifeSteps),
  /** Before the answer to whoever caused it. */
  request: z.array(statement),
  /** What follows: actions, and what is written of their outcome. */
  after: z.array(z.union([z.object({ statement }), z.object({ action })])),
});

/** One call of the real server, taken down to be played again without it. */
export const recordingSchema = z.object({
  recordedAt: z.number(),
  leg: z.string(),
  callId: z.string(),
  tenantId: z.string(),
  operatorId: z.string(),
  /** Of the operator's session. */
  tokenHash: z.string(),
  /** Every id that is another one in the next call, but for those above: participants, effects. */
  ids: z.array(z.string()),
  steps: z.array(step),
  /** What a console that may take the call gets after an event of this type. `isTelling`: it happens in one step only. */
  frames: z.array(z.object({ type: z.string(), isTelling: z.boolean(), frame: z.string() })),
  /** How the feed asks for what is new; the first values are the tenant and the number after which. */
  feed: statement,
});
export type Recording = z.infer<typeof recordingSchema>;
export type Step = z.infer<typeof step>;
export type RecordedStatement = z.infer<typeof statement>;
export type RecordedAction = z.infer<typeof action>;
