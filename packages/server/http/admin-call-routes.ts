import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import { callListQuerySchema, callPathSchema } from '@switchboard/contract/admin/call';
import { tenantPathSchema } from '@switchboard/contract/admin/operator';
import { tenantId } from '@switchboard/domain/ids';
import type { FastifyInstance } from 'fastify';
import type { Administration } from '../handle/administration.ts';
import { sendProblem } from './admin-error.ts';
import { readInput } from './admin-input.ts';
import { answer } from './admin-refusal.ts';

const calls = `${adminRoutes.tenants}/:tenantId/calls`;

/** What became of calls: they are looked at here, and changed nowhere. */
export function addCallRoutes(scope: FastifyInstance, administration: Administration): void {
  scope.get(calls, async (request, reply) => {
    const path = readInput(tenantPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const query = readInput(callListQuerySchema, request.query);
    if (!query.ok) return sendProblem(reply, query.refusal);
    return answer(reply, await administration.calls(tenantId(path.value.tenantId), query.value));
  });
  scope.get(`${calls}/:callId`, async (request, reply) => {
    const path = readInput(callPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    return answer(reply, await administration.call(tenantId(path.value.tenantId), path.value.callId));
  });
}
