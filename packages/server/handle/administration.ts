import type { OperatorView, PutOperator } from '@switchboard/contract/admin/operator';
import type { AddQueue, AdminQueueView } from '@switchboard/contract/admin/queue';
import type { AddTenant, TenantView } from '@switchboard/contract/admin/tenant';
import type { Prompt } from '@switchboard/domain/call/effect';
import { instanceId, type PersonId, queueId, type TenantId, tenantId } from '@switchboard/domain/ids';
import type { Operator } from '@switchboard/domain/operator/operator';
import { defaultTimes, type Queue } from '@switchboard/domain/queue/queue';
import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Store } from '@switchboard/store/access/store';
import {
  findOperator,
  findQueueByInstance,
  findTenant,
  listOperators,
  listQueues,
  listTenants,
  putOperator,
  putQueue,
  putTenant,
} from '@switchboard/store/tenants/tenants';

export interface AdministrationParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: IdSource;
  /** What a new queue plays: the greeting once, the music while a caller waits. */
  readonly defaultPrompts: { readonly greeting: Prompt; readonly music: Prompt };
}

export interface AdministrationRefusal {
  readonly code: 'tenantUnknown' | 'queueUnknown' | 'instanceTaken';
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

/** What was put, and whether it was not there before. */
export interface Put<View> {
  readonly isNew: boolean;
  readonly view: View;
}

type Outcome<T> = Promise<Result<T, AdministrationRefusal>>;

/** Tenants, their queues and their operators, as an administrator keeps them. What is changed counts at once. */
export interface Administration {
  tenants(): Promise<readonly TenantView[]>;
  putTenant(asked: AddTenant): Promise<Put<TenantView>>;
  queues(tenant: TenantId): Outcome<readonly AdminQueueView[]>;
  addQueue(tenant: TenantId, asked: AddQueue): Outcome<AdminQueueView>;
  operators(tenant: TenantId): Outcome<readonly OperatorView[]>;
  putOperator(tenant: TenantId, person: PersonId, asked: PutOperator): Outcome<Put<OperatorView>>;
}

export function createAdministration(parts: AdministrationParts): Administration {
  const { store, clock } = parts;
  return {
    tenants: () => listTenants(store),
    async putTenant(asked) {
      const view = { tenantId: tenantId(asked.tenantId), name: asked.name };
      const isNew = (await findTenant(store, view.tenantId)) === undefined;
      await putTenant(store, view, clock.now());
      return { isNew, view };
    },
    queues: (tenant) =>
      ofKnown(store, tenant, async () => ok((await listQueues(store, tenant)).map(presentQueue))),
    addQueue: (tenant, asked) => ofKnown(store, tenant, () => addQueue(parts, tenant, asked)),
    operators: (tenant) =>
      ofKnown(store, tenant, async () => ok((await listOperators(store, tenant)).map(presentOperator))),
    putOperator: (tenant, person, asked) =>
      ofKnown(store, tenant, () => changeOperator(store, tenant, person, asked)),
  };
}

async function ofKnown<T>(store: Store, tenant: TenantId, work: () => Outcome<T>): Outcome<T> {
  if ((await findTenant(store, tenant)) !== undefined) return await work();
  return refused({
    code: 'tenantUnknown',
    field: 'tenantId',
    message: `There is no tenant ${tenant} here`,
    remedy: 'add it first, or look up its id in the list of tenants',
  });
}

async function addQueue(
  { store, newId, defaultPrompts }: AdministrationParts,
  tenant: TenantId,
  asked: AddQueue,
): Outcome<AdminQueueView> {
  const { greeting, music } = defaultPrompts;
  const instance = instanceId(asked.instanceId);
  const holder = await findQueueByInstance(store, tenant, instance);
  if (holder !== undefined) return refused(instanceTaken(instance, holder.name));
  const queue: Queue = {
    tenantId: tenant,
    queueId: queueId(newId()),
    name: asked.name,
    instanceId: instance,
    ...(asked.number === undefined ? {} : { number: asked.number }),
    settings: { ...timesOf(asked.times), music, ...(asked.greeting === false ? {} : { greeting }) },
  };
  try {
    await putQueue(store, queue);
  } catch (error) {
    // Somebody else added it between our look and our write: the table's unique key decides.
    const first = isUniqueViolation(error) ? await findQueueByInstance(store, tenant, instance) : undefined;
    if (first === undefined) throw error;
    return refused(instanceTaken(instance, first.name));
  }
  return ok(presentQueue(queue));
}

function timesOf(asked: AddQueue['times']): AdminQueueView['times'] {
  return {
    operatorRing: asked?.operatorRing ?? defaultTimes.operatorRing,
    transferRing: asked?.transferRing ?? defaultTimes.transferRing,
    settle: asked?.settle ?? defaultTimes.settle,
    check: asked?.check ?? defaultTimes.check,
  };
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';

const instanceTaken = (instance: string, name: string): AdministrationRefusal => ({
  code: 'instanceTaken',
  field: 'instanceId',
  message: `The queue ${JSON.stringify(name)} already answers the application instance ${instance}`,
  remedy: 'make an application instance of its own for each queue',
});

async function changeOperator(
  store: Store,
  tenant: TenantId,
  person: PersonId,
  asked: PutOperator,
): Outcome<Put<OperatorView>> {
  const known = new Set<string>((await listQueues(store, tenant)).map((queue) => queue.queueId));
  const unknown = asked.queueIds.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    return refused({
      code: 'queueUnknown',
      field: 'queueIds',
      message: `This tenant has no queue ${unknown.map((id) => JSON.stringify(id)).join(', ')}`,
      remedy: 'look up the ids in the list of its queues',
    });
  }
  const operator: Operator = {
    tenantId: tenant,
    operatorId: person,
    name: asked.name,
    userPrincipalName: asked.userPrincipalName,
    queueIds: asked.queueIds.map(queueId),
  };
  const isNew = (await findOperator(store, tenant, person)) === undefined;
  await putOperator(store, operator);
  return ok({ isNew, view: presentOperator(operator) });
}

function presentQueue({ queueId, name, instanceId, number, settings }: Queue): AdminQueueView {
  const { greeting, operatorRing, transferRing, settle, check } = settings;
  return {
    queueId,
    name,
    instanceId,
    ...(number === undefined ? {} : { number }),
    greeting: greeting !== undefined,
    times: { operatorRing, transferRing, settle, check },
  };
}

const presentOperator = ({ operatorId, name, userPrincipalName, queueIds }: Operator): OperatorView => ({
  personId: operatorId,
  name,
  userPrincipalName,
  queueIds: [...queueIds],
});
