import * as z from 'zod/mini';

/**
 * The server closes this connection on purpose. `restarting`: connect again, another server answers. `signedOut`:
 * the session is over, sign in again. `outdated`: reload for the console that fits the server.
 */
export const farewellSchema = z.object({
  type: z.literal('farewell'),
  reason: z.enum(['restarting', 'signedOut', 'outdated', 'misbehaved']),
});
export type Farewell = z.infer<typeof farewellSchema>;
