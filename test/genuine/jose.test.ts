import { ConfidentialClientApplication } from '@azure/msal-node';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  consoleApp,
  type EntraServer,
  eva,
  signInByPage,
  startEntraServer,
  tenantId,
} from './entra-server.testing.ts';

let server: EntraServer;
beforeAll(async () => {
  server = await startEntraServer();
});
afterAll(() => server.stop());

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url() });

async function discover(path: string): Promise<z.infer<typeof discoverySchema>> {
  return discoverySchema.parse(await (await fetch(server.url + path)).json());
}

async function newIdToken(): Promise<string> {
  const discovery = await fetch(`${server.url}/${tenantId}/v2.0/.well-known/openid-configuration`);
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: consoleApp.applicationId,
      clientSecret: 'fictional-secret',
      authority: `https://${server.host}/${tenantId}`,
      knownAuthorities: [server.host],
      authorityMetadata: await discovery.text(),
    },
  });
  const request = { scopes: ['User.Read'], redirectUri: 'http://localhost:3000/callback' };
  const answer = await signInByPage(await client.getAuthCodeUrl(request), eva.id);
  return (await client.acquireTokenByCode({ ...request, code: answer.get('code') ?? '' })).idToken;
}

describe('jose, by discovery alone', () => {
  test.each([[tenantId], ['organizations']])(
    'verifies an id token by the document of %s',
    async (segment) => {
      const { issuer, jwks_uri } = await discover(`/${segment}/v2.0/.well-known/openid-configuration`);
      const { payload } = await jwtVerify(await newIdToken(), createRemoteJWKSet(new URL(jwks_uri)), {
        issuer: issuer.replace('{tenantid}', tenantId),
        audience: consoleApp.applicationId,
      });
      expect(payload).toMatchObject({ oid: eva.id, tid: tenantId, ver: '2.0' });
    },
  );

  test('verifies the token of a call notification by the bot framework’s document', async () => {
    const { jwks_uri } = await discover('/v1/.well-known/OpenIdConfiguration');
    const token = await server.entra.signNotification(consoleApp.applicationId, tenantId);
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)), {
      issuer: ['https://graph.microsoft.com', 'https://api.botframework.com'],
      audience: consoleApp.applicationId,
    });
    expect(payload.tid).toBe(tenantId);
  });

  test('turns away a notification token that Entra ID itself would sign', async () => {
    const { jwks_uri } = await discover('/v1/.well-known/OpenIdConfiguration');
    const token = await server.entra.signValidationToken(consoleApp.applicationId, tenantId);
    const verified = jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)));
    await expect(verified).rejects.toThrow('no applicable key');
  });
});
