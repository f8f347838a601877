import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CryptoKey,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';

/** Who signs the tokens of a test, and the OpenID document that vouches for it. */
export interface HostileTokens {
  /** The document: the simulated Microsoft's keys and one of ours, so that a single claim can be wrong. */
  readonly openIdUrl: string;
  /** Signed by a published key; good for Contoso and for an hour but for what is changed. */
  good(change?: ClaimChange): Promise<string>;
  /** The same claims, signed by a key that nobody publishes, under the name of the published one. */
  forged(): Promise<string>;
  /** The same, under a name that nobody publishes. */
  strange(): Promise<string>;
  /** The same claims without a signature. */
  unsigned(): string;
  /** Signed with the published key's public half as a shared secret. */
  confused(): Promise<string>;
  /** A good token whose claims were exchanged behind its signature. */
  altered(): Promise<string>;
  stop(): Promise<void>;
}

type ClaimChange = Readonly<Record<string, unknown>>;

export interface TokenClaims {
  readonly audience: string;
  readonly tenantId: string;
}

const kid = 'key-of-the-test';
const issuer = 'https://graph.microsoft.com';

export async function openHostileTokens(microsoftUrl: string, claims: TokenClaims): Promise<HostileTokens> {
  const published = await generateKeyPair('RS256', { extractable: true });
  const own = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(published.publicKey)), kid, use: 'sig', alg: 'RS256' };
  const server = await openIdServer(microsoftUrl, jwk);

  const payload = (change: ClaimChange = {}): JWTPayload => {
    const now = Math.floor(Date.now() / 1_000);
    const { audience, tenantId } = claims;
    return { iss: issuer, aud: audience, tid: tenantId, iat: now, nbf: now, exp: now + 3_600, ...change };
  };
  const sign = (key: CryptoKey, name: string, change?: ClaimChange): Promise<string> =>
    new SignJWT(payload(change)).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: name }).sign(key);
  const good = (change?: ClaimChange): Promise<string> => sign(published.privateKey, kid, change);

  return {
    openIdUrl: server.url,
    good,
    forged: () => sign(own.privateKey, kid),
    strange: () => sign(own.privateKey, 'key-of-nobody'),
    unsigned: () => new UnsecuredJWT(payload()).encode(),
    async confused() {
      const secret = Buffer.from(await exportSPKI(published.publicKey));
      return new SignJWT(payload()).setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid }).sign(secret);
    },
    async altered() {
      const [header, , signature] = (await good({ tid: crypto.randomUUID() })).split('.');
      const claimed = Buffer.from(JSON.stringify(payload())).toString('base64url');
      return [header, claimed, signature].join('.');
    },
    stop: server.stop,
  };
}

/** Hands out the simulated Microsoft's keys with one more. */
async function openIdServer(
  microsoftUrl: string,
  jwk: object,
): Promise<{ url: string; stop: () => Promise<void> }> {
  let url = '';
  const server = createServer((request, response) => {
    const answer = (body: object): void => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    };
    if (request.url !== '/keys')
      return answer({ issuer: 'https://api.botframework.com', jwks_uri: `${url}/keys` });
    microsoftKeys(microsoftUrl).then(
      (keys) => answer({ keys: [...keys, jwk] }),
      () => response.writeHead(502).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url: `${url}/openid`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function microsoftKeys(microsoftUrl: string): Promise<object[]> {
  const answer = await fetch(`${microsoftUrl}/v1/.well-known/keys`);
  return ((await answer.json()) as { keys: object[] }).keys;
}
