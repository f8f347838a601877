import { tenantId } from '@switchboard/domain/ids';
import { createEntraClients } from '@switchboard/graph/auth/create-entra-clients';
import { createGraphClient } from '@switchboard/graph/client/create-graph-client';
import { must } from '@switchboard/kit/assert';
import { createClock } from '@switchboard/kit/clock';
import { silentLogger as log } from '@switchboard/kit/logger';
import { openPeople, operatorOf } from '@switchboard/server/people/people-stage.testing';
import { startSimulator } from '@switchboard/simulator/start';
import { setFilled } from '@switchboard/store/testing/enter-people.testing';
import { olga, tenantStores } from '@switchboard/store/testing/sample-tenant.testing';
import { expect, onTestFinished, test, vi } from 'vitest';

const clock = createClock({ now: Date.now, setTimeout, clearTimeout });

/** A server that has read nobody yet, and a Microsoft that has everybody. */
async function beforeTheFirstReading() {
  const simulator = await startSimulator({ people: 200, log });
  onTestFinished(() => simulator.stop());
  const { contoso, url } = simulator;
  const entra = createEntraClients({
    loginBaseUrl: url,
    clientId: contoso.applicationId,
    secret: contoso.clientSecret,
    clock,
    log,
  });
  const graph = createGraphClient({
    baseUrl: `${url}/v1.0`,
    token: entra.appToken,
    clock,
    log,
    timeoutMs: 10_000,
  });
  const { store } = await tenantStores();
  await setFilled(store, false);
  const people = await openPeople(store, {
    answering: (request) => graph.request({ ...request, tenantId: tenantId(contoso.tenantId) }),
  });
  const operator = await operatorOf(store, olga);
  const find = (text: string) => people.search(operator, { text });
  return { simulator, find, named: must(simulator.world.directory.find(contoso.people.eva), 'Eva') };
}

test('before the first reading is over a colleague is found at Microsoft, and stays found when it is away', async () => {
  const { simulator, find, named } = await beforeTheFirstReading();
  // The first answer may take longer than an operator waits: it counts for the next key.
  await vi.waitFor(
    async () => expect((await find(named.displayName))?.people[0]?.personId).toBe(named.id.toLowerCase()),
    { timeout: 20_000, interval: 200 },
  );
  const found = await find(named.displayName);
  expect(found).toMatchObject({
    forwarded: 'merged',
    people: [{ name: named.displayName, source: 'directory' }],
  });
  expect(found?.people[0]?.can).toContain('call');
  await simulator.stop();
  expect((await find(named.displayName.toUpperCase()))?.people[0]?.name).toBe(named.displayName);
});
