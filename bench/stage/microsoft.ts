import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { must } from '@switchboard/kit/assert';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { bench } from './tenant.ts';

/** An action of a server on a call, as it came in. */
export interface ArrivedAction {
  readonly leg: string;
  readonly method: string;
  /** Behind the call's own address: `answer`, `participants/invite`; empty for the call itself. */
  readonly path: string;
  /** `answer`, `invite`, `startHoldMusic` …; `remove` of a participant, `hangUp` of the call, `look` at it or its roster. */
  readonly name: string;
  /** `performance.now()` when the request was read whole. */
  readonly at: number;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/**
 * As little of Microsoft 365 as the way of a call needs: it takes every action at once, gives every application a
 * token and signs notifications. It keeps no state but who is in a call, so that nothing is measured but the server.
 */
export interface MicrosoftStub {
  readonly url: string;
  /** The Authorization header of a notification about this tenant. */
  authorizationFor(tenantId: string): string;
  /** Who is in a leg from now on; undefined: the leg is over. */
  seat(leg: string, roster: readonly object[] | undefined): void;
  /** Returns how to be told no more. */
  onAction(listener: (action: ArrivedAction) => void): () => void;
  stop(): Promise<void>;
}

export interface StubIdentity {
  readonly tenantIds: readonly string[];
  readonly applicationId: string;
}

const kid = 'benchmark';
const callPath = /^\/v1\.0\/communications\/calls\/([^/]+)(?:\/(.+))?$/;

export async function startMicrosoftStub({ tenantIds, applicationId }: StubIdentity): Promise<MicrosoftStub> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' }] };
  const listeners = new Set<(action: ArrivedAction) => void>();
  const rosters = new Map<string, readonly object[]>();
  let url = '';

  const server = createServer((request, response) => {
    readText(request).then(
      (text) => answer(request, response, text),
      () => response.destroy(),
    );
  });

  function answer(
    { method = '', url: path = '' }: IncomingMessage,
    response: ServerResponse,
    text: string,
  ): void {
    const [, leg, under = ''] = callPath.exec(path) ?? [];
    if (leg === undefined) return json(response, documentAt(path, url) ?? keys);
    const at = performance.now();
    const body = text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>);
    const name = nameOf(method, under);
    // Graph's answer to these is without a body; the other actions begin an operation.
    if (method === 'GET') {
      json(response, under === '' ? { id: leg, state: 'established' } : { value: rosters.get(leg) ?? [] });
    } else if (method === 'DELETE') response.writeHead(204).end();
    else if (name === 'answer') response.writeHead(202).end();
    else json(response, operation(name, body ?? {}));
    for (const listener of listeners) listener({ leg, method, path: under, name, at, body });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const tokens = new Map<string, string>();
  for (const tid of tenantIds) {
    const token = await new SignJWT({ tid })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .setIssuer('https://graph.microsoft.com')
      .setAudience(applicationId)
      .setExpirationTime('2h')
      .sign(privateKey);
    tokens.set(tid, `Bearer ${token}`);
  }
  return {
    url,
    authorizationFor: (tenantId) => must(tokens.get(tenantId), 'a token for a tenant of the benchmark'),
    seat(leg, roster) {
      if (roster === undefined) rosters.delete(leg);
      else rosters.set(leg, roster);
    },
    onAction(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const part of request) text += String(part);
  return text;
}

const json = (response: ServerResponse, body: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const operation = (name: string, { clientContext }: Readonly<Record<string, unknown>>) => ({
  '@odata.type': `#microsoft.graph.${name}Operation`,
  id: crypto.randomUUID(),
  status: 'running',
  clientContext,
});

function nameOf(method: string, path: string): string {
  if (method === 'GET') return 'look';
  if (method !== 'DELETE') return path.slice(path.lastIndexOf('/') + 1);
  return path === '' ? 'hangUp' : 'remove';
}

/** Everything that is not a call and not the keys. */
function documentAt(address: string, url: string): object | undefined {
  const path = new URL(address, url).pathname;
  const tenantId = path.split('/')[1] ?? '';
  if (path.endsWith('/oauth2/v2.0/token')) {
    return { token_type: 'Bearer', expires_in: 3_599, access_token: 'token-of-the-benchmark' };
  }
  if (/openid-?configuration$/i.test(path)) {
    return {
      issuer: `${url}/{tenantid}/v2.0`,
      jwks_uri: `${url}/keys`,
      authorization_endpoint: `${url}/${tenantId}/oauth2/v2.0/authorize`,
      token_endpoint: `${url}/${tenantId}/oauth2/v2.0/token`,
    };
  }
  if (path.startsWith('/v1.0/users')) {
    const value = [{ id: bench.targetId, displayName: 'Megan Bowen', accountEnabled: true }];
    return { value, '@odata.deltaLink': `${url}/v1.0/users/delta?$deltatoken=end` };
  }
  return undefined;
}
