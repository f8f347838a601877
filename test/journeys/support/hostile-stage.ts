import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { instanceId, personId, queueId, tenantId } from '@switchboard/domain/ids';
import { silentLogger } from '@switchboard/kit/logger';
import { startServer } from '@switchboard/server/context';
import { seedTenant } from '@switchboard/server/dev/seed';
import { createPrompts } from '@switchboard/server/media/prompts';
import { type Simulator, startSimulator } from '@switchboard/simulator/start';
import type { Store } from '@switchboard/store/access/store';
import { putOperator, putQueue, putTenant } from '@switchboard/store/tenants/tenants';
import { testDatabase } from '@switchboard/store/testing/test-database';
import { freePort } from './free-port.ts';
import { type HostileTokens, openHostileTokens } from './hostile-tokens.ts';
import { openSession } from './open-session.ts';

/** A second customer, who has no business with Contoso's calls. */
export const fabrikam = {
  tenantId: 'fab71ca0-0000-4000-8000-000000000001',
  operatorId: 'fab71ca0-0000-4000-8000-0000000000e1',
  instanceId: 'fab71ca0-0000-4000-8000-000000000100',
} as const;

/** Everything in this process: a server with two customers, one simulated Microsoft 365, tokens good and bad. */
export interface HostileStage {
  readonly url: string;
  readonly store: Store;
  readonly simulator: Simulator;
  readonly tokens: HostileTokens;
  /** The cookie value of a signed-in operator. */
  session(of: 'eva' | 'fabrikam', lifetime?: number): Promise<string>;
  stop(): Promise<void>;
}

export async function openHostileStage(): Promise<HostileStage> {
  const database = await testDatabase();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const simulator = await startSimulator({ people: 60, webhook: `${url}/api/calls`, log: silentLogger });
  const { contoso } = simulator;
  const tokens = await openHostileTokens(simulator.url, {
    audience: contoso.applicationId,
    tenantId: contoso.tenantId,
  });
  const searchFolder = await mkdtemp(path.join(tmpdir(), 'switchboard-search-'));
  const server = await startServer(
    {
      host: '127.0.0.1',
      port,
      publicUrl: url,
      databaseUrl: database.url,
      logLevel: 'error',
      search: { folder: searchFolder, budget: 2 ** 26 },
      entra: {
        loginBaseUrl: simulator.url,
        clientId: contoso.applicationId,
        secret: contoso.clientSecret,
      },
      graph: {
        baseUrl: `${simulator.url}/v1.0`,
        notificationsOpenIdUrl: tokens.openIdUrl,
        notificationIssuers: ['https://graph.microsoft.com'],
      },
    },
    silentLogger,
  );
  const { store } = server;
  await seed(store, simulator, url);
  return {
    url,
    store,
    simulator,
    tokens,
    session: (of, lifetime) => openSession(store, operatorOf(of, simulator), lifetime),
    async stop() {
      await server.stop();
      await tokens.stop();
      await simulator.stop();
      await database.drop();
      await rm(searchFolder, { recursive: true, force: true });
    },
  };
}

async function seed(store: Store, { contoso }: Simulator, url: string): Promise<void> {
  const prompts = createPrompts(url);
  const { reception } = contoso.queues;
  await seedTenant(
    store,
    {
      tenant: { id: contoso.tenantId, name: contoso.tenantName },
      queues: [{ id: 'reception', name: 'Reception', instance: reception.id, number: reception.number }],
      operators: [{ id: contoso.people.eva, name: 'Eva', userPrincipalName: 'eva@contoso.example' }],
    },
    prompts,
    Date.now(),
  );
  const tenant = tenantId(fabrikam.tenantId);
  await putTenant(store, { tenantId: tenant, name: 'Fabrikam' }, Date.now());
  await putQueue(store, {
    tenantId: tenant,
    queueId: queueId('front-desk'),
    name: 'Front Desk',
    instanceId: instanceId(fabrikam.instanceId),
    settings: { music: prompts.music },
  });
  await putOperator(store, {
    tenantId: tenant,
    operatorId: personId(fabrikam.operatorId),
    name: 'Fay',
    userPrincipalName: 'fay@fabrikam.example',
    queueIds: [queueId('front-desk')],
  });
}

const operatorOf = (of: 'eva' | 'fabrikam', { contoso }: Simulator) =>
  of === 'eva'
    ? { tenantId: tenantId(contoso.tenantId), operatorId: personId(contoso.people.eva) }
    : { tenantId: tenantId(fabrikam.tenantId), operatorId: personId(fabrikam.operatorId) };
