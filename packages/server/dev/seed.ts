import { instanceId, personId, queueId, type TenantId, tenantId } from '@switchboard/domain/ids';
import { defaultTimes } from '@switchboard/domain/queue/queue';
import type { Store } from '@switchboard/store/access/store';
import { putOperator, putQueue, putTenant } from '@switchboard/store/tenants/tenants';
import type { PromptLibrary } from '../media/prompts.ts';

/** A tenant to begin with, as an installation's administrator would enter it. */
export interface Seed {
  readonly tenant: { readonly id: string; readonly name: string };
  readonly queues: readonly {
    readonly id: string;
    readonly name: string;
    readonly instance: string;
    readonly number: string;
  }[];
  readonly operators: readonly {
    readonly id: string;
    readonly name: string;
    readonly userPrincipalName: string;
  }[];
}

/** Enters the tenant, its queues, and its operators, who answer all of them. What is there already is kept current. */
export async function seedTenant(
  store: Store,
  seed: Seed,
  prompts: PromptLibrary,
  now: number,
): Promise<TenantId> {
  const tenant = tenantId(seed.tenant.id);
  await putTenant(store, { tenantId: tenant, name: seed.tenant.name }, now);
  const { greeting, music } = prompts;
  for (const { id, name, instance, number } of seed.queues) {
    await putQueue(store, {
      tenantId: tenant,
      queueId: queueId(id),
      name,
      instanceId: instanceId(instance),
      number,
      settings: { ...defaultTimes, greeting, music },
    });
  }
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
