import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import { operatorListSchema, operatorViewSchema } from '@switchboard/contract/admin/operator';
import type { AdminQueueView } from '@switchboard/contract/admin/queue';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { AdminClient } from '../connection/admin-client.ts';
import { type Problem, usageProblem } from '../output/problem.ts';
import { table } from '../output/table.ts';
import { printable } from '../output/text-width.ts';
import type { Outcome } from './answer.ts';
import { readQueues } from './queues.ts';

export async function listOperators(client: AdminClient, tenantId: string): Outcome {
  const [answer, queues] = await Promise.all([
    client.request({ method: 'GET', path: adminRoutes.operators(tenantId), answer: operatorListSchema }),
    readQueues(client, tenantId),
  ]);
  if (!answer.ok) return answer;
  if (!queues.ok) return queues;
  const names = new Map(queues.value.value.queues.map(({ queueId, name }) => [queueId, name]));
  const { operators } = answer.value.value;
  const text =
    operators.length === 0
      ? 'This tenant has no operator yet. Add one: switchboard operators add --help'
      : table(
          [{ title: 'NAME, SIGN-IN NAME' }, { title: 'PERSON', isFixed: true }, { title: 'QUEUES' }],
          operators.map((operator) => [
            [operator.name, operator.userPrincipalName],
            operator.personId,
            operator.queueIds.map((id) => names.get(id) ?? id).join(', ') || 'none',
          ]),
        );
  return ok({ json: answer.value.value, text });
}

export interface AskedOperator {
  readonly personId: string;
  readonly name: string;
  readonly userPrincipalName: string;
  /** By id or name. */
  readonly queues: readonly string[] | 'all';
}

export async function addOperator(client: AdminClient, tenantId: string, asked: AskedOperator): Outcome {
  const queues = await readQueues(client, tenantId);
  if (!queues.ok) return queues;
  const queueIds = queueIdsOf(asked.queues, queues.value.value.queues);
  if (!queueIds.ok) return queueIds;
  const { personId, name, userPrincipalName } = asked;
  const answer = await client.request({
    method: 'PUT',
    path: adminRoutes.operator(tenantId, personId),
    body: { name, userPrincipalName, queueIds: queueIds.value },
    answer: operatorViewSchema,
  });
  if (!answer.ok) return answer;
  const { status, value } = answer.value;
  const count = value.queueIds.length;
  const text = `${status === 201 ? 'Added' : 'Changed'} the operator ${printable(value.name)}: ${count} ${count === 1 ? 'queue' : 'queues'}.`;
  return ok({ json: value, text });
}

function queueIdsOf(
  asked: AskedOperator['queues'],
  queues: readonly AdminQueueView[],
): Result<readonly string[], Problem> {
  if (asked === 'all') return ok(queues.map(({ queueId }) => queueId));
  const ids = new Set<string>();
  for (const given of asked) {
    const byName = queues.filter(({ name }) => name.toLowerCase() === given.trim().toLowerCase());
    const [only, other] = queues.filter(({ queueId }) => queueId === given).concat(byName);
    if (only === undefined || other !== undefined) {
      const message = `${only === undefined ? 'No' : 'More than one'} queue is called ${printable(given)}`;
      return refused(usageProblem(message, 'give a name or an id that switchboard queues list shows'));
    }
    ids.add(only.queueId);
  }
  return ok([...ids]);
}
