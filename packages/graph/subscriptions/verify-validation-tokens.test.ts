import { tenantId } from '@switchboard/domain/ids';
import { ManualClock } from '@switchboard/kit/clock';
import type { JWTPayload } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { createSigner, type Signer } from '../auth/jwt.testing.ts';
import { startLocalServer } from '../client/local-server.testing.ts';
import {
  createValidationTokenVerifier,
  graphChangeTracking,
  microsoftIssuers,
} from './verify-validation-tokens.ts';

const contoso = tenantId('11111111-2222-3333-4444-555555555555');
const fabrikam = tenantId('99999999-2222-3333-4444-555555555555');
const now = Date.UTC(2026, 10, 23);
const seconds = now / 1_000;
let entra: Signer;
let stranger: Signer;
beforeAll(async () => {
  entra = await createSigner('entra-1');
  stranger = await createSigner('entra-1');
});

const claimsOf = (tid: string, more: JWTPayload = {}): JWTPayload => ({
  aud: 'our-app',
  iss: `https://sts.windows.net/${tid}/`,
  appid: graphChangeTracking,
  tid,
  nbf: seconds - 60,
  exp: seconds + 3_600,
  ...more,
});

async function verifier() {
  const server = await startLocalServer(({ path }) =>
    path === '/keys'
      ? { status: 200, body: { keys: [entra.jwk] } }
      : { status: 200, body: { issuer: 'x', jwks_uri: `${server.url}/keys` } },
  );
  const clock = new ManualClock(now);
  const verify = createValidationTokenVerifier({
    openIdConfigurationUrl: `${server.url}/common/.well-known/openid-configuration`,
    audience: 'our-app',
    issuers: microsoftIssuers,
    clock,
  });
  return { verify, server, clock };
}

test('tokens of both versions vouch for their tenants', async () => {
  const { verify } = await verifier();
  const { appid: _, ...claims } = claimsOf(fabrikam, {
    iss: `https://login.microsoftonline.com/${fabrikam}/v2.0`,
    azp: graphChangeTracking.toUpperCase(),
  });
  const tokens = [await entra.sign(claimsOf(contoso)), await entra.sign(claims)];
  expect(await verify(tokens)).toEqual({ vouched: new Set([contoso, fabrikam]), refusals: [] });
});

test('a token that is not from Graph’s change tracking, not for us, not signed or not in time vouches for nobody', async () => {
  const { verify } = await verifier();
  const tokens = [
    await entra.sign(claimsOf(contoso, { appid: 'another-app' })),
    await entra.sign(claimsOf(contoso, { aud: 'another-app' })),
    await entra.sign(claimsOf(contoso, { iss: `https://sts.windows.net/${fabrikam}/` })),
    await entra.sign(claimsOf(contoso, { exp: seconds - 600 })),
    await entra.sign(claimsOf('contoso')),
    await stranger.sign(claimsOf(contoso)),
    'not.a.token',
    '',
  ];
  const { vouched, refusals } = await verify(tokens);
  expect(vouched).toEqual(new Set());
  expect(refusals.map(({ code }) => code)).toEqual([
    'publisher',
    'audience',
    'issuer',
    'expired',
    'tenant',
    'signature',
    'malformed',
    'malformed',
  ]);
});

test('keys that cannot be read say nothing about a token', async () => {
  const { verify, server } = await verifier();
  await server.stop();
  expect(await verify([await entra.sign(claimsOf(contoso))])).toMatchObject({
    refusals: [{ code: 'unreachable' }],
  });
});

test('a token that was found good is good until it ends, and a body with thousands is not worked off', async () => {
  const { verify, clock } = await verifier();
  const token = await entra.sign(claimsOf(contoso));
  expect(await verify([token])).toEqual(await verify([token]));
  clock.advance(2 * 3_600_000);
  expect((await verify([token])).refusals).toMatchObject([{ code: 'expired' }]);
  const many = Array.from({ length: 5_000 }, (_, n) => `x${n}`);
  expect((await verify(many)).refusals).toHaveLength(100);
});
