import { type DirectorySettings, fromTeams } from '@switchboard/domain/directory/directory-settings';
import {
  instanceId,
  personId,
  type QueueId,
  queueId,
  type TenantId,
  tenantId,
} from '@switchboard/domain/ids';
import {
  noSwitches,
  type Queue,
  type QueueSwitches,
  type StoredSettings,
  withDefaults,
} from '@switchboard/domain/queue/queue';
import type { Store } from '@switchboard/store/access/store';
import { changeDirectorySettings } from '@switchboard/store/directory/settings';
import { switchQueue } from '@switchboard/store/queues/switch-queue';
import { listSounds } from '@switchboard/store/sounds/sounds';
import { administerTenant, writeQueue } from '@switchboard/store/tenants/administer-tenant';
import { findTenant, listQueues, putOperator, putTenant } from '@switchboard/store/tenants/tenants';
import { atCurrentAddresses, type ShippedSounds, shelfOf } from '../handle/administration-shelf.ts';

/** A tenant to begin with, as an installation's administrator would enter it. */
export interface Seed {
  readonly tenant: { readonly id: string; readonly name: string };
  readonly queues: readonly SeedQueue[];
  readonly operators: readonly {
    readonly id: string;
    readonly name: string;
    readonly userPrincipalName: string;
  }[];
}

interface SeedQueue {
  readonly id: string;
  readonly name: string;
  readonly instance: string;
  readonly number: string;
}

/** What a directory shows at first, to show what directories can show. */
const firstDirectory: Partial<DirectorySettings> = {
  otherPhone: 'extensionAttribute1',
  teamsNumber: fromTeams,
  extra: [{ label: 'Cost centre', property: 'extensionAttribute2' }],
};

/** How a queue is set up at first. */
export interface FirstSettings {
  readonly settings: Partial<StoredSettings>;
  readonly switches?: QueueSwitches;
}

/**
 * Enters the tenant, its queues, and its operators, who answer all of them. Of a queue that is there already the
 * settings stay as somebody has changed them since, as do those of the directory; only its sounds are looked for where they are now.
 *
 * @param first how queues are set up, by their ids; others play the greeting and the music, and are open always
 */
export async function seedTenant(
  store: Store,
  seed: Seed,
  prompts: ShippedSounds,
  now: number,
  first: Readonly<Record<string, FirstSettings>> = {},
): Promise<TenantId> {
  const tenant = tenantId(seed.tenant.id);
  const isNew = (await findTenant(store, tenant)) === undefined;
  await putTenant(store, { tenantId: tenant, name: seed.tenant.name }, now);
  if (isNew)
    await changeDirectorySettings(store, tenant, now, (before) => ({ ...before, ...firstDirectory }));
  await seedQueues(store, tenant, seed.queues, { prompts, now, first });
  for (const { id, name, userPrincipalName } of seed.operators) {
    await putOperator(store, {
      tenantId: tenant,
      operatorId: personId(id),
      name,
      userPrincipalName,
      queueIds: seed.queues.map((queue) => queueId(queue.id)),
    });
  }
  return tenant;
}

interface Beginning {
  readonly prompts: ShippedSounds;
  readonly now: number;
  readonly first: Readonly<Record<string, FirstSettings>>;
}

async function seedQueues(
  store: Store,
  tenant: TenantId,
  queues: Seed['queues'],
  { prompts, now, first }: Beginning,
): Promise<void> {
  const { greeting, music } = prompts;
  const shelf = shelfOf(tenant, prompts, await listSounds(store, tenant));
  const added: QueueId[] = [];
  await administerTenant(store, tenant, async (tx) => {
    const known = new Map((await listQueues(tx, tenant)).map((queue) => [queue.queueId, queue]));
    for (const { id, name, instance, number } of queues) {
      const before = known.get(queueId(id));
      const { settings = {} } = first[id] ?? {};
      const queue: Queue = {
        ...(before ?? {
          tenantId: tenant,
          queueId: queueId(id),
          name,
          settings: withDefaults({ greeting, music, ...settings }),
          switches: noSwitches,
        }),
        instanceId: instanceId(instance),
        number,
      };
      await writeQueue(tx, { ...queue, settings: atCurrentAddresses(queue.settings, shelf) }, now);
      if (before === undefined) added.push(queue.queueId);
    }
  });
  for (const id of added) {
    const switches = first[id]?.switches;
    if (switches !== undefined) await switchQueue(store, tenant, id, { switches, now });
  }
}
