import { createPrivateKey, X509Certificate } from 'node:crypto';
import { ManualClock } from '@switchboard/kit/clock';
import { decodeJwt, SignJWT } from 'jose';
import { generate } from 'selfsigned';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  answerOf,
  consoleApp,
  createEntraBench,
  type EntraBench,
  eva,
  newProofKey,
  testTenantId,
} from './entra.testing.ts';

const client = { client_id: consoleApp.applicationId, client_secret: 'fictional-secret' };
const redirect = { redirect_uri: 'http://localhost/callback' };
const publicApp = {
  ...consoleApp,
  applicationId: '7e57c0de-0000-4000-8000-0000000000a2',
  secrets: [],
  displayName: 'Public',
};
const start = Date.parse('2026-11-23T08:00:00Z');

let bench: EntraBench;
let clock: ManualClock;

beforeAll(async () => {
  clock = new ManualClock(start);
  bench = await createEntraBench({ apps: [consoleApp, publicApp] }, clock);
});

async function newCode(fields: Record<string, string> = {}): Promise<string> {
  const answer = await bench.pick(await bench.authorize(fields), eva);
  return answerOf(answer).get('code') ?? '';
}

const byCode = (fields: Record<string, string>, headers = {}) =>
  bench.token({ grant_type: 'authorization_code', ...redirect, ...fields }, headers);

const apiToken = async (): Promise<string> => {
  const scope = `openid api://${consoleApp.applicationId}/access_as_user`;
  const answer = await byCode({ ...client, code: await newCode({ scope }) });
  return answer.json().access_token;
};

describe('an authorization code', () => {
  test('gives tokens for the person who signed in, with the nonce and the client info', async () => {
    const answer = await byCode({ ...client, code: await newCode(), client_info: '1' });
    expect(answer.statusCode).toBe(200);
    const body = answer.json();
    expect(body).toMatchObject({ token_type: 'Bearer', scope: 'User.Read openid profile' });
    expect(decodeJwt(body.id_token)).toMatchObject({
      aud: consoleApp.applicationId,
      iss: `http://localhost:8300/${testTenantId}/v2.0`,
      nonce: 'the nonce',
      oid: eva.id,
      tid: testTenantId,
      preferred_username: eva.userPrincipalName,
    });
    expect(JSON.parse(Buffer.from(body.client_info, 'base64url').toString())).toEqual({
      uid: eva.id,
      utid: testTenantId,
    });
    const verified = await bench.entra.verifyGraphToken(`Bearer ${body.access_token}`);
    expect(verified).toEqual({
      ok: true,
      value: {
        tenantId: testTenantId,
        applicationId: consoleApp.applicationId,
        roles: [],
        scopes: ['User.Read'],
        userId: eva.id,
      },
    });
  });

  test('is good once', async () => {
    const code = await newCode();
    expect((await byCode({ ...client, code })).statusCode).toBe(200);
    expect((await byCode({ ...client, code })).json()).toMatchObject({
      error: 'invalid_grant',
      error_codes: [54005],
    });
  });

  test('expires after ten minutes', async () => {
    const code = await newCode();
    clock.advance(10 * 60_000);
    expect((await byCode({ ...client, code })).json()).toMatchObject({
      error: 'invalid_grant',
      error_codes: [70008],
    });
  });

  test('needs the verifier of its challenge', async () => {
    const { verifier, challenge } = newProofKey();
    const code = await newCode({ code_challenge: challenge, code_challenge_method: 'S256' });
    const wrong = await byCode({ ...client, code, code_verifier: newProofKey().verifier });
    expect(wrong.json()).toMatchObject({ error: 'invalid_grant', error_codes: [501481] });
    expect((await byCode({ ...client, code })).json().error_codes).toEqual([900144]);
    expect((await byCode({ ...client, code, code_verifier: verifier })).statusCode).toBe(200);
  });

  test('is bound to the address it was sent to and to its application', async () => {
    const code = await newCode();
    const elsewhere = await byCode({
      ...client,
      code,
      redirect_uri: 'https://console.contoso.example/callback',
    });
    expect(elsewhere.json().error_codes).toEqual([500112]);
    const other = await byCode({ client_id: publicApp.applicationId, code });
    expect(other.json().error_codes).toEqual([70000]);
  });

  test('of a public client is redeemed with a proof key and read across origins', async () => {
    const { verifier, challenge } = newProofKey();
    const proof = { code_challenge: challenge, code_challenge_method: 'S256' };
    const code = await newCode({ client_id: publicApp.applicationId, ...proof });
    const origin = 'https://console.contoso.example';
    const answer = await byCode(
      { client_id: publicApp.applicationId, code, code_verifier: verifier },
      { origin },
    );
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe(origin);
    const unproved = await newCode({ client_id: publicApp.applicationId });
    expect((await byCode({ client_id: publicApp.applicationId, code: unproved })).json().error_codes).toEqual(
      [9002325],
    );
  });

  test('of an application with a secret is not given to a strange origin', async () => {
    const { verifier, challenge } = newProofKey();
    const code = await newCode({ code_challenge: challenge, code_challenge_method: 'S256' });
    const fields = { client_id: consoleApp.applicationId, code, code_verifier: verifier };
    const answer = await byCode(fields, { origin: 'https://evil.example' });
    expect(answer.json()).toMatchObject({ error: 'invalid_client', error_codes: [7000218] });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('a refresh token', () => {
  test('gives new tokens and its own successor', async () => {
    const first = (await byCode({ ...client, code: await newCode() })).json();
    const fields = { grant_type: 'refresh_token', ...client, refresh_token: first.refresh_token };
    const second = await bench.token({ ...fields, scope: 'openid Presence.Read.All' });
    expect(second.json().refresh_token).not.toBe(first.refresh_token);
    expect(decodeJwt(second.json().access_token).scp).toBe('Presence.Read.All');
    clock.advance(91 * 86_400_000);
    expect((await bench.token(fields)).json()).toMatchObject({
      error: 'invalid_grant',
      error_codes: [700082],
    });
  });
});

describe('client credentials', () => {
  const asked = {
    grant_type: 'client_credentials',
    ...client,
    scope: 'https://graph.microsoft.com/.default',
  };

  test('give a token with roles that lives 60 to 90 minutes', async () => {
    const { access_token, expires_in } = (await bench.token(asked)).json();
    expect(expires_in).toBeGreaterThanOrEqual(3600);
    expect(expires_in).toBeLessThanOrEqual(5400);
    const verify = () => bench.entra.verifyGraphToken(`Bearer ${access_token}`);
    expect(await verify()).toMatchObject({ value: { roles: consoleApp.applicationPermissions, scopes: [] } });
    expect(await verify()).not.toHaveProperty('value.userId');
    clock.advance(expires_in * 1000);
    expect(await verify()).toMatchObject({ ok: false, refusal: { code: 'InvalidAuthenticationToken' } });
  });

  test.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client', 7000215],
    ['an unknown application', { client_id: testTenantId }, 400, 'unauthorized_client', 700016],
    ['no secret', { client_secret: '' }, 401, 'invalid_client', 7000216],
    [
      'single permissions',
      { scope: 'https://graph.microsoft.com/User.Read.All' },
      400,
      'invalid_scope',
      1002012,
    ],
    ['an unknown resource', { scope: 'https://other.example/.default' }, 400, 'invalid_resource', 500011],
    ['an unknown grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
  ])('are refused for %s', async (_case, change, status, error, code) => {
    const answer = await bench.token({ ...asked, ...change });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ error, error_codes: [code] });
    expect(answer.json().error_description).toContain(`AADSTS${code}: `);
  });

  test('need a concrete tenant', async () => {
    expect((await bench.token(asked, {}, 'organizations')).json().error_codes).toEqual([50059]);
    expect((await bench.token(asked, {}, 'fabrikam.example')).json().error_codes).toEqual([90002]);
    expect((await bench.token(asked, {}, 'contoso.example')).statusCode).toBe(200);
  });
});

describe('a certificate', () => {
  test('proves the application with RS256 and PS256, and not past its time or for another audience', async () => {
    const pair = await generate([{ name: 'commonName', value: 'Switchboard' }], {
      keySize: 2048,
      algorithm: 'sha256',
    });
    const own = await createEntraBench({ apps: [{ ...consoleApp, certificates: [pair.cert] }] }, clock);
    const certificate = new X509Certificate(pair.cert);
    const hex = (fingerprint: string) =>
      Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64url');
    const token = async (header: { readonly alg: string; readonly x5t?: string }, claims: object = {}) => {
      const now = Math.floor(clock.now() / 1000);
      const assertion = await new SignJWT({
        aud: `http://localhost:8300/${testTenantId}/oauth2/v2.0/token`,
        iss: consoleApp.applicationId,
        sub: consoleApp.applicationId,
        exp: now + 600,
        nbf: now,
        ...claims,
      })
        .setProtectedHeader(header)
        .sign(createPrivateKey(pair.private));
      const answer = await own.token({
        grant_type: 'client_credentials',
        client_id: consoleApp.applicationId,
        scope: 'https://graph.microsoft.com/.default',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      });
      return answer.statusCode === 200 ? 'token' : answer.json().error_codes[0];
    };
    const x5t = hex(certificate.fingerprint);
    const sha256 = { 'x5t#S256': hex(certificate.fingerprint256) };
    expect(await token({ alg: 'RS256', x5t })).toBe('token');
    expect(await token({ alg: 'PS256', ...sha256 })).toBe('token');
    expect(await token({ alg: 'RS256', x5t: 'another' })).toBe(700027);
    expect(await token({ alg: 'RS256' })).toBe(700027);
    expect(await token({ alg: 'PS256', ...sha256 }, { exp: 1 })).toBe(700024);
    expect(await token({ alg: 'PS256', ...sha256 }, { aud: 'https://other.example' })).toBe(700023);
    expect(await token({ alg: 'PS256', ...sha256 }, { sub: 'another' })).toBe(700021);
  });
});

describe('on behalf of a person', () => {
  const obo = async (assertion: string, fields: Record<string, string> = {}) =>
    bench.token({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      ...client,
      assertion,
      requested_token_use: 'on_behalf_of',
      scope: 'https://graph.microsoft.com/Presence.Read.All offline_access',
      ...fields,
    });

  test('a token for the application becomes one for Graph', async () => {
    const answer = (await obo(await apiToken())).json();
    expect(answer.scope).toBe('https://graph.microsoft.com/Presence.Read.All');
    expect(answer.refresh_token).toBeTypeOf('string');
    const verified = await bench.entra.verifyGraphToken(`Bearer ${answer.access_token}`);
    expect(verified).toMatchObject({ value: { userId: eva.id, scopes: ['Presence.Read.All'] } });
  });

  test('nothing but a person’s own token for this application will do', async () => {
    const assertion = await apiToken();
    const byPerson = (await byCode({ ...client, code: await newCode() })).json();
    const ownScope = `api://${consoleApp.applicationId}/.default`;
    const application = (
      await bench.token({ grant_type: 'client_credentials', ...client, scope: ownScope })
    ).json();
    expect((await obo(byPerson.access_token)).json().error_codes).toEqual([500131]);
    expect((await obo(byPerson.id_token)).json().error_codes).toEqual([240002]);
    expect((await obo(application.access_token)).json().error_codes).toEqual([7000114]);
    expect((await obo(`${assertion.slice(0, -8)}AAAAAAAA`)).json().error_codes).toEqual([50013]);
    expect((await obo(assertion, { scope: 'Mail.Send' })).json()).toMatchObject({
      error_codes: [65001],
      suberror: 'consent_required',
    });
    clock.advance(90 * 60_000 + 1000);
    expect((await obo(assertion)).json().error_codes).toEqual([500133]);
  });
});

describe('hostile input at the token endpoint', () => {
  test.each([
    ['another type', 'application/json', '{"grant_type":"client_credentials"}', 400],
    ['malformed JSON', 'application/json', '{', 400],
    ['an unknown type', 'application/x-unknown', 'x', 415],
    ['a parameter given twice', 'application/x-www-form-urlencoded', 'grant_type=a&grant_type=b', 400],
    ['an empty body', 'application/x-www-form-urlencoded', '', 400],
    ['far too much', 'application/x-www-form-urlencoded', `a=${'x'.repeat(100_000)}`, 413],
  ])('%s is refused in Entra’s words', async (_case, type, payload, status) => {
    const answer = await bench.app.inject({
      method: 'POST',
      url: `/${testTenantId}/oauth2/v2.0/token`,
      headers: { 'content-type': type },
      payload,
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ error: 'invalid_request', error_codes: [expect.any(Number)] });
  });

  test('an id of the request that does not look like one is not repeated', async () => {
    const answer = await bench.token({ 'client-request-id': 'a\r\nset-cookie: b' });
    expect(answer.headers['client-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});
