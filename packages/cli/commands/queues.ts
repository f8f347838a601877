import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import {
  type AddQueue,
  type AdminQueueView,
  adminQueueViewSchema,
  type ChangeQueue,
  type QueueChanged,
  queueChangedSchema,
} from '@switchboard/contract/admin/queue';
import { ok } from '@switchboard/kit/result';
import type { AdminClient, AdminRequest } from '../connection/admin-client.ts';
import { lineWidth, table } from '../output/table.ts';
import { printable, wrapWords } from '../output/text-width.ts';
import type { Outcome } from './answer.ts';
import { findQueue, readOperators, readQueues, readSounds } from './find.ts';
import { showDuration } from './options.ts';
import { changeFrom, type QueueOptions } from './queue-options.ts';
import { showQueue } from './show-queue.ts';

export async function listQueues(client: AdminClient, tenantId: string): Outcome {
  const answer = await readQueues(client, tenantId);
  if (!answer.ok) return answer;
  const { queues } = answer.value.value;
  const text =
    queues.length === 0
      ? 'This tenant has no queue yet. Add one: switchboard queues add --help'
      : table(
          [{ title: 'NAME, NUMBER' }, { title: 'QUEUE, INSTANCE', isFixed: true }, { title: 'HOW' }],
          queues.map((queue) => [
            [queue.name, queue.number ?? ''],
            [queue.queueId, queue.instanceId],
            howOf(queue),
          ]),
        );
  return ok({ json: answer.value.value, text });
}

const howOf = ({ settings, switches }: AdminQueueView): readonly string[] => [
  `${settings.strategy}, rings ${showDuration(settings.operatorRing)}`,
  switches.mode === 'auto'
    ? settings.hours === undefined
      ? 'open always'
      : 'by its hours'
    : `${switches.mode}, by hand`,
  ...(switches.isEmergency ? ['EMERGENCY'] : []),
];

export async function showOneQueue(client: AdminClient, tenantId: string, given: string): Outcome {
  const queue = await findQueue(client, tenantId, given);
  if (!queue.ok) return queue;
  const [queues, sounds, operators] = await Promise.all([
    readQueues(client, tenantId),
    readSounds(client, tenantId),
    readOperators(client, tenantId),
  ]);
  if (!queues.ok) return queues;
  if (!sounds.ok) return sounds;
  if (!operators.ok) return operators;
  const names = {
    queues: new Map(queues.value.value.queues.map(({ queueId, name }) => [queueId, name])),
    sounds: new Map(sounds.value.value.sounds.map(({ soundId, name }) => [soundId, name])),
    operators: operators.value.value.operators,
  };
  return ok({ json: queue.value, text: showQueue(queue.value, names) });
}

export async function addQueue(
  client: AdminClient,
  tenantId: string,
  name: string,
  options: QueueOptions & { readonly instance: string },
): Outcome {
  const change = await changeFrom(client, tenantId, options);
  if (!change.ok) return change;
  const { number, settings } = change.value;
  const body: AddQueue = {
    name,
    instanceId: options.instance,
    ...(typeof number === 'string' ? { number } : {}),
    ...(settings === undefined ? {} : { settings }),
  };
  const path = adminRoutes.queues(tenantId);
  const answer = await client.request({ method: 'POST', path, body, answer: queueChangedSchema });
  if (!answer.ok) return answer;
  const queue = answer.value.value;
  return ok({
    json: queue,
    text: withNotes(`Added the queue ${printable(queue.name)} (${queue.queueId}).`, queue),
  });
}

/** What the server thinks of it stands below what was done. */
const withNotes = (done: string, { warnings }: QueueChanged): string =>
  [done, ...warnings.flatMap((warning) => wrapWords(`Note: ${warning}`, lineWidth))].join('\n');

/** One request about a queue, told in a sentence. */
export async function changeQueue(
  client: AdminClient,
  tenantId: string,
  given: string,
  change: {
    readonly request: (queue: AdminQueueView) => Pick<AdminRequest<unknown>, 'method' | 'path' | 'body'>;
    readonly told: (queue: QueueChanged) => string;
  },
): Outcome {
  const queue = await findQueue(client, tenantId, given);
  if (!queue.ok) return queue;
  const answer = await client.request({ ...change.request(queue.value), answer: queueChangedSchema });
  if (!answer.ok) return answer;
  const changed = answer.value.value;
  return ok({ json: changed, text: withNotes(change.told(changed), changed) });
}

export const patchQueue = (
  client: AdminClient,
  tenantId: string,
  given: string,
  body: ChangeQueue,
  told: (name: string) => string = (name) => `Changed the queue ${name}.`,
): Outcome =>
  changeQueue(client, tenantId, given, {
    request: ({ queueId }) => ({ method: 'PATCH', path: adminRoutes.queue(tenantId, queueId), body }),
    told: ({ name }) => told(printable(name)),
  });

export async function setQueue(
  client: AdminClient,
  tenantId: string,
  given: string,
  options: QueueOptions & { readonly name?: string; readonly instance?: string },
): Outcome {
  const change = await changeFrom(client, tenantId, options);
  if (!change.ok) return change;
  const { name, instance } = options;
  return await patchQueue(client, tenantId, given, {
    ...change.value,
    ...(name === undefined ? {} : { name }),
    ...(instance === undefined ? {} : { instanceId: instance }),
  });
}

export const switchQueue = (
  client: AdminClient,
  tenantId: string,
  given: string,
  body: { readonly mode?: string; readonly isEmergency?: boolean },
): Outcome =>
  changeQueue(client, tenantId, given, {
    request: ({ queueId }) => ({ method: 'PATCH', path: adminRoutes.queueSwitches(tenantId, queueId), body }),
    told: ({ name, switches: { mode, isEmergency } }) =>
      `${printable(name)} is switched to ${mode}${isEmergency ? ', and its emergency is ON' : ''}.`,
  });

export async function removeQueue(client: AdminClient, tenantId: string, given: string): Outcome {
  const queue = await findQueue(client, tenantId, given);
  if (!queue.ok) return queue;
  const path = adminRoutes.queue(tenantId, queue.value.queueId);
  const answer = await client.request({ method: 'DELETE', path, answer: adminQueueViewSchema });
  if (!answer.ok) return answer;
  return ok({ json: answer.value.value, text: `Removed the queue ${printable(queue.value.name)}.` });
}
