import type { DoctorCheck } from '@switchboard/contract/admin/doctor';
import type { TenantId } from '@switchboard/domain/ids';
import type { EntraClientsForOperators } from '@switchboard/graph/auth/create-entra-clients';
import type { GraphClient } from '@switchboard/graph/client/graph-request';
import type { Fetch } from '@switchboard/graph/client/timed-fetch';
import type { Clock } from '@switchboard/kit/clock';
import type { Store } from '@switchboard/store/access/store';
import { readDirectorySettings } from '@switchboard/store/directory/settings';
import { readHosts } from '@switchboard/store/presence/subscriptions';
import { listOperators } from '@switchboard/store/tenants/tenants';
import type { Config } from '../config/config.ts';
import { checkCallback } from './admin-check-callback.ts';
import { checkCredential } from './admin-check-credential.ts';
import { checkDirectory, neededByDirectory } from './admin-check-directory.ts';
import { checkTokenKey } from './admin-check-token-key.ts';
import { checkDatabase, checkMigrations } from './admin-checks-database.ts';
import { checkGraph, checkNotificationKeys, checkSignIn } from './admin-checks-microsoft.ts';
import { checkQueues } from './admin-checks-queues.ts';
import { checkTenant } from './admin-checks-tenant.ts';

/** Looks whether calls can work. Changes nothing; what is wrong is found, never thrown. */
export interface DoctorChecks {
  /** What all tenants share, in the order in which a person mends it. */
  installation(): Promise<readonly DoctorCheck[]>;
  tenant(tenant: { readonly tenantId: TenantId; readonly name: string }): Promise<readonly DoctorCheck[]>;
}

export interface DoctorCheckParts {
  readonly config: Pick<Config, 'publicUrl' | 'databaseUrl' | 'sealKeys' | 'entra' | 'graph'>;
  readonly store: Store;
  readonly entra: Pick<EntraClientsForOperators, 'appToken' | 'adminConsentUrl' | 'operatorTokens'>;
  readonly graph: GraphClient;
  readonly clock: Clock;
  readonly fetch?: Fetch;
}

export function createDoctorChecks(parts: DoctorCheckParts): DoctorChecks {
  const { config, store, entra, clock } = parts;
  const { publicUrl, graph } = config;
  const web = { clock, fetch: parts.fetch ?? globalThis.fetch };
  const microsoft = {
    web,
    graphBaseUrl: graph.baseUrl,
    freshToken: (tenantId: TenantId) => entra.appToken(tenantId, { fresh: true }),
    consentUrl: (tenant: TenantId) =>
      entra.adminConsentUrl({ redirectUri: `${publicUrl}/`, state: 'consent', tenant }),
    consents: {
      graph: parts.graph,
      clientId: config.entra.clientId,
      tokens: entra.operatorTokens,
      operators: async (tenant: TenantId) =>
        (await listOperators(store, tenant)).map(({ operatorId }) => operatorId),
      signedIn: (tenant: TenantId) => readHosts(store, tenant, clock.now()),
    },
    neededByDirectory: async (tenant: TenantId) =>
      neededByDirectory(await readDirectorySettings(store, tenant)),
  };
  return {
    installation: () =>
      Promise.all([
        checkDatabase(store),
        checkMigrations(config.databaseUrl),
        checkCredential(config.entra, clock.now()),
        checkTokenKey(config),
        checkSignIn(config.entra.loginBaseUrl, web),
        checkGraph(graph.baseUrl, web),
        checkNotificationKeys(graph.notificationsOpenIdUrl, web),
        checkCallback(publicUrl, web),
      ]),
    async tenant(tenant) {
      const [access, people, queues] = await Promise.all([
        checkTenant(tenant, microsoft),
        checkDirectory(store, tenant),
        checkQueues(store, tenant, publicUrl),
      ]);
      return [...access, people, ...queues];
    },
  };
}
