import { get } from 'node:https';
import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterEach, expect, test } from 'vitest';
import { Listener } from './graph-api/listener.testing.ts';
import { type Simulator, startSimulator } from './start.ts';

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop();
});

async function start(options: Partial<Parameters<typeof startSimulator>[0]> = {}): Promise<Simulator> {
  const simulator = await startSimulator({ people: 50, log: silentLogger, ...options });
  running.push(simulator);
  return simulator;
}

async function appToken({ url, contoso }: Simulator): Promise<string> {
  const response = await fetch(`${url}/${contoso.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: contoso.applicationId,
      client_secret: contoso.clientSecret,
      scope: 'https://graph.microsoft.com/.default',
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}

test('with a genuine token a call is announced by a genuine notification, answered and heard', async () => {
  const clock = new ManualClock(Date.now());
  const listener = new Listener();
  await listener.start();
  running.push(listener);
  const simulator = await start({ clock });
  simulator.setWebhook(`${listener.url}/calls`);
  const { contoso, control, url } = simulator;
  const line = control.dial({ from: '+442079460999', to: contoso.queues.reception.number });
  await simulator.settled();

  const configuration = await fetch(`${url}/v1/.well-known/OpenIdConfiguration`);
  const { jwks_uri: keys } = (await configuration.json()) as { jwks_uri: string };
  const jwt = listener.heard[0]?.authorization?.replace('Bearer ', '') ?? '';
  const { payload } = await jwtVerify(jwt, createRemoteJWKSet(new URL(keys)), {
    issuer: 'https://graph.microsoft.com',
    audience: contoso.applicationId,
  });
  expect(payload.tid).toBe(contoso.tenantId);

  const headers = {
    authorization: `Bearer ${await appToken(simulator)}`,
    'content-type': 'application/json',
  };
  const call = `${url}/v1.0${listener.items()[0]?.resourceUrl ?? ''}`;
  const body = JSON.stringify({
    callbackUri: `${listener.url}/calls/one`,
    mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' },
  });
  expect((await fetch(`${call}/answer`, { method: 'POST', headers, body })).status).toBe(202);
  await simulator.settled();
  expect(listener.story()).toEqual(['created incoming', 'updated establishing', 'updated established']);
  expect(control.truth().lines).toMatchObject([{ id: line.ok && line.value.id, state: 'connected' }]);
  const users = await fetch(`${url}/v1.0/users?$top=1`, { headers });
  expect(users.status).toBe(200);
});

test('https is served with a certificate that its own authority vouches for, and links name it', async () => {
  const simulator = await start({ tls: true });
  const address = `${simulator.tlsUrl ?? ''}/${simulator.contoso.tenantId}/v2.0/.well-known/openid-configuration`;
  const text = await new Promise<string>((resolve, reject) => {
    const request = get(address, { ca: simulator.certificateAuthority, agent: false }, (response) => {
      response.setEncoding('utf8').on('data', resolve).on('error', reject);
    });
    request.on('error', reject);
  });
  expect(text).toContain(`"issuer":"${simulator.tlsUrl ?? ''}/${simulator.contoso.tenantId}/v2.0"`);
});

test('the dial is there by code and by HTTP, from the start and later', async () => {
  const simulator = await start({ faults: { drop: { probability: 0.5 } } });
  simulator.faults.set({ double: { next: 3 } });
  const view = (await (await fetch(`${simulator.url}/control/faults`)).json()) as { settings: unknown };
  expect(view.settings).toMatchObject({ drop: { probability: 0.5 }, double: { next: 3 } });
  expect(await (await fetch(`${simulator.url}/control/calls`)).json()).toEqual([]);
});

test('an encrypted connection is cut too', async () => {
  const simulator = await start({ tls: true, faults: { reset: { next: 1 } } });
  const headers = { authorization: `Bearer ${await appToken(simulator)}` };
  const options = { ca: simulator.certificateAuthority, agent: false, headers };
  const code = await new Promise((resolve) => {
    const request = get(`${simulator.tlsUrl ?? ''}/v1.0/users`, options, (response) =>
      resolve(response.statusCode),
    );
    request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
  });
  expect(code).toBe('ECONNRESET');
});

test('a request that is left without an answer does not keep the simulator from stopping', async () => {
  const simulator = await start({ faults: { silence: { next: 1 } } });
  const headers = { authorization: `Bearer ${await appToken(simulator)}` };
  const asked = fetch(`${simulator.url}/v1.0/users`, { headers }).then(
    () => 'answered',
    (error: unknown) => String(error),
  );
  while (simulator.faults.done.silence === 0) await new Promise((resolve) => setImmediate(resolve));
  await simulator.stop();
  expect(await asked).toContain('fetch failed');
});

test('a simulator starts with a hundred thousand people', async () => {
  const simulator = await start({ people: 100_000 });
  expect(simulator.world.directory.end).toBe(100_000);
});

test('a port in use is told as such', async () => {
  const { url } = await start();
  await expect(start({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('after stop nothing answers and no scenario calls any more', async () => {
  const simulator = await start({ scenario: { callsPerMinute: 1_000 } });
  await simulator.stop();
  await expect(fetch(simulator.url)).rejects.toThrow();
});
