import type { EntraContext } from './entra-context.ts';
import { secondsOf, stsIssuer } from './token-issuer.ts';

/** Graph's change tracking, the only application whose validation tokens count (contract of rich notifications). */
export const changeTrackingApplicationId = '0bf30f3b-4a52-48df-9a82-234910c4a086';

const validationLife = 3600;

/**
 * Signs the token that comes with notifications that hold data
 * (https://learn.microsoft.com/graph/change-notifications-with-resource-data#validation-tokens-in-the-change-notification, 2026-11-23).
 */
export function signValidationToken(
  context: EntraContext,
  audience: string,
  tenantId: string,
): Promise<string> {
  const now = secondsOf(context.options.clock.now());
  return context.key.sign({
    aud: audience,
    iss: stsIssuer(tenantId),
    iat: now,
    nbf: now,
    exp: now + validationLife,
    appid: changeTrackingApplicationId,
    oid: changeTrackingApplicationId,
    sub: changeTrackingApplicationId,
    tid: tenantId,
    ver: '1.0',
  });
}
