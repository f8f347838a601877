import { type TenantId, tenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import { isUuid } from '@switchboard/kit/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { type JwtRefusal, jwtRefusal } from '../auth/jwt-refusal.ts';
import { createSigningKeys } from '../auth/signing-keys.ts';
import type { Fetch } from '../client/timed-fetch.ts';
import { VerifiedTokens } from './verified-tokens.ts';

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
/** Good tokens that are remembered: one lives about an hour and serves one tenant, some kilobytes for each hundred. */
const rememberedTokens = 2_000;

export function createNotificationVerifier(options: NotificationVerifierOptions): NotificationVerifier {
  const { clock, fetch } = options;
  const keys = createSigningKeys(options.openIdConfigurationUrl, {
    clock,
    ...(fetch === undefined ? {} : { fetch }),
  });

  const known = new VerifiedTokens(rememberedTokens);

  /** The payload, and the edition of the keys that vouched for it. */
  async function payloadOf(
    token: string,
  ): Promise<Result<{ payload: JWTPayload; edition: number }, JwtRefusal>> {
    let edition = 0;
    const keyOfEdition: JWTVerifyGetKey = async (header, input) => {
      edition = await keys.edition();
      return keys.key(header, input);
    };
    try {
      const { payload } = await jwtVerify(token, keyOfEdition, {
        algorithms,
        audience: options.audience,
        issuer: [...options.issuers],
        clockTolerance,
        currentDate: new Date(clock.now()),
        requiredClaims: ['exp'],
      });
      return ok({ payload, edition });
    } catch (error) {
      return refused(jwtRefusal(error));
    }
  }

  /** The tenant of a token verified before, by keys that are still the published ones. */
  async function knownTenant(token: string): Promise<Result<TenantId | undefined, JwtRefusal>> {
    const verified = known.find(token, clock.now());
    if (verified === undefined) return ok(undefined);
    try {
      const edition = await keys.edition();
      if (edition === verified.edition) return ok(verified.tenantId);
      known.dropOthersThan(edition);
      return ok(undefined);
    } catch (error) {
      return refused(jwtRefusal(error));
    }
  }

  async function tenantOf(token: string): Promise<Result<TenantId, TokenRefusal>> {
    const remembered = await knownTenant(token);
    if (!remembered.ok) return remembered;
    if (remembered.value !== undefined) return ok(remembered.value);
    const verified = await payloadOf(token);
    if (!verified.ok) return verified;
    const { payload, edition } = verified.value;
    const { tid, exp } = payload;
    if (typeof tid !== 'string' || !isUuid(tid)) {
      return refused({
        code: 'tenant',
        message: 'The token names no tenant: its claim tid is missing or no GUID.',
      });
    }
    const until = ((exp ?? 0) - clockTolerance) * 1_000;
    known.keep(token, { tenantId: tenantId(tid), edition, verifiedAt: clock.now(), until });
    return ok(tenantId(tid));
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
    const tenant = await tenantOf(token);
    return tenant.ok ? ok({ tenantId: tenant.value }) : tenant;
  }

  return { verify };
}
