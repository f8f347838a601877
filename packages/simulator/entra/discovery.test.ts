import { ManualClock } from '@switchboard/kit/clock';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { consoleApp, createEntraBench, type EntraBench, testTenantId } from './entra.testing.ts';
import { changeTrackingApplicationId } from './validation-token.ts';

const base = 'http://localhost:8300';
let bench: EntraBench;
let clock: ManualClock;

beforeAll(async () => {
  clock = new ManualClock(Date.parse('2026-11-23T08:00:00Z'));
  bench = await createEntraBench({}, clock);
});

const get = (url: string) => bench.app.inject({ url: url.replace(base, '') });

describe('discovery', () => {
  test.each([
    [testTenantId, testTenantId],
    ['contoso.example', testTenantId],
    ['organizations', '{tenantid}'],
    ['common', '{tenantid}'],
  ])('of %s names the issuer with %s', async (segment, inIssuer) => {
    const answer = await get(`/${segment}/v2.0/.well-known/openid-configuration`);
    const document = answer.json();
    expect(document.issuer).toBe(`${base}/${inIssuer}/v2.0`);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    const { keys } = (await get(document.jwks_uri)).json();
    expect(keys).toEqual([expect.objectContaining({ kty: 'RSA', use: 'sig', issuer: document.issuer })]);
    expect(keys[0].kid).toBe(keys[0].x5t);
  });

  test('of an unknown tenant is refused', async () => {
    const answer = await get('/fabrikam.example/v2.0/.well-known/openid-configuration');
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'invalid_tenant', error_codes: [90002] });
  });

  test('of the instance knows its own host only', async () => {
    const ask = (endpoint: string) =>
      bench.app.inject({
        url: '/common/discovery/instance',
        query: { 'api-version': '1.1', authorization_endpoint: endpoint },
      });
    const own = (await ask(`${base}/${testTenantId}/oauth2/v2.0/authorize`)).json();
    expect(own.metadata).toEqual([
      { preferred_network: 'localhost:8300', preferred_cache: 'localhost:8300', aliases: ['localhost:8300'] },
    ]);
    expect((await ask('https://other.example/x')).json()).toMatchObject({ error: 'invalid_instance' });
  });
});

describe('tokens of notifications', () => {
  test('are vouched for by the bot framework’s document, for 65 minutes', async () => {
    const token = await bench.entra.signNotification(consoleApp.applicationId, testTenantId);
    const document = (await get('/v1/.well-known/OpenIdConfiguration')).json();
    const keys = createLocalJWKSet((await get(document.jwks_uri)).json());
    const verify = () =>
      jwtVerify(token, keys, {
        issuer: 'https://graph.microsoft.com',
        audience: consoleApp.applicationId,
        currentDate: new Date(clock.now()),
      });
    const { payload } = await verify();
    expect(payload.tid).toBe(testTenantId);
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(65 * 60);
    clock.advance(65 * 60_000);
    await expect(verify()).rejects.toThrow('exp');
  });

  test('with data are signed by Entra ID for Graph’s change tracking, and are no Graph tokens', async () => {
    const token = await bench.entra.signValidationToken(consoleApp.applicationId, testTenantId);
    const document = (await get('/common/.well-known/openid-configuration')).json();
    const keys = createLocalJWKSet((await get(document.jwks_uri)).json());
    const { payload } = await jwtVerify(token, keys, {
      issuer: document.issuer.replace('{tenantid}', testTenantId),
      audience: consoleApp.applicationId,
      currentDate: new Date(clock.now()),
    });
    expect(payload.appid).toBe(changeTrackingApplicationId);
    expect(await bench.entra.verifyGraphToken(`Bearer ${token}`)).toMatchObject({ ok: false });
  });

  test.each([[undefined], ['Bearer'], ['Basic YTpi'], ['Bearer a.b.c'], ['Bearer nonsense']])(
    'Graph turns %s away',
    async (authorization) => {
      const answer = await bench.entra.verifyGraphToken(authorization);
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'InvalidAuthenticationToken' } });
    },
  );
});
