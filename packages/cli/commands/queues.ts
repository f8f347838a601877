import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import {
  type AddQueue,
  type AdminQueueView,
  adminQueueViewSchema,
  queueListSchema,
} from '@switchboard/contract/admin/queue';
import { ok } from '@switchboard/kit/result';
import type { AdminClient } from '../connection/admin-client.ts';
import { table } from '../output/table.ts';
import { printable } from '../output/text-width.ts';
import type { Outcome } from './answer.ts';

export const readQueues = (client: AdminClient, tenantId: string) =>
  client.request({ method: 'GET', path: adminRoutes.queues(tenantId), answer: queueListSchema });

export async function listQueues(client: AdminClient, tenantId: string): Outcome {
  const answer = await readQueues(client, tenantId);
  if (!answer.ok) return answer;
  const { queues } = answer.value.value;
  const text =
    queues.length === 0
      ? 'This tenant has no queue yet. Add one: switchboard queues add --help'
      : table(
          [{ title: 'NAME, NUMBER' }, { title: 'QUEUE, INSTANCE', isFixed: true }, { title: 'RINGS' }],
          queues.map((queue) => [
            [queue.name, queue.number ?? ''],
            [queue.queueId, queue.instanceId],
            ringsOf(queue),
          ]),
        );
  return ok({ json: answer.value.value, text });
}

const ringsOf = ({ times, greeting }: AdminQueueView): readonly string[] => [
  `operator ${times.operatorRing / 1_000} s`,
  `transfer ${times.transferRing / 1_000} s`,
  ...(greeting ? [] : ['no greeting']),
];

export async function addQueue(client: AdminClient, tenantId: string, asked: AddQueue): Outcome {
  const answer = await client.request({
    method: 'POST',
    path: adminRoutes.queues(tenantId),
    body: asked,
    answer: adminQueueViewSchema,
  });
  if (!answer.ok) return answer;
  const queue = answer.value.value;
  return ok({ json: queue, text: `Added the queue ${printable(queue.name)} (${queue.queueId}).` });
}
