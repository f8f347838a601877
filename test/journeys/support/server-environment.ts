import type { Simulator } from '@switchboard/simulator/start';

/** What a server needs to know whose Microsoft is a simulator. Where it listens, and what it logs, is added. */
export const serverEnvironment = (
  simulator: Simulator,
  databaseUrl: string,
  publicUrl: string,
  /** Where Microsoft is reached. */
  microsoft = simulator.url,
) => ({
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
  SWITCHBOARD_PUBLIC_URL: publicUrl,
  DATABASE_URL: databaseUrl,
  SWITCHBOARD_TOKEN_KEY: Buffer.alloc(32, 'a key that seals fictional tokens').toString('base64'),
  ENTRA_LOGIN_URL: microsoft,
  ENTRA_CLIENT_ID: simulator.contoso.applicationId,
  ENTRA_CLIENT_SECRET: simulator.contoso.clientSecret,
  GRAPH_URL: `${microsoft}/v1.0`,
  GRAPH_NOTIFICATIONS_OPENID_URL: `${microsoft}/v1/.well-known/OpenIdConfiguration`,
});
