import type { CallHistoryView, CallList, CallListQuery } from '@switchboard/contract/admin/call';
import type { ChangeDirectory, DirectoryView, PersonErased } from '@switchboard/contract/admin/directory';
import type { OperatorView, PutOperator, PutQueueOperator } from '@switchboard/contract/admin/operator';
import type {
  AddQueue,
  AdminQueueView,
  BuildAnnouncement,
  ChangeQueue,
  QueueChanged,
  SwitchQueueByAdmin,
} from '@switchboard/contract/admin/queue';
import type { SoundAdded, SoundView } from '@switchboard/contract/admin/sound';
import type { AdminTemplateView, PutTemplate } from '@switchboard/contract/admin/template';
import type { AddTenant, ChangeTenant, TenantView } from '@switchboard/contract/admin/tenant';
import { type PersonId, type TenantId, tenantId } from '@switchboard/domain/ids';
import { must } from '@switchboard/kit/assert';
import { ok } from '@switchboard/kit/result';
import {
  changeTenant,
  findTenant,
  listQueues,
  listTenants,
  putTenant,
} from '@switchboard/store/tenants/tenants';
import { buildAnnouncement } from './administration-announcement.ts';
import { showCall, showCalls } from './administration-calls.ts';
import {
  changeDirectory,
  eraseAll,
  eraseOne,
  readDirectoryAnew,
  showDirectory,
} from './administration-directory.ts';
import {
  changeOperator,
  type Put,
  type QueueMember,
  rankOperator,
  removeIdleOperator,
  showOperators,
  takeOutOfQueue,
} from './administration-operators.ts';
import type { AdministrationParts } from './administration-parts.ts';
import { presentQueue } from './administration-present.ts';
import { addQueue, changeQueue, removeIdleQueue, showQueue, turnQueue } from './administration-queues.ts';
import { type Outcome, soundUnknown, tenantUnknown } from './administration-refusal.ts';
import { removeUnusedSound, showSounds, uploadSound } from './administration-sounds.ts';
import { putTemplate, removeTemplate, showTemplates, type TemplateKey } from './administration-templates.ts';

/** Tenants with their queues, sounds and operators, as an administrator keeps them. What is changed counts at once. */
export interface Administration {
  tenants(): Promise<readonly TenantView[]>;
  putTenant(asked: AddTenant): Promise<Put<TenantView>>;
  changeTenant(tenant: TenantId, asked: ChangeTenant): Outcome<TenantView>;
  queues(tenant: TenantId): Outcome<readonly AdminQueueView[]>;
  queue(tenant: TenantId, queueId: string): Outcome<AdminQueueView>;
  addQueue(tenant: TenantId, asked: AddQueue): Outcome<QueueChanged>;
  changeQueue(tenant: TenantId, queueId: string, asked: ChangeQueue): Outcome<QueueChanged>;
  switchQueue(tenant: TenantId, queueId: string, asked: SwitchQueueByAdmin): Outcome<QueueChanged>;
  buildAnnouncement(tenant: TenantId, queueId: string, asked: BuildAnnouncement): Outcome<QueueChanged>;
  /** Gives what was removed. */
  removeQueue(tenant: TenantId, queueId: string): Outcome<AdminQueueView>;
  sounds(tenant: TenantId): Outcome<readonly SoundView[]>;
  sound(tenant: TenantId, soundId: string): Outcome<SoundView>;
  addSound(tenant: TenantId, name: string, file: Uint8Array): Outcome<SoundAdded>;
  /** Gives what was removed. */
  removeSound(tenant: TenantId, soundId: string): Outcome<SoundView>;
  templates(tenant: TenantId): Outcome<readonly AdminTemplateView[]>;
  putTemplate(tenant: TenantId, key: TemplateKey, asked: PutTemplate): Outcome<AdminTemplateView>;
  /** Gives what was removed. */
  removeTemplate(tenant: TenantId, key: TemplateKey): Outcome<AdminTemplateView>;
  operators(tenant: TenantId): Outcome<readonly OperatorView[]>;
  putOperator(tenant: TenantId, person: PersonId, asked: PutOperator): Outcome<Put<OperatorView>>;
  /** Gives who was removed. */
  removeOperator(tenant: TenantId, person: PersonId): Outcome<OperatorView>;
  putQueueOperator(tenant: TenantId, member: QueueMember, asked: PutQueueOperator): Outcome<OperatorView>;
  removeQueueOperator(tenant: TenantId, member: QueueMember): Outcome<OperatorView>;
  directory(tenant: TenantId): Outcome<DirectoryView>;
  changeDirectory(tenant: TenantId, asked: ChangeDirectory): Outcome<DirectoryView>;
  /** Begins a whole round of everything. */
  readDirectory(tenant: TenantId): Outcome<DirectoryView>;
  /** @param withOwn also what operators made: shared contacts, notes, other names, favourites */
  eraseDirectory(tenant: TenantId, withOwn: boolean): Outcome<DirectoryView>;
  erasePerson(tenant: TenantId, person: PersonId): Outcome<PersonErased>;
  calls(tenant: TenantId, query: CallListQuery): Outcome<CallList>;
  call(tenant: TenantId, callId: string): Outcome<CallHistoryView>;
}

export function createAdministration(parts: AdministrationParts): Administration {
  const { store, clock } = parts;
  const known = async <T>(tenant: TenantId, work: () => Outcome<T>): Outcome<T> =>
    (await findTenant(store, tenant)) === undefined ? tenantUnknown(tenant) : await work();
  return {
    tenants: () => listTenants(store),
    async putTenant(asked) {
      const tenant = { tenantId: tenantId(asked.tenantId), name: asked.name };
      const isNew = (await findTenant(store, tenant.tenantId)) === undefined;
      await putTenant(store, tenant, clock.now());
      return { isNew, view: must(await findTenant(store, tenant.tenantId), 'the tenant just put') };
    },
    async changeTenant(tenant, asked) {
      const changed = await changeTenant(store, tenant, asked);
      return changed === undefined ? tenantUnknown(tenant) : ok(changed);
    },
    queues: (tenant) => known(tenant, async () => ok((await listQueues(store, tenant)).map(presentQueue))),
    queue: (tenant, id) => known(tenant, () => showQueue(parts, tenant, id)),
    addQueue: (tenant, asked) => known(tenant, () => addQueue(parts, tenant, asked)),
    changeQueue: (tenant, id, asked) => known(tenant, () => changeQueue(parts, tenant, id, asked)),
    switchQueue: (tenant, id, asked) => known(tenant, () => turnQueue(parts, tenant, id, asked)),
    buildAnnouncement: (tenant, id, asked) =>
      known(tenant, () => buildAnnouncement(parts, tenant, id, asked)),
    removeQueue: (tenant, id) => known(tenant, () => removeIdleQueue(parts, tenant, id)),
    sounds: (tenant) => known(tenant, async () => ok(await showSounds(parts, tenant))),
    sound: (tenant, id) =>
      known(tenant, async () => {
        const sound = (await showSounds(parts, tenant)).find((each) => each.soundId === id);
        return sound === undefined ? soundUnknown(id) : ok(sound);
      }),
    addSound: (tenant, name, file) => known(tenant, () => uploadSound(parts, tenant, name, file)),
    removeSound: (tenant, id) => known(tenant, () => removeUnusedSound(parts, tenant, id)),
    templates: (tenant) => known(tenant, async () => ok(await showTemplates(parts, tenant))),
    putTemplate: (tenant, key, asked) => known(tenant, () => putTemplate(parts, tenant, key, asked)),
    removeTemplate: (tenant, key) => known(tenant, () => removeTemplate(parts, tenant, key)),
    operators: (tenant) => known(tenant, async () => ok(await showOperators(store, tenant))),
    putOperator: (tenant, person, asked) => known(tenant, () => changeOperator(parts, tenant, person, asked)),
    removeOperator: (tenant, person) => known(tenant, () => removeIdleOperator(parts, tenant, person)),
    putQueueOperator: (tenant, member, asked) =>
      known(tenant, () => rankOperator(parts, tenant, member, asked)),
    removeQueueOperator: (tenant, member) => known(tenant, () => takeOutOfQueue(parts, tenant, member)),
    directory: (tenant) => known(tenant, async () => ok(await showDirectory(store, tenant))),
    changeDirectory: (tenant, asked) => known(tenant, () => changeDirectory(parts, tenant, asked)),
    readDirectory: (tenant) => known(tenant, () => readDirectoryAnew(parts, tenant)),
    eraseDirectory: (tenant, withOwn) => known(tenant, () => eraseAll(parts, tenant, withOwn)),
    erasePerson: (tenant, person) => known(tenant, () => eraseOne(parts, tenant, person)),
    calls: (tenant, query) => known(tenant, () => showCalls(store, tenant, query)),
    call: (tenant, id) => known(tenant, () => showCall(store, tenant, id)),
  };
}
