import { createHash } from 'node:crypto';
import { type DirectorySettings, fromTeams } from '@switchboard/domain/directory/directory-settings';
import { personId, tenantId } from '@switchboard/domain/ids';
import { createEntraClients } from '@switchboard/graph/auth/create-entra-clients';
import { createGraphClient } from '@switchboard/graph/client/create-graph-client';
import { must } from '@switchboard/kit/assert';
import { type Clock, ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { createDirectorySync } from '@switchboard/server/jobs/directory/directory-sync';
import { createPersonalContactsSync } from '@switchboard/server/jobs/directory/personal-contacts-sync';
import { startSimulator } from '@switchboard/simulator/start';
import { consoleCame } from '@switchboard/store/access/sessions';
import { openStore } from '@switchboard/store/access/store';
import { countDirectory, readDirectoryProgress } from '@switchboard/store/directory/progress';
import { changeDirectorySettings } from '@switchboard/store/directory/settings';
import { wakeDirectory } from '@switchboard/store/directory/wake-directory';
import { findPeople } from '@switchboard/store/people/people';
import { readMailboxStates, readPersonalContacts } from '@switchboard/store/people/personal-contacts';
import { putOperator, putTenant } from '@switchboard/store/tenants/tenants';
import { testDatabase } from '@switchboard/store/testing/test-database';
import { expect, onTestFinished, test, vi } from 'vitest';
import { signInByPage } from '../genuine/entra-server.testing.ts';

const log = silentLogger;
const day = 24 * 3_600_000;
const patience = { timeout: 30_000, interval: 200 };

/** Time goes on by itself, and jumps when it is told to. */
function jumpingClock(): Clock & { jump(milliseconds: number): void } {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    after(milliseconds, task) {
      const handle = setTimeout(task, milliseconds);
      return () => clearTimeout(handle);
    },
    jump: (milliseconds) => void (ahead += milliseconds),
  };
}

/** A server's reading of the directory, and the simulated tenant that it reads. */
async function office(settings: Partial<DirectorySettings> = {}) {
  const clock = jumpingClock();
  const worldClock = new ManualClock(Date.now());
  const simulator = await startSimulator({
    people: 250,
    log,
    clock: worldClock,
    settings: { deltaPageSize: 50 },
  });
  const database = await testDatabase();
  const store = openStore(database.url, log, 8);
  const stop = new AbortController();
  const { contoso, url } = simulator;
  const tenant = tenantId(contoso.tenantId);
  const entra = createEntraClients({
    loginBaseUrl: url,
    clientId: contoso.applicationId,
    secret: contoso.clientSecret,
    clock,
    log,
  });
  const baseUrl = `${url}/v1.0`;
  const graph = createGraphClient({ baseUrl, token: entra.appToken, clock, log, timeoutMs: 5_000 });
  await putTenant(store, { tenantId: tenant, name: 'Contoso' }, 1);
  await changeDirectorySettings(store, tenant, 1, (before) => ({ ...before, ...settings }));
  const parts = { store, clock, log, graph, owner: 1, ring: () => undefined };
  const services = [
    createDirectorySync(parts),
    createPersonalContactsSync({
      ...parts,
      newId: () => crypto.randomUUID(),
      operatorTokens: entra.operatorTokens,
    }),
  ];
  const done = services.map((service) => service.run(stop.signal));
  onTestFinished(async () => {
    stop.abort();
    await Promise.all(done);
    await simulator.stop();
    await store.destroy();
    await database.drop();
  });
  const person = async (id: string) => (await findPeople(store, tenant, [personId(id)]))[0];
  const isReady = () =>
    vi.waitFor(async () => {
      expect(await readDirectoryProgress(store, tenant)).toMatchObject({ state: 'ready' });
    }, patience);
  const wake = async (): Promise<void> => {
    clock.jump(5_000);
    await wakeDirectory(store, tenant, clock.now());
  };
  return { simulator, worldClock, clock, store, tenant, entra, person, isReady, wake };
}

test('the whole tenant is read with its extras, and follows every change', async () => {
  const { simulator, store, tenant, person, isReady, wake } = await office({
    otherPhone: 'extensionAttribute1',
    teamsNumber: fromTeams,
    extra: [{ label: 'Cost centre', property: 'extensionAttribute2' }],
  });
  const { directory } = simulator.world;
  await isReady();
  const shown = [...directory.all()].filter(
    ({ kind, accountEnabled, isHidden }) => kind !== 'resource' && accountEnabled && !isHidden,
  );
  await vi.waitFor(async () => {
    const { directory: count, organisation } = await countDirectory(store, tenant);
    expect([count, organisation > 0]).toEqual([shown.length, true]);
  }, patience);
  const mapped = must(
    shown.find(({ extensionAttributes }) => extensionAttributes['extensionAttribute1'] !== undefined),
    'somebody with a second number',
  );
  expect(await person(mapped.id)).toMatchObject({
    name: mapped.displayName,
    otherPhone: mapped.extensionAttributes['extensionAttribute1'],
    extra: [{ label: 'Cost centre', value: mapped.extensionAttributes['extensionAttribute2'] }],
  });
  const { eva } = simulator.contoso.people;
  await vi.waitFor(async () => expect(await person(eva)).toHaveProperty('teamsNumber'), patience);

  directory.update(mapped.id, { department: 'Deep Sea', accountEnabled: true });
  await wake();
  await vi.waitFor(
    async () => expect(await person(mapped.id)).toMatchObject({ department: 'Deep Sea' }),
    patience,
  );
  directory.remove(mapped.id, false);
  await wake();
  await vi.waitFor(async () => expect(await person(mapped.id)).toBeUndefined(), patience);
  expect(await countDirectory(store, tenant)).toMatchObject({ former: 1, directory: shown.length - 1 });
  directory.restore(mapped.id);
  await wake();
  await vi.waitFor(async () => expect(await person(mapped.id)).toBeDefined(), patience);
  directory.update(mapped.id, { accountEnabled: false });
  await wake();
  await vi.waitFor(async () => expect(await person(mapped.id)).toBeUndefined(), patience);
  expect(await countDirectory(store, tenant)).toMatchObject({ former: 0 });
});

test('after a token that Microsoft knows no more, and with everything told twice, everybody is here', async () => {
  const { simulator, worldClock, store, tenant, person, isReady, wake } = await office();
  await isReady();
  const before = await countDirectory(store, tenant);
  const { eva } = simulator.contoso.people;
  simulator.faults.set({ replay: { probability: 1, changes: 20 } });
  simulator.world.directory.update(eva, { jobTitle: 'Diver' });
  worldClock.advance(8 * day);
  await wake();
  await vi.waitFor(async () => expect(await person(eva)).toMatchObject({ jobTitle: 'Diver' }), patience);
  await isReady();
  expect(await countDirectory(store, tenant)).toEqual(before);
});

test('an operator who signed in has their own contacts', async () => {
  const { simulator, store, tenant, entra } = await office();
  const eva = personId(simulator.contoso.people.eva);
  const codeVerifier = 'v'.repeat(64);
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  const redirectUri = 'http://localhost:3000/auth/callback';
  const scopes = ['Contacts.Read'];
  const url = await entra.signInUrl({ redirectUri, state: 's', nonce: 'n', codeChallenge, scopes });
  const code = (await signInByPage(url, eva)).get('code') ?? '';
  await entra.redeemCode({ code, redirectUri, codeVerifier, nonce: 'n', scopes });
  const operator = { name: 'Eva Berg', userPrincipalName: 'eva@contoso.example', queueIds: [] };
  await putOperator(store, { tenantId: tenant, operatorId: eva, ...operator });
  await consoleCame(store, { connectionId: 'c', tenantId: tenant, operatorId: eva, owner: 1 });
  await vi.waitFor(async () => {
    const state = (await readMailboxStates(store, tenant, [eva])).get(eva);
    expect(state).toMatchObject({ state: 'ready' });
  }, patience);
  const contacts = await readPersonalContacts(store, tenant, eva, 1_000);
  expect(contacts.length).toBeGreaterThan(0);
});
