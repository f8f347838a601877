import type { OperationEnded } from '@switchboard/domain/call/fact';
import { effectId, type LegId } from '@switchboard/domain/ids';
import { oneSpelling } from '../wire/lenient.ts';
import { operationCompletion, operationSchema } from '../wire/operation.ts';
import { outcomeFromGraph } from '../wire/result-info.ts';
import { ignoredBecause, type Reading, reading } from './reading.ts';

/**
 * The end of an operation. Every operation ends with a change of type `deleted`
 * (https://learn.microsoft.com/graph/api/resources/commsoperation, read 2026-11-23); one that ends without a status
 * or a code counts as failed, since nothing says that it succeeded.
 */
export function readOperation(
  change: string | undefined,
  leg: LegId,
  operationId: string | undefined,
  data: unknown,
): Reading {
  const parsed = operationSchema.safeParse(data ?? {});
  if (!parsed.success) return ignoredBecause(`call ${leg}: resourceData is not an operation object`);
  const operation = parsed.data;
  const completion = operationCompletion(operation);
  if (completion === undefined && change !== 'deleted') {
    return ignoredBecause(`call ${leg}: operation is still ${operation.status ?? 'without a status'}`);
  }
  const id = operation.id === undefined ? operationId : oneSpelling(operation.id);
  if (id === undefined && operation.clientContext === undefined) {
    return ignoredBecause(`call ${leg}: operation has neither an id nor a clientContext`);
  }
  const fact: OperationEnded = {
    type: 'operationEnded',
    leg,
    operationId: id ?? operation.clientContext ?? '',
    ...(operation.clientContext === undefined ? {} : { effectId: effectId(operation.clientContext) }),
    completed: completion ?? false,
    outcome: outcomeFromGraph(operation.resultInfo),
  };
  return reading(leg, fact);
}
