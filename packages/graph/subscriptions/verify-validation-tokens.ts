import { type TenantId, tenantId } from '@switchboard/domain/ids';
import type { Clock } from '@switchboard/kit/clock';
import { isUuid } from '@switchboard/kit/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import { type JwtRefusal, jwtRefusal } from '../auth/jwt-refusal.ts';
import { createSigningKeys } from '../auth/signing-keys.ts';
import type { Fetch } from '../client/timed-fetch.ts';
import { VerifiedTokens } from '../notifications/verified-tokens.ts';

export interface ValidationTokenOptions {
  /** For Microsoft: https://login.microsoftonline.com/common/.well-known/openid-configuration */
  readonly openIdConfigurationUrl: string;
  /** Our application id. */
  readonly audience: string;
  /** With `{tenantid}` in the place of the tenant; {@link microsoftIssuers} for Microsoft. */
  readonly issuers: readonly string[];
  /** {@link graphChangeTracking}, unless another is given. */
  readonly publisher?: string;
  readonly clock: Clock;
  readonly fetch?: Fetch;
}

/** Tokens of version 1 and 2. */
export const microsoftIssuers: readonly string[] = [
  'https://sts.windows.net/{tenantid}/',
  'https://login.microsoftonline.com/{tenantid}/v2.0',
];

/**
 * The application that sends change notifications, in every tenant
 * (https://learn.microsoft.com/graph/change-notifications-with-resource-data, read 2026-11-23).
 */
export const graphChangeTracking = '0bf30f3b-4a52-48df-9a82-234910c4a086';

export interface ValidationTokenRefusal {
  /** `publisher` made for somebody else than Graph's change tracking; `tenant` names none. */
  readonly code: 'publisher' | 'tenant' | JwtRefusal['code'];
  readonly message: string;
}

export interface VouchedTenants {
  readonly vouched: ReadonlySet<TenantId>;
  /** Why each of the others vouches for nobody. */
  readonly refusals: readonly ValidationTokenRefusal[];
}

/** The tenants that tokens speak for: one of ours for each tenant that a body has resource data of. */
export type ValidationTokenVerifier = (tokens: readonly string[]) => Promise<VouchedTenants>;

/** Seconds by which the clocks of Microsoft and ours may differ. */
const clockTolerance = 300;
/** A body speaks for few tenants; whoever sends more wants us to work. */
const mostTokens = 100;
const rememberedTokens = 2_000;

export function createValidationTokenVerifier(options: ValidationTokenOptions): ValidationTokenVerifier {
  const { clock, fetch, publisher = graphChangeTracking } = options;
  const keys = createSigningKeys(options.openIdConfigurationUrl, {
    clock,
    ...(fetch === undefined ? {} : { fetch }),
  });
  const known = new VerifiedTokens(rememberedTokens);

  async function tenantOf(token: string): Promise<Result<TenantId, ValidationTokenRefusal>> {
    try {
      const edition = await keys.edition();
      const remembered = known.find(token, clock.now());
      if (remembered?.edition === edition) return ok(remembered.tenantId);
      const claimed = decodeJwt(token).tid;
      if (typeof claimed !== 'string' || !isUuid(claimed)) {
        return refused({ code: 'tenant', message: 'The token names no tenant (tid).' });
      }
      // Only picks the issuers to compare with; the signature is checked after, and covers it.
      const { payload } = await jwtVerify(token, keys.key, {
        algorithms: ['RS256'],
        audience: options.audience,
        issuer: options.issuers.map((issuer) => issuer.replace('{tenantid}', claimed)),
        clockTolerance,
        currentDate: new Date(clock.now()),
        requiredClaims: ['exp'],
      });
      if (publisherOf(payload) !== publisher) {
        return refused({ code: 'publisher', message: 'The token was not made for change notifications.' });
      }
      const until = ((payload.exp ?? 0) - clockTolerance) * 1_000;
      known.keep(token, { tenantId: tenantId(claimed), edition, verifiedAt: clock.now(), until });
      return ok(tenantId(claimed));
    } catch (error) {
      return refused(jwtRefusal(error));
    }
  }

  return async (tokens) => {
    const vouched = new Set<TenantId>();
    const refusals: ValidationTokenRefusal[] = [];
    for (const token of [...new Set(tokens)].slice(0, mostTokens)) {
      const tenant = await tenantOf(token);
      if (tenant.ok) vouched.add(tenant.value);
      else refusals.push(tenant.refusal);
    }
    return { vouched, refusals };
  };
}

/** `azp` in tokens of version 2, `appid` in those of version 1. */
function publisherOf({ azp, appid }: JWTPayload): string | undefined {
  const publisher = azp ?? appid;
  return typeof publisher === 'string' ? publisher.toLowerCase() : undefined;
}
