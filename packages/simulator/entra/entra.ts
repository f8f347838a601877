import { randomBytes } from 'node:crypto';
import type { Result } from '@switchboard/kit/result';
import type { FastifyInstance } from 'fastify';
import { registerAdminConsentRoutes } from './admin-consent-routes.ts';
import { registerAuthorizeRoutes } from './authorize-routes.ts';
import { registerBotFrameworkRoutes, signNotification } from './bot-framework.ts';
import { ConsentRegister } from './consent-register.ts';
import { registerDiscoveryRoutes } from './discovery-routes.ts';
import type { EntraContext } from './entra-context.ts';
import type { EntraOptions, VerifiedToken } from './entra-options.ts';
import { ExpiringMap } from './expiring-map.ts';
import { grantedPrincipals } from './granted-principals.ts';
import { verifyGraphToken } from './graph-token-verifier.ts';
import { registerLogoutRoutes } from './logout-routes.ts';
import { registerPageFiles } from './page-files.ts';
import { registerSignInRoutes } from './sign-in-routes.ts';
import { createSigningKey } from './signing-key.ts';
import { registerTokenRoutes } from './token-routes.ts';
import { signValidationToken } from './validation-token.ts';

export type { EntraAccount, EntraAccounts, EntraApp, EntraOptions, VerifiedToken } from './entra-options.ts';

/** A stand-in for Entra ID, for one tenant: genuine clients sign in against it. */
export interface Entra {
  /**
   * Adds all routes: `/{tenant}/oauth2/v2.0/…`, discovery and keys, the pages for people, and the bot framework's
   * `/v1/.well-known/OpenIdConfiguration` that vouches for call notifications.
   */
  register(app: FastifyInstance): void;
  /** Checks the `Authorization` header of a Graph request; a refusal holds the code and message of the 401's body. */
  verifyGraphToken(
    authorization: string | undefined,
  ): Promise<Result<VerifiedToken, { code: string; message: string }>>;
  /** The applications of the tenant, with what they may do in the names of people. */
  grantedPrincipals(): ReturnType<typeof grantedPrincipals>;
  /** The bearer token of a call notification. `audience` is the id of the application that gets it. */
  signNotification(audience: string, tenantId: string): Promise<string>;
  /** An entry of `validationTokens` of change notifications with data. */
  signValidationToken(audience: string, tenantId: string): Promise<string>;
}

const minute = 60_000;
/** Microsoft's lives: a code 10 minutes, a refresh token 90 days, a browser session a day. */
const codeLife = 10 * minute;
const refreshTokenLife = 90 * 24 * 60 * minute;
const sessionLife = 24 * 60 * minute;
/** A person may leave the account picker open over lunch. */
const pendingLife = 60 * minute;

/** The largest form is an on-behalf-of request with two tokens of some 2 KB. */
const bodyLimit = 64 * 1024;

export async function createEntra(options: EntraOptions): Promise<Entra> {
  const { clock } = options;
  const [key, notificationKey] = await Promise.all([
    createSigningKey('Simulated Entra ID', clock),
    createSigningKey('Simulated call notifications', clock),
  ]);
  const context: EntraContext = {
    options,
    key,
    newSecret: options.secretSource ?? (() => randomBytes(32).toString('base64url')),
    codes: new ExpiringMap(clock, codeLife),
    refreshTokens: new ExpiringMap(clock, refreshTokenLife),
    sessions: new ExpiringMap(clock, sessionLife),
    pending: new ExpiringMap(clock, pendingLife),
    consents: new ConsentRegister(options.apps),
  };
  return {
    register(app) {
      app.register(async (scope) => {
        scope.addContentTypeParser(
          'application/x-www-form-urlencoded',
          { parseAs: 'string', bodyLimit },
          (_request, body, done) => {
            done(null, body);
          },
        );
        registerDiscoveryRoutes(scope, context);
        registerAuthorizeRoutes(scope, context);
        registerSignInRoutes(scope, context);
        registerTokenRoutes(scope, context);
        registerLogoutRoutes(scope, context);
        registerAdminConsentRoutes(scope, context);
        registerPageFiles(scope);
        registerBotFrameworkRoutes(scope, notificationKey, options.publicUrl);
      });
    },
    verifyGraphToken: (authorization) => verifyGraphToken(authorization, context),
    grantedPrincipals: () => grantedPrincipals(options.apps, context.consents),
    signNotification: (audience, tenantId) => signNotification(notificationKey, clock, audience, tenantId),
    signValidationToken: (audience, tenantId) => signValidationToken(context, audience, tenantId),
  };
}
