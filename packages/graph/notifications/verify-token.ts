import { type TenantId, tenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import { isUuid } from '@switchboard/kit/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { type JWTPayload, jwtVerify } from 'jose';
import { type JwtRefusal, jwtRefusal } from '../auth/jwt-refusal.ts';
import { createSigningKeys } from '../auth/signing-keys.ts';
import type { Fetch } from '../client/timed-fetch.ts';

export interface NotificationVerifierOptions {
  /** For Microsoft: https://api.aps.skype.com/v1/.well-known/OpenIdConfiguration */
  readonly openIdConfigurationUrl: string;
  /** Our application id. */
  readonly audience: string;
  /** For Microsoft: https://graph.microsoft.com and https://api.botframework.com */
  readonly issuers: readonly string[];
  readonly clock: Clock;
  readonly fetch?: Fetch;
}

export interface TokenRefusal {
  /**
   * `missing` no bearer token came; `tenant` the token names no tenant; `unreachable` the keys cannot be read now, so
   * that nothing is said about the token. The others name what is wrong with it.
   */
  readonly code: 'missing' | 'tenant' | JwtRefusal['code'];
  readonly message: string;
}

export interface NotificationVerifier {
  /** Whether Microsoft sent a callback, and about which tenant. Takes the `Authorization` header as received. */
  verify(authorization: string | undefined): Promise<Result<{ tenantId: TenantId }, TokenRefusal>>;
}

/** Seconds by which the clocks of Microsoft and ours may differ. */
const clockTolerance = 300;
/** Nothing else is taken, above all not `none` and nothing with a shared secret. */
const algorithms = ['RS256', 'RS384', 'RS512'];

export function createNotificationVerifier(options: NotificationVerifierOptions): NotificationVerifier {
  const { clock, fetch } = options;
  const keys = createSigningKeys(options.openIdConfigurationUrl, {
    clock,
    ...(fetch === undefined ? {} : { fetch }),
  });

  async function payloadOf(token: string): Promise<Result<JWTPayload, JwtRefusal>> {
    try {
      const { payload } = await jwtVerify(token, keys.key, {
        algorithms,
        audience: options.audience,
        issuer: [...options.issuers],
        clockTolerance,
        currentDate: new Date(clock.now()),
        requiredClaims: ['exp'],
      });
      return ok(payload);
    } catch (error) {
      return refused(jwtRefusal(error));
    }
  }

  async function verify(
    authorization: string | undefined,
  ): Promise<Result<{ tenantId: TenantId }, TokenRefusal>> {
    if (authorization === undefined || authorization.trim() === '') {
      return refused({ code: 'missing', message: 'The request has no Authorization header.' });
    }
    const token = /^Bearer\s+(\S+)\s*$/i.exec(authorization)?.[1];
    if (token === undefined) {
      return refused({
        code: 'malformed',
        message: 'The Authorization header is not of the form "Bearer <token>".',
      });
    }
    const payload = await payloadOf(token);
    if (!payload.ok) return payload;
    const tid = payload.value.tid;
    if (typeof tid !== 'string' || !isUuid(tid)) {
      return refused({
        code: 'tenant',
        message: 'The token names no tenant: its claim tid is missing or no GUID.',
      });
    }
    return ok({ tenantId: tenantId(tid) });
  }

  return { verify };
}
