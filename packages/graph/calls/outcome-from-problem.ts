import type { CallEffect } from '@switchboard/domain/call/effect';
import { unreachable } from '@switchboard/kit/assert';
import type { GraphProblem } from '../client/graph-problem.ts';
import { done, doubtBecause, type EffectOutcome, refusedBecause, retryBecause } from './effect-outcome.ts';

/** Effects that have reached their aim when what they are about does not exist any more. */
const aimsAtAbsence: ReadonlySet<CallEffect['type']> = new Set(['removeParticipant', 'hangUp']);

/** What a problem means for an effect: whether it is over, may be sent again, or is in doubt. */
export function outcomeFromProblem(effect: CallEffect['type'], problem: GraphProblem): EffectOutcome {
  const sentence = describe(problem);
  switch (problem.kind) {
    case 'throttled':
      return retryBecause(sentence, problem.retryAfterMs);
    case 'unauthorized':
      return retryBecause(sentence);
    case 'unavailable':
      return problem.sent === 'no' ? retryBecause(sentence) : doubtBecause(sentence);
    case 'gone':
      return aimsAtAbsence.has(effect) ? done : refusedBecause('gone', sentence);
    case 'forbidden':
    case 'invalid':
    case 'conflict':
      return refusedBecause(problem.kind, sentence);
    default:
      return unreachable(problem);
  }
}

/** For logs and events: status, code, Graph's words, and the id that Microsoft's support asks for. */
export function describe({ status, code, message, requestId }: GraphProblem): string {
  const support = requestId === undefined ? '' : ` (request-id ${requestId})`;
  return `${status === 0 ? 'no answer' : status} ${code}: ${message}${support}`;
}
