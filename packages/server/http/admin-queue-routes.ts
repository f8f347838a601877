import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import { tenantPathSchema } from '@switchboard/contract/admin/operator';
import {
  addQueueSchema,
  buildAnnouncementSchema,
  changeQueueSchema,
  queuePathSchema,
  switchQueueByAdminSchema,
} from '@switchboard/contract/admin/queue';
import { type TenantId, tenantId } from '@switchboard/domain/ids';
import { ok, type Result } from '@switchboard/kit/result';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';
import type { Administration } from '../handle/administration.ts';
import type { Outcome } from '../handle/administration-refusal.ts';
import { type AdminProblem, sendProblem } from './admin-error.ts';
import { readInput } from './admin-input.ts';
import { answer, refuse } from './admin-refusal.ts';

const queues = `${adminRoutes.tenants}/:tenantId/queues`;
const queue = `${queues}/:queueId`;

/** Queues: what they are called and do. */
export function addQueueRoutes(scope: FastifyInstance, administration: Administration): void {
  scope.get(queues, async (request, reply) => {
    const path = readInput(tenantPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const found = await administration.queues(tenantId(path.value.tenantId));
    return found.ok ? { queues: found.value } : refuse(reply, found.refusal);
  });
  scope.post(queues, async (request, reply) => {
    const path = readInput(tenantPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const asked = readInput(addQueueSchema, request.body);
    if (!asked.ok) return sendProblem(reply, asked.refusal);
    return answer(reply, await administration.addQueue(tenantId(path.value.tenantId), asked.value), 201);
  });
  scope.get(queue, async (request, reply) => {
    const path = pathOf(request);
    if (!path.ok) return sendProblem(reply, path.refusal);
    return answer(reply, await administration.queue(path.value.tenant, path.value.queue));
  });
  scope.delete(queue, async (request, reply) => {
    const path = pathOf(request);
    if (!path.ok) return sendProblem(reply, path.refusal);
    return answer(reply, await administration.removeQueue(path.value.tenant, path.value.queue));
  });
  addChange(scope, 'PATCH', queue, changeQueueSchema, (path, asked) =>
    administration.changeQueue(path.tenant, path.queue, asked),
  );
  addChange(scope, 'PATCH', `${queue}/switches`, switchQueueByAdminSchema, (path, asked) =>
    administration.switchQueue(path.tenant, path.queue, asked),
  );
  addChange(scope, 'POST', `${queue}/announcement`, buildAnnouncementSchema, (path, asked) =>
    administration.buildAnnouncement(path.tenant, path.queue, asked),
  );
}

interface QueuePath {
  readonly tenant: TenantId;
  readonly queue: string;
}

function addChange<Asked>(
  scope: FastifyInstance,
  method: 'PATCH' | 'POST',
  url: string,
  schema: z.ZodMiniType<Asked>,
  change: (path: QueuePath, asked: Asked) => Outcome<unknown>,
): void {
  scope.route({
    method,
    url,
    async handler(request, reply) {
      const path = pathOf(request);
      if (!path.ok) return sendProblem(reply, path.refusal);
      const asked = readInput(schema, request.body);
      if (!asked.ok) return sendProblem(reply, asked.refusal);
      return answer(reply, await change(path.value, asked.value));
    },
  });
}

function pathOf(request: FastifyRequest): Result<QueuePath, AdminProblem> {
  const path = readInput(queuePathSchema, request.params);
  return path.ok ? ok({ tenant: tenantId(path.value.tenantId), queue: path.value.queueId }) : path;
}
