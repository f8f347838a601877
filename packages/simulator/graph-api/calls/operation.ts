import type { CallContext } from './call-context.ts';
import type { Operation, OperationType } from './comms-operation.ts';
import type { GraphCall } from './graph-call.ts';
import { type ResultInfo, results } from './result-info.ts';

/** Ended operations can be asked for by their id; so many are kept per call. */
const keptOperations = 200;

export function startOperation(
  context: CallContext,
  call: GraphCall,
  type: OperationType,
  clientContext: string | null | undefined,
  details: Readonly<Record<string, unknown>> = {},
): Operation {
  const operation: Operation = {
    id: context.world.newId(),
    type,
    clientContext: clientContext ?? null,
    details,
    status: 'running',
    result: undefined,
  };
  call.operations.set(operation.id, operation);
  for (const [id, { status }] of call.operations) {
    if (call.operations.size <= keptOperations) break;
    if (status !== 'running') call.operations.delete(id);
  }
  return operation;
}

/** Ends an operation and tells of it. Nothing happens when it has ended before, or the call has. */
export function endOperation(
  context: CallContext,
  call: GraphCall,
  operation: Operation,
  result: ResultInfo = results.operationDone,
): void {
  if (operation.status !== 'running') return;
  setResult(operation, result);
  if (call.state === 'terminated') return;
  context.tell.operation(call, operation);
}

/** An operation that is over before the request is answered. */
export function immediateOperation(
  context: CallContext,
  call: GraphCall,
  type: OperationType,
  clientContext: string | null | undefined,
): Operation {
  const operation = startOperation(context, call, type, clientContext);
  setResult(operation, results.operationDone);
  return operation;
}

function setResult(operation: Operation, result: ResultInfo): void {
  operation.status = result.code === 200 ? 'completed' : 'failed';
  operation.result = result;
}
