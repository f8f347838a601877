import { personId, tenantId } from '@switchboard/domain/ids';
import { createClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Behaviour, type SeenRequest, startLocalServer } from '../client/local-server.testing.ts';
import { createEntraClients } from './create-entra-clients.ts';
import { createSigner, type Signer } from './jwt.testing.ts';
import { memoryTokenCaches, type TokenCacheStore } from './token-cache-store.ts';

const contoso = tenantId('11111111-2222-3333-4444-555555555555');
const eva = personId('7e57c0de-0000-4000-8000-0000000000e1');
const person = { tenantId: contoso, personId: eva };
const scopes = ['Presence.Read.All'];
const secret = 'fictional-secret-value';
const clock = createClock({ now: Date.now, setTimeout, clearTimeout });

let entra: Signer;
beforeAll(async () => {
  entra = await createSigner('entra-1');
});

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const formOf = ({ text }: SeenRequest) => new URLSearchParams(text);

interface World {
  /** Answers a token request in place of Entra ID. */
  readonly token?: (form: URLSearchParams) => Behaviour | undefined;
  readonly caches?: TokenCacheStore;
  readonly whose?: string;
}

/** The few pages of Entra ID that MSAL and we read, and clients for it. */
async function world({ token, caches = memoryTokenCaches(), whose = eva }: World = {}) {
  let serial = 0;
  let idToken = '';
  const server = await startLocalServer((request): Behaviour => {
    const path = request.path.split('?')[0] ?? '';
    if (path.endsWith('/openid-configuration')) return { status: 200, body: discovery(server.url) };
    if (path.endsWith('/keys')) return { status: 200, body: { keys: [entra.jwk] } };
    const form = formOf(request);
    serial += 1;
    return token?.(form) ?? { status: 200, body: tokensFor(form, serial, idToken, whose) };
  });
  idToken = await idTokenOf(server.url, whose);
  const clients = () =>
    createEntraClients({
      loginBaseUrl: server.url,
      clientId: 'our-app',
      clock,
      log: silentLogger,
      secret,
      tokenCaches: caches,
    });
  const asked = () => server.seen.filter(({ path }) => path.split('?')[0]?.endsWith('/token')).map(formOf);
  return { server, clients, caches, asked };
}

function tokensFor(form: URLSearchParams, serial: number, idToken: string, whose: string) {
  const wanted = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== 'offline_access');
  return {
    token_type: 'Bearer',
    expires_in: 3_600,
    ext_expires_in: 3_600,
    access_token: `token-${serial} for ${wanted.join(' ')}`,
    refresh_token: `refresh-${serial}`,
    scope: wanted.join(' '),
    id_token: idToken,
    client_info: part({ uid: whose, utid: contoso }),
  };
}

function idTokenOf(url: string, whose: string): Promise<string> {
  const seconds = Math.floor(Date.now() / 1000);
  return entra.sign({
    iss: `${url}/${contoso}/v2.0`,
    aud: 'our-app',
    tid: contoso,
    oid: whose,
    sub: 'pairwise',
    name: 'Eva Berg',
    preferred_username: 'eva.berg@contoso.example',
    nonce: 'nonce-1',
    ver: '2.0',
    iat: seconds,
    exp: seconds + 3_600,
  });
}

const discovery = (url: string): unknown => ({
  issuer: `${url}/{tenantid}/v2.0`,
  authorization_endpoint: `${url}/organizations/oauth2/v2.0/authorize`,
  token_endpoint: `${url}/organizations/oauth2/v2.0/token`,
  end_session_endpoint: `${url}/organizations/oauth2/v2.0/logout`,
  jwks_uri: `${url}/organizations/discovery/v2.0/keys`,
});

const redemption = {
  code: 'code-1',
  redirectUri: 'http://localhost/signed-in',
  codeVerifier: 'v'.repeat(43),
  nonce: 'nonce-1',
};
const refusedWith = (error: string, error_description: string, more: object = {}): Behaviour => ({
  status: 400,
  body: { error, error_description, ...more },
});

describe('a person who signed in with scopes', () => {
  test('has tokens for Graph without being asked again, on every server that shares the store', async () => {
    const { clients, asked } = await world();
    expect(await clients().redeemCode({ ...redemption, scopes })).toMatchObject({ ok: true });
    const first = await clients().operatorTokens.token(person, scopes);
    expect(first).toMatchObject({ ok: true, value: expect.stringContaining('Presence.Read.All') });
    expect(await clients().operatorTokens.token(person, scopes)).toEqual(first);
    expect(asked().map((form) => form.get('grant_type'))).toEqual(['authorization_code']);
  });

  test('gets tokens for further scopes, and a fresh one, by their refresh token', async () => {
    const { clients, asked, server } = await world();
    const { redeemCode, operatorTokens } = clients();
    await redeemCode({ ...redemption, scopes });
    const before = await operatorTokens.token(person, scopes);
    const [contacts, fresh] = await Promise.all([
      operatorTokens.token(person, ['Contacts.Read']),
      operatorTokens.token(person, scopes, { fresh: true }),
    ]);
    expect(contacts).toMatchObject({ ok: true, value: expect.stringContaining('Contacts.Read') });
    expect(fresh.ok && fresh.value).not.toBe(before.ok && before.value);
    expect(asked().map((form) => form.get('refresh_token'))).toEqual([null, 'refresh-1', 'refresh-2']);
    expect(server.seen.at(-1)?.path).toContain(`/${contoso}/oauth2/v2.0/token`);
  });

  test('is forgotten when they leave', async () => {
    const { clients } = await world();
    const { redeemCode, operatorTokens } = clients();
    await redeemCode({ ...redemption, scopes });
    await operatorTokens.token(person, scopes);
    await operatorTokens.forget(person);
    expect(await operatorTokens.token(person, scopes)).toMatchObject({
      ok: false,
      refusal: { code: 'signIn', scopes },
    });
  });

  test('is sent to sign in with these scopes and what Entra ID wants to be told', async () => {
    const { clients } = await world();
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const state = { state: 's', nonce: 'n', codeChallenge: 'c', redirectUri: redemption.redirectUri };
    const url = new URL(await clients().signInUrl({ ...state, scopes, claims }));
    expect(url.searchParams.get('scope')?.split(' ')).toEqual(
      expect.arrayContaining(['openid', 'offline_access', 'Presence.Read.All']),
    );
    expect(JSON.parse(url.searchParams.get('claims') ?? '')).toMatchObject(JSON.parse(claims));
  });
});

test('nothing is kept of a person who signed in without scopes, or whose id token is not to be trusted', async () => {
  const { clients, caches } = await world();
  await clients().redeemCode(redemption);
  await clients().redeemCode({ ...redemption, scopes, nonce: 'another' });
  expect(await caches.read(person)).toBeUndefined();
});

test('who signed in with no scope at all has tokens as soon as somebody consents', async () => {
  const { clients } = await world();
  const { redeemCode, operatorTokens } = clients();
  await redeemCode({ ...redemption, scopes: [] });
  expect(await operatorTokens.token(person, scopes)).toMatchObject({ ok: true });
});

describe('what Entra ID refuses', () => {
  const afterSignIn = async (answer: Behaviour) => {
    const { clients } = await world({
      token: (form) => (form.get('grant_type') === 'refresh_token' ? answer : undefined),
    });
    const { redeemCode, operatorTokens } = clients();
    await redeemCode({ ...redemption, scopes });
    return operatorTokens.token(person, ['Calendars.Read']);
  };

  test.each([
    [
      'missing consent',
      refusedWith('invalid_grant', 'AADSTS65001: not consented', { suberror: 'consent_required' }),
    ],
    ['a question', refusedWith('interaction_required', 'AADSTS50079: enrol')],
  ])('for %s asks for consent, naming the scopes', async (_, answer) => {
    expect(await afterSignIn(answer)).toMatchObject({
      ok: false,
      refusal: { code: 'askConsent', scopes: ['Calendars.Read'] },
    });
  });

  test('with claims hands them on', async () => {
    const claims = '{"access_token":{"polids":{"essential":true}}}';
    expect(
      await afterSignIn(refusedWith('interaction_required', 'AADSTS50076: mfa', { claims })),
    ).toMatchObject({
      refusal: { code: 'askConsent', claims },
    });
  });

  test.each([
    ['an expired refresh token', refusedWith('invalid_grant', 'AADSTS700082: The refresh token has expired')],
    ['a changed password', refusedWith('invalid_grant', 'AADSTS50173: The provided grant has expired')],
    [
      'a session that is over',
      refusedWith('invalid_grant', 'AADSTS70043: bad token', { suberror: 'bad_token' }),
    ],
  ])('for %s sends the person to sign in', async (_, answer) => {
    expect(await afterSignIn(answer)).toMatchObject({
      refusal: { code: 'signIn', scopes: ['Calendars.Read'] },
    });
  });

  test.each([
    [refusedWith('invalid_client', `AADSTS7000215: ${secret}`), 'refused'],
    [{ status: 503, body: { error: 'temporarily_unavailable' } }, 'unreachable'],
  ])('otherwise is the refusal %#, without our secret', async (answer, code) => {
    const read = await afterSignIn(answer);
    expect(read).toMatchObject({ ok: false, refusal: { code } });
    expect(JSON.stringify(read)).not.toContain(secret);
  });
});

test.each(['{', '"x"', '{}', 'null', '{"Account":7}'])(
  'a kept text %j that is no cache sends the person to sign in',
  async (kept) => {
    const caches = memoryTokenCaches();
    await caches.write(person, kept);
    const { clients } = await world({ caches });
    expect(await clients().operatorTokens.token(person, scopes)).toMatchObject({
      ok: false,
      refusal: { code: 'signIn' },
    });
  },
);

describe('a person in the tab of Teams', () => {
  test('has tokens by the one that Teams gave, and goes on having them', async () => {
    const { clients, asked } = await world();
    const { operatorTokens } = clients();
    const assertion = await entra.sign({ aud: 'our-app', oid: eva, tid: contoso });
    expect(await operatorTokens.acceptAssertion(person, assertion, scopes)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await operatorTokens.token(person, scopes)).toMatchObject({ ok: true });
    expect(await operatorTokens.token(person, ['Contacts.Read'])).toMatchObject({ ok: true });
    expect(asked().map((form) => form.get('grant_type'))).toEqual([
      'urn:ietf:params:oauth:grant-type:jwt-bearer',
      'refresh_token',
      'refresh_token',
    ]);
    expect(asked()[0]?.get('requested_token_use')).toBe('on_behalf_of');
  });

  test('never gets those of somebody else', async () => {
    const { clients, caches } = await world({ whose: '7e57c0de-0000-4000-8000-0000000000ee' });
    const assertion = await entra.sign({ aud: 'our-app' });
    expect(await clients().operatorTokens.acceptAssertion(person, assertion, scopes)).toMatchObject({
      ok: false,
      refusal: { code: 'refused' },
    });
    expect(await caches.read(person)).toBeUndefined();
  });

  test('is asked for consent where it is missing', async () => {
    const answer = refusedWith('invalid_grant', 'AADSTS65001: no', { suberror: 'consent_required' });
    const { clients } = await world({ token: () => answer });
    const assertion = await entra.sign({ aud: 'our-app' });
    expect(await clients().operatorTokens.acceptAssertion(person, assertion, scopes)).toMatchObject({
      refusal: { code: 'askConsent', scopes },
    });
  });
});
