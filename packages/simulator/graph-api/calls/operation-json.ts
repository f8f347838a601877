import type { Operation } from './comms-operation.ts';
import { callPath, type GraphCall } from './graph-call.ts';
import { resultInfoJson } from './result-info.ts';

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
