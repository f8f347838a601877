import { ok, type Result, refused } from '@switchboard/kit/result';
import { type Asker, rightsOf } from '../client/asker.ts';
import type { GraphProblem } from '../client/graph-problem.ts';
import type { GraphClient } from '../client/graph-request.ts';
import { integer } from '../wire/lenient.ts';
import { unreadable } from '../wire/odata-page.ts';

/**
 * About how many users there are, for the progress of a first round: a delta says nothing of how much is still to come.
 * The number is of an index that runs behind (https://learn.microsoft.com/graph/aad-advanced-queries, read 2026-11-23).
 */
export async function countUsers(client: GraphClient, asker: Asker): Promise<Result<number, GraphProblem>> {
  const answer = await client.request({
    ...rightsOf(asker),
    method: 'GET',
    path: '/users/$count',
    headers: { ConsistencyLevel: 'eventual' },
    kind: 'directory',
    retry: 'safe',
    priority: 'low',
  });
  if (!answer.ok) return answer;
  const count = integer.parse(answer.value.body);
  return count !== undefined && count >= 0 ? ok(count) : refused(unreadable('Graph gave no number of users'));
}
