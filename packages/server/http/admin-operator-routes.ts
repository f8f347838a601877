import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import {
  operatorPathSchema,
  putOperatorSchema,
  putQueueOperatorSchema,
  queueOperatorPathSchema,
  tenantPathSchema,
} from '@switchboard/contract/admin/operator';
import { personId, tenantId } from '@switchboard/domain/ids';
import type { FastifyInstance } from 'fastify';
import type { Administration } from '../handle/administration.ts';
import { sendProblem } from './admin-error.ts';
import { readInput } from './admin-input.ts';
import { answer, refuse } from './admin-refusal.ts';

const operators = `${adminRoutes.tenants}/:tenantId/operators`;
const operator = `${operators}/:personId`;
const queueOperator = `${adminRoutes.tenants}/:tenantId/queues/:queueId/operators/:personId`;

/** Operators, and their part in queues. */
export function addOperatorRoutes(scope: FastifyInstance, administration: Administration): void {
  scope.get(operators, async (request, reply) => {
    const path = readInput(tenantPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const found = await administration.operators(tenantId(path.value.tenantId));
    return found.ok ? { operators: found.value } : refuse(reply, found.refusal);
  });
  scope.put(operator, async (request, reply) => {
    const path = readInput(operatorPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const asked = readInput(putOperatorSchema, request.body);
    if (!asked.ok) return sendProblem(reply, asked.refusal);
    const { tenantId: tenant, personId: person } = path.value;
    const put = await administration.putOperator(tenantId(tenant), personId(person), asked.value);
    if (!put.ok) return refuse(reply, put.refusal);
    return reply.code(put.value.isNew ? 201 : 200).send(put.value.view);
  });
  scope.delete(operator, async (request, reply) => {
    const path = readInput(operatorPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const { tenantId: tenant, personId: person } = path.value;
    return answer(reply, await administration.removeOperator(tenantId(tenant), personId(person)));
  });
  scope.put(queueOperator, async (request, reply) => {
    const path = readInput(queueOperatorPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const asked = readInput(putQueueOperatorSchema, request.body);
    if (!asked.ok) return sendProblem(reply, asked.refusal);
    const { tenantId: tenant, queueId: queue, personId: person } = path.value;
    const member = { queue, person: personId(person) };
    return answer(reply, await administration.putQueueOperator(tenantId(tenant), member, asked.value));
  });
  scope.delete(queueOperator, async (request, reply) => {
    const path = readInput(queueOperatorPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const { tenantId: tenant, queueId: queue, personId: person } = path.value;
    const member = { queue, person: personId(person) };
    return answer(reply, await administration.removeQueueOperator(tenantId(tenant), member));
  });
}
