import type { GraphAnswer } from '../client/graph-request.ts';
import { oneSpelling } from '../wire/lenient.ts';
import { operationCompletion, operationSchema } from '../wire/operation.ts';
import { outcomeFromGraph } from '../wire/result-info.ts';
import { done, type EffectOutcome } from './effect-outcome.ts';
import type { CallAction } from './effect-request.ts';

/** Actions whose answer is an operation that may run on. */
const begins: ReadonlySet<CallAction['type']> = new Set([
  'playPrompt',
  'stopPrompts',
  'sendTones',
  'invite',
  'startHoldMusic',
  'stopHoldMusic',
]);

/**
 * What Graph's yes says. A status of `completed` or `failed` in the direct answer is the operation's end: no
 * notification follows (https://learn.microsoft.com/graph/api/resources/commsoperation, read 2026-11-23). An answer
 * that cannot be read is still a yes.
 */
export function outcomeFromAnswer(action: CallAction['type'], answer: GraphAnswer): EffectOutcome {
  if (!begins.has(action)) return done;
  const parsed = operationSchema.safeParse(answer.body);
  if (!parsed.success) return done;
  const completed = operationCompletion(parsed.data);
  return {
    type: 'done',
    ...(parsed.data.id === undefined ? {} : { operationId: oneSpelling(parsed.data.id) }),
    ...(completed === undefined
      ? {}
      : { operationEnded: { completed, outcome: outcomeFromGraph(parsed.data.resultInfo) } }),
  };
}
