import { createHash, X509Certificate } from 'node:crypto';
import {
  type AuthenticationResult,
  ConfidentialClientApplication,
  CryptoProvider,
  InteractionRequiredAuthError,
  type NodeAuthOptions,
} from '@azure/msal-node';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  consoleApp,
  type EntraServer,
  eva,
  signInByPage,
  startEntraServer,
  tenantId,
} from './entra-server.testing.ts';

const redirectUri = 'http://localhost:3000/callback';
const graphDefault = ['https://graph.microsoft.com/.default'];
const own = `api://${consoleApp.applicationId}/access_as_user`;

let server: EntraServer;
let certificate: { readonly cert: string; readonly private: string };

beforeAll(async () => {
  certificate = await generate([{ name: 'commonName', value: 'Switchboard' }], {
    keySize: 2048,
    algorithm: 'sha256',
  });
  server = await startEntraServer({ ...consoleApp, certificates: [certificate.cert] });
});
afterAll(() => server.stop());

/**
 * MSAL takes no http authority. It takes an https one that it never contacts, when the discovery document comes
 * with the configuration: the endpoints inside may be http.
 */
async function clientOf(
  credential: Partial<NodeAuthOptions>,
  segment = tenantId,
): Promise<ConfidentialClientApplication> {
  const discovery = await fetch(`${server.url}/${segment}/v2.0/.well-known/openid-configuration`);
  return new ConfidentialClientApplication({
    auth: {
      clientId: consoleApp.applicationId,
      authority: `https://${server.host}/${segment}`,
      knownAuthorities: [server.host],
      authorityMetadata: await discovery.text(),
      ...credential,
    },
  });
}

const bySecret = { clientSecret: 'fictional-secret' };

async function signIn(
  client: ConfidentialClientApplication,
  scopes: string[],
): Promise<AuthenticationResult> {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const url = await client.getAuthCodeUrl({
    scopes,
    redirectUri,
    codeChallenge: challenge,
    codeChallengeMethod: 'S256',
    state: 'the state',
    nonce: 'the nonce',
    prompt: 'select_account',
  });
  const answer = await signInByPage(url, eva.id);
  const code = answer.get('code') ?? '';
  return client.acquireTokenByCode(
    { code, scopes, redirectUri, codeVerifier: verifier, state: 'the state', nonce: 'the nonce' },
    { code, state: answer.get('state') ?? '' },
  );
}

describe('msal-node', () => {
  test.each([[tenantId], ['organizations']])(
    'signs a person in with code and PKCE by the authority %s',
    async (segment) => {
      const result = await signIn(await clientOf(bySecret, segment), ['User.Read']);
      expect(result.account).toMatchObject({
        homeAccountId: `${eva.id}.${tenantId}`,
        localAccountId: eva.id,
        tenantId,
        username: eva.userPrincipalName,
        name: eva.displayName,
      });
      expect(await server.entra.verifyGraphToken(`Bearer ${result.accessToken}`)).toMatchObject({
        ok: true,
        value: { userId: eva.id, scopes: ['User.Read'] },
      });
    },
  );

  test('gets tokens silently: the same from its cache, a new one when refreshed', async () => {
    const client = await clientOf(bySecret);
    const { account, accessToken } = await signIn(client, ['User.Read']);
    if (account === null) throw new Error('no account');
    const cached = await client.acquireTokenSilent({ account, scopes: ['User.Read'] });
    expect(cached).toMatchObject({ fromCache: true, accessToken });
    const fresh = await client.acquireTokenSilent({ account, scopes: ['User.Read'], forceRefresh: true });
    expect(fresh.accessToken).not.toBe(accessToken);
    const more = await client.acquireTokenSilent({ account, scopes: ['Presence.Read.All'] });
    expect(await server.entra.verifyGraphToken(`Bearer ${more.accessToken}`)).toMatchObject({
      value: { scopes: ['Presence.Read.All'] },
    });
  });

  test('is told that a person has to consent to what nobody approved', async () => {
    const client = await clientOf(bySecret);
    const { account } = await signIn(client, ['User.Read']);
    if (account === null) throw new Error('no account');
    const asked = client.acquireTokenSilent({ account, scopes: ['Mail.Send'] });
    await expect(asked).rejects.toBeInstanceOf(InteractionRequiredAuthError);
  });

  test('gets the application’s own token by secret', async () => {
    const result = await (await clientOf(bySecret)).acquireTokenByClientCredential({ scopes: graphDefault });
    expect(await server.entra.verifyGraphToken(`Bearer ${result?.accessToken}`)).toMatchObject({
      value: { roles: consoleApp.applicationPermissions, applicationId: consoleApp.applicationId },
    });
  });

  test('reaches a concrete tenant from a configuration for organizations', async () => {
    const client = await clientOf(bySecret, 'organizations');
    const authority = `https://${server.host}/${tenantId}`;
    const result = await client.acquireTokenByClientCredential({ scopes: graphDefault, authority });
    expect(await server.entra.verifyGraphToken(`Bearer ${result?.accessToken}`)).toMatchObject({ ok: true });
  });

  test('gets it by certificate, named by SHA-256 and, as it used to be, by SHA-1', async () => {
    const { fingerprint, fingerprint256 } = new X509Certificate(certificate.cert);
    const hex = (text: string) => text.replaceAll(':', '').toLowerCase();
    const named = [
      { thumbprintSha256: hex(fingerprint256), x5c: certificate.cert },
      { thumbprint: hex(fingerprint) },
    ];
    for (const names of named) {
      const client = await clientOf({ clientCertificate: { privateKey: certificate.private, ...names } });
      const result = await client.acquireTokenByClientCredential({ scopes: graphDefault });
      expect(await server.entra.verifyGraphToken(`Bearer ${result?.accessToken}`)).toMatchObject({
        ok: true,
      });
    }
  });

  test('learns of a wrong secret and of a foreign certificate by Entra’s numbers', async () => {
    const wrongSecret = await clientOf({ clientSecret: 'wrong' });
    await expect(wrongSecret.acquireTokenByClientCredential({ scopes: graphDefault })).rejects.toThrow(
      'AADSTS7000215',
    );
    const thumbprintSha256 = createHash('sha256').update('another certificate').digest('hex');
    const foreign = await clientOf({
      clientCertificate: { privateKey: certificate.private, thumbprintSha256 },
    });
    await expect(foreign.acquireTokenByClientCredential({ scopes: graphDefault })).rejects.toThrow(
      'AADSTS700027',
    );
  });

  test('acts on behalf of a person with the token they have for the application', async () => {
    const client = await clientOf(bySecret);
    const { accessToken } = await signIn(client, [own]);
    const scopes = ['https://graph.microsoft.com/Presence.Read.All'];
    const result = await client.acquireTokenOnBehalfOf({ oboAssertion: accessToken, scopes });
    expect(await server.entra.verifyGraphToken(`Bearer ${result?.accessToken}`)).toMatchObject({
      value: { userId: eva.id, scopes: ['Presence.Read.All'] },
    });
    const again = await client.acquireTokenOnBehalfOf({ oboAssertion: accessToken, scopes });
    expect(again?.fromCache).toBe(true);
  });
});
