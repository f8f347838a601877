import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import { doctorQuerySchema } from '@switchboard/contract/admin/doctor';
import {
  operatorPathSchema,
  putOperatorSchema,
  tenantPathSchema,
} from '@switchboard/contract/admin/operator';
import { addQueueSchema } from '@switchboard/contract/admin/queue';
import { addTenantSchema } from '@switchboard/contract/admin/tenant';
import { personId, tenantId } from '@switchboard/domain/ids';
import { listTenants } from '@switchboard/store/tenants/tenants';
import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  type Administration,
  type AdministrationParts,
  type AdministrationRefusal,
  createAdministration,
} from '../handle/administration.ts';
import type { DoctorChecks } from './admin-checks.ts';
import { examine } from './admin-doctor.ts';
import { bodyProblem, sendProblem } from './admin-error.ts';
import { createAdminGuard } from './admin-guard.ts';
import { readInput } from './admin-input.ts';

export interface AdminParts extends AdministrationParts {
  /** What an administrator proves themselves by; without one the routes answer 404. */
  readonly adminToken: string | undefined;
  readonly checks: DoctorChecks;
}

/** The administration: every address below /api/admin, for holders of the token only. */
export function registerAdmin(app: FastifyInstance, parts: AdminParts): void {
  void app.register((scope, _options, done) => {
    scope.addHook('onRequest', createAdminGuard(parts.adminToken));
    scope.addHook('onSend', async (_request, reply) => {
      reply.header('Cache-Control', 'no-store');
    });
    scope.setErrorHandler((error, _request, reply) => {
      const problem = bodyProblem(error);
      // Everything else is for the error handler of the whole server.
      if (problem === undefined) throw error;
      return reply.code(problem.status).send(problem.body);
    });
    const administration = createAdministration(parts);
    addTenantRoutes(scope, administration);
    addQueueRoutes(scope, administration);
    addOperatorRoutes(scope, administration);
    addDoctorRoute(scope, parts);
    addNotFound(scope);
    done();
  });
}

function addTenantRoutes(scope: FastifyInstance, administration: Administration): void {
  scope.get(adminRoutes.tenants, async () => ({ tenants: await administration.tenants() }));
  scope.post(adminRoutes.tenants, async (request, reply) => {
    const asked = readInput(addTenantSchema, request.body);
    if (!asked.ok) return sendProblem(reply, asked.refusal);
    const { isNew, view } = await administration.putTenant(asked.value);
    return reply.code(isNew ? 201 : 200).send(view);
  });
}

function addQueueRoutes(scope: FastifyInstance, administration: Administration): void {
  const address = `${adminRoutes.tenants}/:tenantId/queues`;
  scope.get(address, async (request, reply) => {
    const path = readInput(tenantPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const found = await administration.queues(tenantId(path.value.tenantId));
    return found.ok ? { queues: found.value } : refuse(reply, found.refusal);
  });
  scope.post(address, async (request, reply) => {
    const path = readInput(tenantPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const asked = readInput(addQueueSchema, request.body);
    if (!asked.ok) return sendProblem(reply, asked.refusal);
    const added = await administration.addQueue(tenantId(path.value.tenantId), asked.value);
    return added.ok ? reply.code(201).send(added.value) : refuse(reply, added.refusal);
  });
}

function addOperatorRoutes(scope: FastifyInstance, administration: Administration): void {
  const address = `${adminRoutes.tenants}/:tenantId/operators`;
  scope.get(address, async (request, reply) => {
    const path = readInput(tenantPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const found = await administration.operators(tenantId(path.value.tenantId));
    return found.ok ? { operators: found.value } : refuse(reply, found.refusal);
  });
  scope.put(`${address}/:personId`, async (request, reply) => {
    const path = readInput(operatorPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const asked = readInput(putOperatorSchema, request.body);
    if (!asked.ok) return sendProblem(reply, asked.refusal);
    const { tenantId: tenant, personId: person } = path.value;
    const put = await administration.putOperator(tenantId(tenant), personId(person), asked.value);
    if (!put.ok) return refuse(reply, put.refusal);
    return reply.code(put.value.isNew ? 201 : 200).send(put.value.view);
  });
}

function addDoctorRoute(scope: FastifyInstance, { checks, store }: AdminParts): void {
  scope.get(adminRoutes.doctor, async (request, reply) => {
    const query = readInput(doctorQuerySchema, request.query);
    if (!query.ok) return sendProblem(reply, query.refusal);
    const report = await examine(checks, () => listTenants(store), query.value.tenantId);
    return report.ok ? report.value : refuse(reply, report.refusal);
  });
}

function addNotFound(scope: FastifyInstance): void {
  scope.all(`${adminRoutes.root}/*`, (request, reply) =>
    sendProblem(reply, {
      status: 404,
      code: 'notFound',
      field: 'path',
      message: `The administration has no ${request.method} ${request.url.split('?')[0]}`,
      remedy: 'look up method and address in the manual; switchboard --help lists what can be done',
    }),
  );
}

const statusOf = { tenantUnknown: 404, queueUnknown: 400, instanceTaken: 409 } as const;

const refuse = (reply: FastifyReply, refusal: AdministrationRefusal): FastifyReply =>
  sendProblem(reply, { status: statusOf[refusal.code], ...refusal });
