import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import { tenantPathSchema } from '@switchboard/contract/admin/operator';
import { putTemplateSchema, templatePathSchema } from '@switchboard/contract/admin/template';
import { tenantId } from '@switchboard/domain/ids';
import type { FastifyInstance } from 'fastify';
import type { Administration } from '../handle/administration.ts';
import { sendProblem } from './admin-error.ts';
import { readInput } from './admin-input.ts';
import { answer, refuse } from './admin-refusal.ts';

const templates = `${adminRoutes.tenants}/:tenantId/templates`;
const template = `${templates}/:name/:language`;

/** Templates of messages to colleagues. */
export function addTemplateRoutes(scope: FastifyInstance, administration: Administration): void {
  scope.get(templates, async (request, reply) => {
    const path = readInput(tenantPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const found = await administration.templates(tenantId(path.value.tenantId));
    return found.ok ? { templates: found.value } : refuse(reply, found.refusal);
  });
  scope.put(template, async (request, reply) => {
    const path = readInput(templatePathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const asked = readInput(putTemplateSchema, request.body);
    if (!asked.ok) return sendProblem(reply, asked.refusal);
    const { tenantId: tenant, ...key } = path.value;
    return answer(reply, await administration.putTemplate(tenantId(tenant), key, asked.value));
  });
  scope.delete(template, async (request, reply) => {
    const path = readInput(templatePathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const { tenantId: tenant, ...key } = path.value;
    return answer(reply, await administration.removeTemplate(tenantId(tenant), key));
  });
}
