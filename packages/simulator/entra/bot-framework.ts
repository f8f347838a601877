import type { Clock } from '@switchboard/kit/clock';
import type { FastifyInstance } from 'fastify';
import type { SigningKey } from './signing-key.ts';
import { secondsOf } from './token-issuer.ts';

/** Graph's own service for call notifications signs with a key set apart from Entra ID's. */
const notificationIssuer = 'https://graph.microsoft.com';

/** 65 minutes, as in Microsoft's example of such a token. */
const notificationLife = 3900;

/**
 * Publishes the document that vouches for call notifications
 * (https://learn.microsoft.com/microsoftteams/platform/bots/calls-and-meetings/call-notifications, 2026-11-23).
 */
export function registerBotFrameworkRoutes(
  app: FastifyInstance,
  key: SigningKey,
  publicUrl: () => string,
): void {
  app.get('/v1/.well-known/OpenIdConfiguration', async () => ({
    issuer: 'https://api.botframework.com',
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: `${publicUrl()}/v1/.well-known/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  }));
  app.get('/v1/.well-known/keys', async () => ({
    keys: [{ ...key.published, endorsements: ['msteams', 'skype'] }],
  }));
}

export function signNotification(
  key: SigningKey,
  clock: Clock,
  audience: string,
  tenantId: string,
): Promise<string> {
  const now = secondsOf(clock.now());
  return key.sign({
    aud: audience,
    iss: notificationIssuer,
    tid: tenantId,
    iat: now,
    nbf: now,
    exp: now + notificationLife,
  });
}
