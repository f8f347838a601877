import type { CallContext } from './call-context.ts';
import { callPath, type GraphCall } from './graph-call.ts';
import { type ResultInfo, results } from './result-info.ts';

export type OperationType =
  | 'playPromptOperation'
  | 'inviteParticipantsOperation'
  | 'startHoldMusicOperation'
  | 'stopHoldMusicOperation'
  | 'cancelMediaProcessingOperation'
  | 'subscribeToToneOperation'
  | 'muteParticipantOperation'
  | 'unmuteParticipantOperation';

/**
 * Something asked of a call that takes time. Those that end later are told with a `deleted` notification; those
 * that are over in the direct answer are not (https://learn.microsoft.com/graph/api/resources/commsoperation).
 */
export interface Operation {
  readonly id: string;
  readonly type: OperationType;
  readonly clientContext: string | null;
  /** Members of this type of operation only. */
  readonly details: Readonly<Record<string, unknown>>;
  status: 'running' | 'completed' | 'failed';
  result: ResultInfo | undefined;
}

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

export const resultInfoJson = (result: ResultInfo | undefined): unknown =>
  result ? { '@odata.type': '#microsoft.graph.resultInfo', ...result } : null;

export function operationJson(call: GraphCall, operation: Operation): Record<string, unknown> {
  return {
    '@odata.type': `#microsoft.graph.${operation.type}`,
    '@odata.id': `${callPath(call)}/operations/${operation.id}`,
    id: operation.id,
    status: operation.status,
    clientContext: operation.clientContext,
    resultInfo: resultInfoJson(operation.result),
    ...operation.details,
  };
}
