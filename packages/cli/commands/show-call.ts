import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import { type CallHistoryView, callHistorySchema } from '@switchboard/contract/admin/call';
import { nameOf } from '@switchboard/contract/words/party-words';
import { ok } from '@switchboard/kit/result';
import type { AdminClient } from '../connection/admin-client.ts';
import { lineWidth } from '../output/table.ts';
import { printable, wrap } from '../output/text-width.ts';
import type { Outcome } from './answer.ts';
import { howItIs } from './calls.ts';
import { showMoment, showTime } from './moments.ts';

export async function showCall(
  client: AdminClient,
  tenantId: string,
  callId: string,
  hasRequests: boolean,
): Outcome {
  const path = adminRoutes.call(tenantId, callId);
  const answer = await client.request({ method: 'GET', path, answer: callHistorySchema });
  if (!answer.ok) return answer;
  const history = answer.value.value;
  const entries = history.entries.filter(({ request }) => hasRequests || request === undefined);
  const lines = [...headOf(history), '', ...entries.flatMap(linesOf)];
  return ok({ json: { ...history, entries }, text: lines.join('\n') });
}

const headOf = ({ call }: CallHistoryView): readonly string[] => [
  `${printable(nameOf(call.caller))} to ${printable(call.queue ?? call.queueId)}, ${showMoment(call.arrivedAt)}`,
  `${howItIs(call)}${call.operator === undefined ? '' : `; operator: ${printable(call.operator)}`}`,
];

/** What Microsoft was asked stands further in than what happened. */
function linesOf({ at, text, request }: CallHistoryView['entries'][number]): readonly string[] {
  const margin = ' '.repeat(showTime(at).length);
  const indent = request === undefined ? '  ' : '    ';
  return wrap(text, lineWidth - margin.length - indent.length).map(
    (line, index) => `${index === 0 ? showTime(at) : margin}${indent}${line}`,
  );
}
