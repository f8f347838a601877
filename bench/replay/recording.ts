import * as z from 'zod';

const statement = z.object({ text: z.string(), values: z.array(z.unknown()) });

/** What the server does upon one notification: all that leaves it, in order. */
const step = z.object({
  /** Before the 202, the last of them the commit. */
  request: z.array(statement),
  /** The request to Graph that follows, if one does. */
  action: z.optional(z.object({ name: z.string(), body: z.unknown() })),
  /** After Graph's answer to it. */
  report: z.array(statement),
  /** What a console that may take the call gets. */
  frame: z.string(),
});

/** One call of the real server, taken down to be played again without it. */
export const recordingSchema = z.object({
  recordedAt: z.number(),
  leg: z.string(),
  callId: z.string(),
  /** Every id that is another one in the next call: leg, call, effects. */
  ids: z.array(z.string()),
  /** The call arrives, is established, ends. */
  steps: z.tuple([step, step, step]),
  /** How the feed asks for what is new; the second value is the number after which. */
  feed: statement,
});
export type Recording = z.infer<typeof recordingSchema>;
export type Step = z.infer<typeof step>;
export type RecordedStatement = z.infer<typeof statement>;
