import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import { type CallSummary, callListSchema } from '@switchboard/contract/admin/call';
import { nameOf } from '@switchboard/contract/words/party-words';
import { ended } from '@switchboard/contract/words/reason-words';
import { ok } from '@switchboard/kit/result';
import type { AdminClient } from '../connection/admin-client.ts';
import { type Cell, table } from '../output/table.ts';
import type { Outcome } from './answer.ts';
import { findQueue } from './find.ts';
import { showMoment } from './moments.ts';

export interface ListOptions {
  readonly queue?: string;
  readonly from?: string;
  readonly to?: string;
  readonly state?: string;
  readonly reason?: string;
  readonly limit?: number;
  readonly before?: string;
}

export async function listCalls(client: AdminClient, tenantId: string, options: ListOptions): Outcome {
  const { queue, from, to, state, reason, limit, before } = options;
  const found = queue === undefined ? undefined : await findQueue(client, tenantId, queue);
  if (found?.ok === false) return found;
  const query = new URLSearchParams();
  const asked = { queueId: found?.value.queueId, from, to, state, reason, limit, before };
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, String(value));
  const path = `${adminRoutes.calls(tenantId)}${query.size === 0 ? '' : `?${query.toString()}`}`;
  const answer = await client.request({ method: 'GET', path, answer: callListSchema });
  if (!answer.ok) return answer;
  const { calls, next } = answer.value.value;
  const columns = [
    { title: 'ARRIVED, CALLER' },
    { title: 'QUEUE, OPERATOR' },
    { title: 'HOW' },
    { title: 'CALL', isFixed: true },
  ];
  const text = calls.length === 0 ? 'There is no such call.' : table(columns, calls.map(rowOf));
  return ok({
    json: answer.value.value,
    text: next === undefined ? text : `${text}\n\nOlder ones: --before ${next}`,
  });
}

const rowOf = (call: CallSummary): readonly Cell[] => [
  [showMoment(call.arrivedAt), nameOf(call.caller)],
  [call.queue ?? call.queueId, ...(call.operator === undefined ? [] : [call.operator])],
  howItIs(call),
  call.callId,
];

/** How it ended, or else the word of the state that it is in. */
export const howItIs = (call: Pick<CallSummary, 'ended' | 'state'>): string =>
  call.ended === undefined ? call.state : ended[call.ended];
