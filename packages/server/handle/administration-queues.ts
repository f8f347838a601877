import type {
  AddQueue,
  AdminQueueView,
  ChangeQueue,
  QueueChanged,
  SwitchQueueByAdmin,
} from '@switchboard/contract/admin/queue';
import type { QueueSettingsPatch } from '@switchboard/contract/admin/queue-settings';
import { instanceId, type QueueId, queueId, type TenantId } from '@switchboard/domain/ids';
import { noSwitches, type Queue, type QueueSettings, withDefaults } from '@switchboard/domain/queue/queue';
import { ok, type Refused, type Result, refused } from '@switchboard/kit/result';
import { findPeople } from '@switchboard/store/people/people';
import { switchQueue } from '@switchboard/store/queues/switch-queue';
import { listSounds, removeSounds } from '@switchboard/store/sounds/sounds';
import {
  administerTenant,
  countBusiness,
  removeQueue,
  type TenantWork,
  writeQueue,
} from '@switchboard/store/tenants/administer-tenant';
import { listQueues } from '@switchboard/store/tenants/tenants';
import { madeSoundsOf } from './administration-announcement.ts';
import { type AdministrationParts, readShelf } from './administration-parts.ts';
import { presentQueue } from './administration-present.ts';
import { type AdministrationRefusal, type Outcome, queueUnknown } from './administration-refusal.ts';
import { patchSettings, peopleNamedBy } from './administration-settings.ts';
import { atCurrentAddresses } from './administration-shelf.ts';
import { queueWarnings } from './administration-warnings.ts';

export async function showQueue(
  { store }: AdministrationParts,
  tenant: TenantId,
  id: string,
): Outcome<AdminQueueView> {
  const queue = (await listQueues(store, tenant)).find((each) => each.queueId === id);
  return queue === undefined ? queueUnknown(id) : ok(presentQueue(queue));
}

export async function addQueue(
  parts: AdministrationParts,
  tenant: TenantId,
  asked: AddQueue,
): Outcome<QueueChanged> {
  const { greeting, music } = parts.defaultPrompts;
  return await administerTenant(parts.store, tenant, async (tx) => {
    const queues = await listQueues(tx, tenant);
    const added: Queue = {
      tenantId: tenant,
      queueId: queueId(parts.newId()),
      name: asked.name,
      instanceId: instanceId(asked.instanceId),
      ...(asked.number === undefined ? {} : { number: asked.number }),
      settings: withDefaults({ greeting, music }),
      switches: noSwitches,
    };
    return await keep({ parts, tx, queues }, added, asked.settings);
  });
}

export async function changeQueue(
  parts: AdministrationParts,
  tenant: TenantId,
  id: string,
  asked: ChangeQueue,
): Outcome<QueueChanged> {
  return await administerTenant(parts.store, tenant, async (tx) => {
    const queues = await listQueues(tx, tenant);
    const queue = queues.find((each) => each.queueId === id);
    if (queue === undefined) return queueUnknown(id);
    const { number: former, ...rest } = queue;
    const number = asked.number === undefined ? former : (asked.number ?? undefined);
    const changed: Queue = {
      ...rest,
      name: asked.name ?? queue.name,
      instanceId: asked.instanceId === undefined ? queue.instanceId : instanceId(asked.instanceId),
      ...(number === undefined ? {} : { number }),
    };
    return await keep({ parts, tx, queues }, changed, asked.settings);
  });
}

interface Work {
  readonly parts: AdministrationParts;
  readonly tx: TenantWork;
  readonly queues: readonly Queue[];
}

/** Writes a queue with changed settings, if all is right with it. */
async function keep(work: Work, queue: Queue, patch: QueueSettingsPatch = {}): Outcome<QueueChanged> {
  const { parts, tx, queues } = work;
  const others = queues.filter((each) => each.queueId !== queue.queueId);
  const holder = others.find((each) => each.instanceId === queue.instanceId);
  if (holder !== undefined) return instanceTaken(queue, holder);
  const settings = await patched(work, queue, patch);
  if (!settings.ok) return settings;
  const kept = { ...queue, settings: settings.value };
  await writeQueue(tx, kept, parts.clock.now());
  return ok(presentChanged(kept, others));
}

async function patched(
  { parts, tx, queues }: Work,
  { tenantId, queueId: own, settings }: Queue,
  patch: QueueSettingsPatch,
): Promise<Result<QueueSettings, AdministrationRefusal>> {
  const named = await findPeople(tx, tenantId, peopleNamedBy(patch));
  const people = new Map(named.map((person) => [person.personId, person.name]));
  const shelf = await readShelf(parts, tx, tenantId);
  return patchSettings(atCurrentAddresses(settings, shelf), patch, { queueId: own, queues, shelf, people });
}

export const presentChanged = (queue: Queue, others: readonly Queue[]): QueueChanged => ({
  ...presentQueue(queue),
  warnings: [...queueWarnings(queue, [...others, queue])],
});

const instanceTaken = ({ instanceId: instance }: Queue, holder: Queue): Refused<AdministrationRefusal> =>
  refused({
    code: 'instanceTaken',
    field: 'instanceId',
    message: `The queue ${JSON.stringify(holder.name)} already answers the application instance ${instance}`,
    remedy: 'make an application instance of its own for each queue',
  });

export async function turnQueue(
  { store, clock }: AdministrationParts,
  tenant: TenantId,
  id: string,
  asked: SwitchQueueByAdmin,
): Outcome<QueueChanged> {
  const { mode, isEmergency } = asked;
  const switches = {
    ...(mode === undefined ? {} : { mode }),
    ...(isEmergency === undefined ? {} : { isEmergency }),
  };
  await switchQueue(store, tenant, queueId(id), { switches, now: clock.now() });
  const queues = await listQueues(store, tenant);
  const queue = queues.find((each) => each.queueId === id);
  return queue === undefined
    ? queueUnknown(id)
    : ok(
        presentChanged(
          queue,
          queues.filter((each) => each !== queue),
        ),
      );
}

export async function removeIdleQueue(
  { store }: AdministrationParts,
  tenant: TenantId,
  id: string,
): Outcome<AdminQueueView> {
  return await administerTenant(store, tenant, async (tx) => {
    const queues = await listQueues(tx, tenant);
    const queue = queues.find((each) => each.queueId === id);
    if (queue === undefined) return queueUnknown(id);
    const others = queues.filter((each) => each !== queue);
    const inUse = whyInUse(queue, others, await countBusiness(tx, queue));
    if (inUse !== undefined) return refused(inUse);
    await removeQueue(tx, queue);
    await removeSounds(tx, tenant, madeSoundsOf(queue, others, await listSounds(tx, tenant)));
    return ok(presentQueue(queue));
  });
}

function whyInUse(
  { queueId: id, name }: Queue,
  others: readonly Queue[],
  { liveCalls, callBacks }: { readonly liveCalls: number; readonly callBacks: number },
): AdministrationRefusal | undefined {
  const because = (message: string, remedy: string): AdministrationRefusal => ({
    code: 'queueInUse',
    field: 'queueId',
    message,
    remedy,
  });
  const diverting = others.filter(({ settings }) => divertsTo(settings, id)).map((each) => each.name);
  if (diverting.length > 0) {
    return because(
      `${diverting.map((each) => JSON.stringify(each)).join(', ')} diverts calls to ${JSON.stringify(name)}`,
      'change the rules of those queues first',
    );
  }
  if (liveCalls > 0) {
    return because(
      `${JSON.stringify(name)} has ${liveCalls === 1 ? 'a call' : `${liveCalls} calls`} now`,
      'take its number away in Microsoft 365, so that no new call comes, and wait until the calls are over',
    );
  }
  if (callBacks === 0) return undefined;
  return because(
    `${callBacks === 1 ? 'A caller' : `${callBacks} callers`} of ${JSON.stringify(name)} still wait to be called back`,
    'let the operators call back, or mark these as done',
  );
}

const divertsTo = ({ diversions }: QueueSettings, id: QueueId): boolean =>
  Object.values(diversions).some(
    ({ destination }) => destination.to === 'queue' && destination.queueId === id,
  );
