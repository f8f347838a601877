import * as z from 'zod/mini';

/** Milliseconds between heartbeats. A console that hears nothing for {@link silenceLimit} says the connection is down. */
export const heartbeatEvery = 700;
/** Two missed heartbeats and a little: the operator knows within two seconds. */
export const silenceLimit = 1_700;

export const heartbeatSchema = z.object({ type: z.literal('heartbeat'), now: z.number() });
export type Heartbeat = z.infer<typeof heartbeatSchema>;
