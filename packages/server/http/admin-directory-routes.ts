import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import {
  changeDirectorySchema,
  directoryPersonPathSchema,
  eraseDirectoryQuerySchema,
} from '@switchboard/contract/admin/directory';
import { tenantPathSchema } from '@switchboard/contract/admin/operator';
import { personId, tenantId } from '@switchboard/domain/ids';
import type { FastifyInstance } from 'fastify';
import type { Administration } from '../handle/administration.ts';
import { sendProblem } from './admin-error.ts';
import { readInput } from './admin-input.ts';
import { answer } from './admin-refusal.ts';

const directory = `${adminRoutes.tenants}/:tenantId/directory`;

/** What of a tenant's directory is kept here. */
export function addDirectoryRoutes(scope: FastifyInstance, administration: Administration): void {
  scope.get(directory, async (request, reply) => {
    const path = readInput(tenantPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    return answer(reply, await administration.directory(tenantId(path.value.tenantId)));
  });
  scope.patch(directory, async (request, reply) => {
    const path = readInput(tenantPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const asked = readInput(changeDirectorySchema, request.body);
    if (!asked.ok) return sendProblem(reply, asked.refusal);
    return answer(reply, await administration.changeDirectory(tenantId(path.value.tenantId), asked.value));
  });
  scope.post(`${directory}/read`, async (request, reply) => {
    const path = readInput(tenantPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    return answer(reply, await administration.readDirectory(tenantId(path.value.tenantId)));
  });
  scope.delete(directory, async (request, reply) => {
    const path = readInput(tenantPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const query = readInput(eraseDirectoryQuerySchema, request.query);
    if (!query.ok) return sendProblem(reply, query.refusal);
    const withOwn = query.value.withOwn === 'true';
    return answer(reply, await administration.eraseDirectory(tenantId(path.value.tenantId), withOwn));
  });
  scope.delete(`${directory}/people/:personId`, async (request, reply) => {
    const path = readInput(directoryPersonPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const { tenantId: tenant, personId: person } = path.value;
    return answer(reply, await administration.erasePerson(tenantId(tenant), personId(person)));
  });
}
