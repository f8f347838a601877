import { ConfidentialClientApplication, CryptoProvider } from '@azure/msal-node';
import { must } from '@switchboard/kit/assert';
import { silentLogger } from '@switchboard/kit/logger';
import { type Simulator, startSimulator } from '@switchboard/simulator/start';
import Fastify from 'fastify';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { signInByPage } from './entra-server.testing.ts';

/** What reached the application's webhook, with the header that vouches for it. */
interface Notice {
  readonly authorization: string;
  readonly body: unknown;
}

let simulator: Simulator;
let nextNotice: Promise<Notice>;
const webhook = Fastify({ forceCloseConnections: true });

beforeAll(async () => {
  nextNotice = new Promise((resolve) => {
    webhook.post('/calls', async ({ headers, body }, reply) => {
      resolve({ authorization: headers.authorization ?? '', body });
      return reply.code(202).send();
    });
  });
  const address = await webhook.listen({ port: 0, host: '127.0.0.1' });
  simulator = await startSimulator({
    people: 50,
    log: silentLogger,
    webhook: `${address}/calls`,
    redirectUris: ['http://localhost/callback'],
  });
});
afterAll(async () => {
  await simulator.stop();
  await webhook.close();
});

const json = async (url: string, headers: Record<string, string> = {}): Promise<unknown> =>
  (await fetch(url, { headers })).json();

describe('the whole simulator over plain http, as a newcomer starts it', () => {
  test('signs Eva in with msal-node, and Graph takes her token', async () => {
    const { url, contoso } = simulator;
    const { host } = new URL(url);
    const discovery = await json(`${url}/organizations/v2.0/.well-known/openid-configuration`);
    const client = new ConfidentialClientApplication({
      auth: {
        clientId: contoso.applicationId,
        clientSecret: contoso.clientSecret,
        authority: `https://${host}/organizations`,
        knownAuthorities: [host],
        authorityMetadata: JSON.stringify(discovery),
      },
    });
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
    const request = {
      scopes: ['User.Read'],
      redirectUri: 'http://localhost:3000/callback',
      nonce: 'the nonce',
    };
    const proof = { codeChallenge: challenge, codeChallengeMethod: 'S256' };
    const eva = must(simulator.world.directory.find(contoso.people.eva), 'Eva Berg');
    const answer = await signInByPage(await client.getAuthCodeUrl({ ...request, ...proof }), eva.id);
    const code = answer.get('code') ?? '';
    const result = await client.acquireTokenByCode({ ...request, code, codeVerifier: verifier });
    expect(result.account).toMatchObject({ username: eva.userPrincipalName, tenantId: contoso.tenantId });
    const me = await json(`${url}/v1.0/me`, { authorization: `Bearer ${result.accessToken}` });
    expect(me).toMatchObject({ id: eva.id, displayName: 'Eva Berg' });
    expect((await fetch(`${url}/v1.0/me`)).status).toBe(401);
  });

  test('tells of a call with a token that jose verifies by discovery alone', async () => {
    const { url, contoso, control } = simulator;
    expect(control.dial({ from: '+44 1632 960123', to: contoso.queues.reception.number }).ok).toBe(true);
    const notice = await nextNotice;
    const document = await json(`${url}/v1/.well-known/OpenIdConfiguration`);
    const { jwks_uri } = z.object({ jwks_uri: z.url() }).parse(document);
    const token = notice.authorization.replace(/^Bearer /, '');
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)), {
      issuer: ['https://graph.microsoft.com', 'https://api.botframework.com'],
      audience: contoso.applicationId,
    });
    expect(payload.tid).toBe(contoso.tenantId);
    expect(notice.body).toMatchObject({ value: [{ resourceData: { state: 'incoming' } }] });
  });
});
