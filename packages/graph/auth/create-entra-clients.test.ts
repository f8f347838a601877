import { createHash } from 'node:crypto';
import { tenantId } from '@switchboard/domain/ids';
import { createClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import type { JWTPayload } from 'jose';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { generate } from 'selfsigned';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Behaviour, type SeenRequest, startLocalServer } from '../client/local-server.testing.ts';
import { AuthError } from './auth-error.ts';
import { createEntraClients, type EntraOptions } from './create-entra-clients.ts';
import { createSigner, type Signer } from './jwt.testing.ts';

const contoso = tenantId('11111111-2222-3333-4444-555555555555');
const fabrikam = tenantId('99999999-2222-3333-4444-555555555555');
const eva = '7e57c0de-0000-4000-8000-0000000000e1';
const secret = 'fictional-secret-value';
const clock = createClock({ now: Date.now, setTimeout, clearTimeout });

let entra: Signer;
beforeAll(async () => {
  entra = await createSigner('entra-1');
});

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

interface World {
  /** What comes back for a code, over the usual claims. */
  readonly claims?: JWTPayload;
  readonly signer?: Signer;
  readonly token?: (request: SeenRequest) => Behaviour | undefined;
}

/** The few pages of Entra ID that MSAL and we read, on a free port. */
async function entraAt(
  { claims = {}, signer = entra, token }: World = {},
  options: Partial<EntraOptions> = {},
) {
  const server = await startLocalServer((request) => pages(request));
  let idToken = '';
  function pages(request: SeenRequest): Behaviour {
    const path = pathOf(request);
    if (path.endsWith('/openid-configuration')) return { status: 200, body: discovery(server.url) };
    if (path.endsWith('/keys')) return { status: 200, body: { keys: [entra.jwk] } };
    if (!path.endsWith('/oauth2/v2.0/token')) return { status: 404 };
    return token?.(request) ?? tokenAnswer(request, idToken);
  }
  const seconds = Math.floor(Date.now() / 1000);
  idToken = await signer.sign({
    iss: `${server.url}/${contoso}/v2.0`,
    aud: 'our-app',
    tid: contoso,
    oid: eva,
    sub: 'pairwise',
    name: 'Eva Berg',
    preferred_username: 'eva.berg@contoso.example',
    nonce: 'nonce-1',
    ver: '2.0',
    iat: seconds,
    nbf: seconds,
    exp: seconds + 3_600,
    ...claims,
  });
  const clients = createEntraClients({
    loginBaseUrl: server.url,
    clientId: 'our-app',
    clock,
    log: silentLogger,
    ...(options.certificate === undefined ? { secret } : {}),
    ...options,
  });
  return { server, clients };
}

const pathOf = ({ path }: SeenRequest): string => path.split('?')[0] ?? '';

const discovery = (url: string): unknown => ({
  issuer: `${url}/{tenantid}/v2.0`,
  authorization_endpoint: `${url}/organizations/oauth2/v2.0/authorize`,
  token_endpoint: `${url}/organizations/oauth2/v2.0/token`,
  end_session_endpoint: `${url}/organizations/oauth2/v2.0/logout`,
  jwks_uri: `${url}/organizations/discovery/v2.0/keys`,
});

let serial = 0;
function tokenAnswer({ text }: SeenRequest, idToken: string): Behaviour {
  serial += 1;
  const common = {
    token_type: 'Bearer',
    expires_in: 3_600,
    ext_expires_in: 3_600,
    access_token: `app-token-${serial}`,
  };
  if (new URLSearchParams(text).get('grant_type') === 'client_credentials')
    return { status: 200, body: common };
  const client_info = part({ uid: eva, utid: contoso });
  return { status: 200, body: { ...common, scope: 'openid profile', id_token: idToken, client_info } };
}

const tokenRequests = (seen: readonly SeenRequest[]): readonly SeenRequest[] =>
  seen.filter((request) => pathOf(request).endsWith('/token'));

const redemption = {
  code: 'code-1',
  redirectUri: 'http://localhost/signed-in',
  codeVerifier: 'v'.repeat(43),
  nonce: 'nonce-1',
};

describe('an application token', () => {
  test('is asked of the tenant it is for, and kept', async () => {
    const { server, clients } = await entraAt();
    const first = await clients.appToken(contoso);
    expect(await clients.appToken(contoso)).toBe(first);
    const other = await clients.appToken(fabrikam);
    expect(other).not.toBe(first);
    expect(tokenRequests(server.seen).map(({ path }) => path.split('/')[1])).toEqual([contoso, fabrikam]);
    const form = new URLSearchParams(tokenRequests(server.seen)[0]?.text);
    expect(form.get('scope')).toBe('https://graph.microsoft.com/.default');
    expect(form.get('client_secret')).toBe(secret);
  });

  test('is asked for anew when the one before was not accepted', async () => {
    const { clients } = await entraAt();
    const first = await clients.appToken(contoso);
    const second = await clients.appToken(contoso, { fresh: true });
    expect(second).not.toBe(first);
    expect(await clients.appToken(contoso)).toBe(second);
  });

  test('that Entra ID refuses is a permanent fault, without the secret in its words', async () => {
    const body = {
      error: 'invalid_client',
      error_description: `AADSTS7000215: Invalid client secret ${secret}.`,
    };
    const { clients } = await entraAt({ token: () => ({ status: 401, body }) });
    const fault: unknown = await clients.appToken(contoso).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(AuthError);
    expect(fault).toMatchObject({ code: 'refused', category: 'permanent' });
    expect(String(fault)).toContain('AADSTS7000215');
    expect(`${String(fault)} ${String((fault as AuthError).cause)}`).not.toContain(secret);
  });

  test('is a passing fault while Entra ID is away, and comes once it is back', async () => {
    const { server, clients } = await entraAt();
    await server.stop();
    await expect(clients.appToken(contoso)).rejects.toMatchObject({
      code: 'unreachable',
      category: 'transient',
    });
  });

  test('can be had again after a failed beginning', async () => {
    let isUp = false;
    const { clients } = await entraAt(
      {},
      { fetch: (...args) => (isUp ? fetch(...args) : Promise.reject(new Error('down'))) },
    );
    await expect(clients.appToken(contoso)).rejects.toMatchObject({ code: 'unreachable' });
    isUp = true;
    expect(await clients.appToken(contoso)).toMatch(/^app-token-/);
  });

  test('is asked for with a certificate’s assertion', async () => {
    const certificate = await makeCertificate();
    const { server, clients } = await entraAt({}, { certificate });
    await clients.appToken(contoso);
    const assertion = new URLSearchParams(tokenRequests(server.seen)[0]?.text).get('client_assertion') ?? '';
    expect(decodeJwt(assertion)).toMatchObject({ iss: 'our-app', sub: 'our-app' });
    expect(decodeProtectedHeader(assertion)).toHaveProperty(['x5t#S256']);
  });
});

/** A key pair for this run only: no key of any kind is kept in the repository. */
async function makeCertificate() {
  const made = await generate([{ name: 'commonName', value: 'Switchboard' }], {
    keySize: 2048,
    algorithm: 'sha256',
  });
  return { privateKeyPem: made.private, certificatePem: made.cert };
}

describe('signing in', () => {
  test('begins at the authorize page of any organisation, with PKCE and our state', async () => {
    const { server, clients } = await entraAt();
    const codeChallenge = createHash('sha256').update(redemption.codeVerifier).digest('base64url');
    const { redirectUri } = redemption;
    const request = {
      redirectUri,
      state: 'state-1',
      nonce: 'nonce-1',
      codeChallenge,
      loginHint: 'eva@contoso.example',
    };
    const url = new URL(await clients.signInUrl({ ...request, prompt: 'login' }));
    expect(url.origin + url.pathname).toBe(`${server.url}/organizations/oauth2/v2.0/authorize`);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: 'our-app',
      response_type: 'code',
      response_mode: 'query',
      state: 'state-1',
      nonce: 'nonce-1',
      code_challenge: codeChallenge,
      code_challenge_method: 'S256',
      prompt: 'login',
      login_hint: 'eva@contoso.example',
      redirect_uri: redirectUri,
    });
  });

  test('ends with the person whom the id token names', async () => {
    const { server, clients } = await entraAt();
    expect(await clients.redeemCode(redemption)).toEqual({
      ok: true,
      value: {
        tenantId: contoso,
        personId: eva,
        name: 'Eva Berg',
        userPrincipalName: 'eva.berg@contoso.example',
      },
    });
    const form = new URLSearchParams(tokenRequests(server.seen)[0]?.text);
    expect(form.get('code')).toBe('code-1');
    expect(form.get('code_verifier')).toBe(redemption.codeVerifier);
  });

  test.each([
    ['another application’s', { aud: 'another-app' }, 'token'],
    ['another issuer’s', { iss: 'https://login.contoso.example/v2.0' }, 'token'],
    ['another tenant’s issuer', { tid: fabrikam }, 'token'],
    ['an expired', { exp: 1_000 }, 'token'],
    ['a nameless', { oid: undefined }, 'token'],
    ['another sign-in’s', { nonce: 'nonce-2' }, 'nonce'],
  ])('is refused with %s id token', async (_, claims, code) => {
    const { clients } = await entraAt({ claims });
    expect(await clients.redeemCode(redemption)).toMatchObject({ ok: false, refusal: { code } });
  });

  test('is refused with an id token that Entra ID has not signed', async () => {
    const { clients } = await entraAt({ signer: await createSigner('entra-1') });
    expect(await clients.redeemCode(redemption)).toMatchObject({ ok: false, refusal: { code: 'token' } });
  });

  test('is refused with a used code, which the words do not repeat', async () => {
    const body = { error: 'invalid_grant', error_description: 'AADSTS54005: code-1 was already redeemed.' };
    const { clients } = await entraAt({ token: () => ({ status: 400, body }) });
    const result = await clients.redeemCode(redemption);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'refused' } });
    expect(JSON.stringify(result)).toContain('AADSTS54005');
    expect(JSON.stringify(result)).not.toContain('code-1');
  });

  test('says when Entra ID is away', async () => {
    const { server, clients } = await entraAt();
    await server.stop();
    expect(await clients.redeemCode(redemption)).toMatchObject({
      ok: false,
      refusal: { code: 'unreachable' },
    });
  });

  test('out and consent have their addresses', async () => {
    const { server, clients } = await entraAt();
    expect(clients.signOutUrl('http://localhost/bye?a=1')).toBe(
      `${server.url}/organizations/oauth2/v2.0/logout?post_logout_redirect_uri=http%3A%2F%2Flocalhost%2Fbye%3Fa%3D1`,
    );
    const consent = new URL(
      clients.adminConsentUrl({ redirectUri: 'http://localhost/c', state: 's', tenant: contoso }),
    );
    expect(consent.pathname).toBe(`/${contoso}/v2.0/adminconsent`);
    expect(Object.fromEntries(consent.searchParams)).toEqual({
      client_id: 'our-app',
      scope: 'https://graph.microsoft.com/.default',
      redirect_uri: 'http://localhost/c',
      state: 's',
    });
  });
});

describe('settings', () => {
  const options = {
    loginBaseUrl: 'https://login.microsoftonline.com',
    clientId: 'our-app',
    clock,
    log: silentLogger,
  };

  test('for Microsoft need no discovery to begin with', async () => {
    const { signInUrl } = createEntraClients({ ...options, secret });
    const url = await signInUrl({
      redirectUri: 'http://localhost/',
      state: 's',
      nonce: 'n',
      codeChallenge: 'c',
    });
    expect(url).toMatch(/^https:\/\/login\.microsoftonline\.com\/organizations\/oauth2\/v2\.0\/authorize\?/);
  });

  test.each([
    ['an address with a path', { loginBaseUrl: 'http://localhost:1/entra', secret }, /loginBaseUrl/],
    ['no address', { loginBaseUrl: 'localhost', secret }, /loginBaseUrl/],
    ['no credential', {}, /secret nor certificate/],
    [
      'an unreadable certificate',
      { certificate: { privateKeyPem: 'x', certificatePem: 'y' } },
      /certificatePem/,
    ],
  ])('with %s are refused by name', (_, change, message) => {
    expect(() => createEntraClients({ ...options, ...change })).toThrow(message);
  });

  test('with a key that does not belong to the certificate are refused', async () => {
    const { privateKeyPem } = await makeCertificate();
    const certificate = { ...(await makeCertificate()), privateKeyPem };
    expect(() => createEntraClients({ ...options, certificate })).toThrow(/does not belong/);
  });
});
