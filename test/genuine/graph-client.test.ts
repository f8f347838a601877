import {
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import {
  AuthenticationHandler,
  Client,
  type Context,
  GraphError,
  type Middleware,
  PageIterator,
  RetryHandler,
} from '@microsoft/microsoft-graph-client';
import { must } from '@switchboard/kit/assert';
import { silentLogger } from '@switchboard/kit/logger';
import { type Simulator, startSimulator } from '@switchboard/simulator/start';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createTrustingFetch, type TrustingFetch } from './trusting-fetch.testing.ts';

let simulator: Simulator;
let msal: ConfidentialClientApplication;
let client: Client;
let trustingFetch: TrustingFetch;

/** The last link of the Graph client's chain, in place of its own that uses the global fetch. */
class TrustingHttpHandler implements Middleware {
  async execute(context: Context): Promise<void> {
    const { method, headers, body } = context.options ?? {};
    context.response = await trustingFetch(
      typeof context.request === 'string' ? context.request : context.request.url,
      {
        method,
        headers: Object.fromEntries(new Headers(headers as Record<string, string> | undefined)),
        body: typeof body === 'string' ? body : undefined,
      },
    );
  }
}

/** The same for MSAL, which then discovers everything by itself over https. */
async function send<T>(
  method: string,
  url: string,
  options?: NetworkRequestOptions,
): Promise<NetworkResponse<T>> {
  const response = await trustingFetch(url, { method, headers: options?.headers, body: options?.body });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: (await response.json()) as T,
  };
}
const networkClient: INetworkModule = {
  sendGetRequestAsync: (url, options) => send('GET', url, options),
  sendPostRequestAsync: (url, options) => send('POST', url, options),
};

const newToken = async (): Promise<string> => {
  const result = await msal.acquireTokenByClientCredential({
    scopes: ['https://graph.microsoft.com/.default'],
  });
  return must(result, 'a token').accessToken;
};

function clientFor(baseUrl: string, customHosts: Set<string>): Client {
  const authentication = new AuthenticationHandler({ getAccessToken: newToken });
  const retry = new RetryHandler();
  authentication.setNext(retry);
  retry.setNext(new TrustingHttpHandler());
  return Client.initWithMiddleware({
    baseUrl,
    middleware: authentication,
    customHosts,
  });
}

beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, people: 120, tls: true, log: silentLogger });
  trustingFetch = createTrustingFetch(must(simulator.certificateAuthority, 'the certificate authority'));
  const tlsUrl = must(simulator.tlsUrl, 'the https address');
  const { tenantId, applicationId, clientSecret } = simulator.contoso;
  msal = new ConfidentialClientApplication({
    auth: {
      clientId: applicationId,
      clientSecret,
      authority: `${tlsUrl}/${tenantId}`,
      knownAuthorities: [new URL(tlsUrl).host],
    },
    system: { networkClient },
  });
  // The host without its port: the client cuts the port off before it compares.
  client = clientFor(tlsUrl, new Set(['localhost']));
});
afterAll(() => simulator.stop());

const pageSchema = z.object({
  value: z.array(z.object({ id: z.string(), displayName: z.string() })),
  '@odata.nextLink': z.string(),
});

describe('@microsoft/microsoft-graph-client', () => {
  test('lists the people page by page', async () => {
    const first = pageSchema.parse(await client.api('/users').select(['id', 'displayName']).top(50).get());
    expect(first.value).toHaveLength(50);
    const ids = new Set<string>();
    const collect = (person: { readonly id: string }): boolean => ids.add(person.id).size > 0;
    await new PageIterator(client, first, collect).iterate();
    expect(ids.size).toBe(simulator.world.directory.end);
  });

  test('searches as the directory wants it', async () => {
    const found = await client
      .api('/users')
      .header('ConsistencyLevel', 'eventual')
      .search('"displayName:de Vries"')
      .count(true)
      .select(['id', 'displayName'])
      .get();
    const names = pageSchema
      .pick({ value: true })
      .parse(found)
      .value.map(({ displayName }) => displayName);
    expect(names).toContain('Jan de Vries');
  });

  test('reads the presence of one and of many', async () => {
    const { jan, eva } = simulator.contoso.people;
    expect(await client.api(`/users/${jan}/presence`).get()).toMatchObject({
      id: jan,
      availability: 'Available',
    });
    const many = await client.api('/communications/getPresencesByUserId').post({ ids: [jan, eva] });
    expect(many.value.map(({ id }: { readonly id: string }) => id)).toEqual([jan, eva]);
  });

  test('gets a Graph error with status and code for somebody who is not there', async () => {
    const asked = client.api('/users/nobody@contoso.example').get();
    await expect(asked).rejects.toBeInstanceOf(GraphError);
    await expect(asked).rejects.toMatchObject({ statusCode: 404, code: 'Request_ResourceNotFound' });
  });

  test('sends no token to a host that is not named, so it is turned away', async () => {
    const stranger = clientFor(
      must(simulator.tlsUrl, 'the https address'),
      new Set(['graph.contoso.example']),
    );
    await expect(stranger.api('/users').get()).rejects.toMatchObject({ statusCode: 401 });
  });

  test('trusts nothing without the certificate authority', async () => {
    const stranger = fetch(`${simulator.tlsUrl}/v1.0/users`);
    await expect(stranger).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/CERT|SELF_SIGNED|VERIFY/) },
    });
  });
});
