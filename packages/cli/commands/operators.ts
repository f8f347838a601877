import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import { type OperatorView, operatorViewSchema } from '@switchboard/contract/admin/operator';
import type { AdminQueueView } from '@switchboard/contract/admin/queue';
import { ok, type Result } from '@switchboard/kit/result';
import type { Command } from 'commander';
import type { AdminClient } from '../connection/admin-client.ts';
import type { Problem } from '../output/problem.ts';
import { table } from '../output/table.ts';
import { printable } from '../output/text-width.ts';
import type { Outcome } from './answer.ts';
import { findOperator, findQueue, pickQueue, readOperators, readQueues } from './find.ts';
import { collect, readWholeNumber } from './options.ts';
import { doInTenant, examples, type OfTenant, type Perform } from './perform.ts';

interface AddOptions extends OfTenant {
  readonly person: string;
  readonly signInName: string;
  readonly queue?: readonly string[];
  readonly allQueues?: true;
}

export function addOperatorCommands(program: Command, perform: Perform): void {
  const operators = program.command('operators').alias('operator').description('The people who answer.');
  doInTenant(operators.command('list'), perform, () => listOperators)
    .description('List the operators of a tenant.')
    .addHelpText('after', examples('operators list --tenant Contoso'));
  addAdd(operators, perform);
  const who = ['<operator>', 'their name, sign-in name or id'] as const;
  const rank = operators
    .command('rank')
    .argument(...who)
    .argument('<rank>', 'a number; lower ones are asked first', readWholeNumber);
  doInTenant<OfTenant & { queue: string }>(
    rank,
    perform,
    ([given = '', number = ''], { queue }) =>
      (client, tenantId) =>
        rankOperator(client, tenantId, { given, queue, rank: Number(number) }),
  )
    .description('Give an operator their rank in a queue, which they answer from then on.')
    .requiredOption('--queue <queue>', 'the queue, by name or id')
    .addHelpText('after', examples('operators rank "Eva Berg" 1 --queue "Service Desk"'));
  const remove = operators.command('remove').argument(...who);
  doInTenant<OfTenant & { queue?: string }>(
    remove,
    perform,
    ([given = ''], { queue }) =>
      (client, tenantId) =>
        queue === undefined
          ? removeOperator(client, tenantId, given)
          : takeOut(client, tenantId, given, queue),
  )
    .description('Remove an operator who has no call; with --queue only from that queue.')
    .option('--queue <queue>', 'the queue, by name or id')
    .addHelpText(
      'after',
      examples('operators remove "Eva Berg"', 'operators remove "Eva Berg" --queue Sales'),
    );
}

function addAdd(operators: Command, perform: Perform): void {
  doInTenant<AddOptions>(
    operators.command('add').argument('<name>', 'their name'),
    perform,
    ([name = ''], options) => {
      const { person: personId, signInName: userPrincipalName, queue, allQueues } = options;
      const queues = allQueues === true ? ('all' as const) : (queue ?? []);
      return (client, tenantId) =>
        addOperator(client, tenantId, { personId, name, userPrincipalName, queues });
    },
  )
    .description('Make a person an operator of exactly these queues, also if they are one already.')
    .requiredOption('--person <id>', 'their object id in Entra ID, a GUID')
    .requiredOption('--sign-in-name <name>', 'what they sign in to Teams with')
    .option('--queue <queue>', 'a queue they answer, by name or id; may be repeated', collect)
    .option('--all-queues', 'they answer every queue that there is now')
    .addHelpText(
      'after',
      examples(
        'operators add "Eva Berg" --queue Reception --queue Sales \\\n' +
          '      --person 7e57c0de-0000-4000-8000-0000000000e1 \\\n' +
          '      --sign-in-name eva.berg@contoso.example',
      ),
    );
}

async function listOperators(client: AdminClient, tenantId: string): Outcome {
  const [answer, queues] = await Promise.all([readOperators(client, tenantId), readQueues(client, tenantId)]);
  if (!answer.ok) return answer;
  if (!queues.ok) return queues;
  const names = new Map(queues.value.value.queues.map(({ queueId, name }) => [queueId, name]));
  const { operators } = answer.value.value;
  const text =
    operators.length === 0
      ? 'This tenant has no operator yet. Add one: switchboard operators add --help'
      : table(
          [{ title: 'NAME, SIGN-IN NAME' }, { title: 'PERSON', isFixed: true }, { title: 'QUEUES, RANKS' }],
          operators.map((operator) => [
            [operator.name, operator.userPrincipalName],
            operator.personId,
            queuesOf(operator, names),
          ]),
        );
  return ok({ json: answer.value.value, text });
}

const queuesOf = ({ queueIds, ranks }: OperatorView, names: ReadonlyMap<string, string>): string =>
  queueIds
    .map((id) => {
      const rank = ranks[id];
      return `${names.get(id) ?? id}${rank === undefined ? '' : ` (${rank})`}`;
    })
    .join(', ') || 'none';

interface AskedOperator {
  readonly personId: string;
  readonly name: string;
  readonly userPrincipalName: string;
  /** By id or name. */
  readonly queues: readonly string[] | 'all';
}

async function addOperator(client: AdminClient, tenantId: string, asked: AskedOperator): Outcome {
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
    const queue = pickQueue(queues, given);
    if (!queue.ok) return queue;
    ids.add(queue.value.queueId);
  }
  return ok([...ids]);
}

async function rankOperator(
  client: AdminClient,
  tenantId: string,
  asked: { readonly given: string; readonly queue: string; readonly rank: number },
): Outcome {
  const member = await findMember(client, tenantId, asked.given, asked.queue);
  if (!member.ok) return member;
  const { operator, queue } = member.value;
  const answer = await client.request({
    method: 'PUT',
    path: adminRoutes.queueOperator(tenantId, queue.queueId, operator.personId),
    body: { rank: asked.rank },
    answer: operatorViewSchema,
  });
  if (!answer.ok) return answer;
  const text = `${printable(operator.name)} answers ${printable(queue.name)} with the rank ${asked.rank}.`;
  return ok({ json: answer.value.value, text });
}

async function takeOut(client: AdminClient, tenantId: string, given: string, from: string): Outcome {
  const member = await findMember(client, tenantId, given, from);
  if (!member.ok) return member;
  const { operator, queue } = member.value;
  const path = adminRoutes.queueOperator(tenantId, queue.queueId, operator.personId);
  const answer = await client.request({ method: 'DELETE', path, answer: operatorViewSchema });
  if (!answer.ok) return answer;
  const text = `${printable(operator.name)} answers ${printable(queue.name)} no more.`;
  return ok({ json: answer.value.value, text });
}

async function findMember(
  client: AdminClient,
  tenantId: string,
  given: string,
  givenQueue: string,
): Promise<Result<{ readonly operator: OperatorView; readonly queue: AdminQueueView }, Problem>> {
  const operator = await findOperator(client, tenantId, given);
  if (!operator.ok) return operator;
  const queue = await findQueue(client, tenantId, givenQueue);
  return queue.ok ? ok({ operator: operator.value, queue: queue.value }) : queue;
}

async function removeOperator(client: AdminClient, tenantId: string, given: string): Outcome {
  const found = await findOperator(client, tenantId, given);
  if (!found.ok) return found;
  const path = adminRoutes.operator(tenantId, found.value.personId);
  const answer = await client.request({ method: 'DELETE', path, answer: operatorViewSchema });
  if (!answer.ok) return answer;
  return ok({ json: answer.value.value, text: `Removed the operator ${printable(found.value.name)}.` });
}
