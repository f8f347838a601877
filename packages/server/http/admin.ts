import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import { doctorQuerySchema } from '@switchboard/contract/admin/doctor';
import { tenantPathSchema } from '@switchboard/contract/admin/operator';
import { addTenantSchema, changeTenantSchema } from '@switchboard/contract/admin/tenant';
import { tenantId } from '@switchboard/domain/ids';
import { listTenants } from '@switchboard/store/tenants/tenants';
import type { FastifyInstance } from 'fastify';
import { type Administration, createAdministration } from '../handle/administration.ts';
import type { AdministrationParts } from '../handle/administration-parts.ts';
import { createSoundConverter } from '../media/sound-converter.ts';
import { addCallRoutes } from './admin-call-routes.ts';
import type { DoctorChecks } from './admin-checks.ts';
import { addContactRoutes } from './admin-contact-routes.ts';
import { addDirectoryRoutes } from './admin-directory-routes.ts';
import { examine } from './admin-doctor.ts';
import { bodyProblem, sendProblem } from './admin-error.ts';
import { createAdminGuard } from './admin-guard.ts';
import { readInput } from './admin-input.ts';
import { addOperatorRoutes } from './admin-operator-routes.ts';
import { addQueueRoutes } from './admin-queue-routes.ts';
import { answer, refuse } from './admin-refusal.ts';
import { addSoundRoutes } from './admin-sound-routes.ts';
import { addTemplateRoutes } from './admin-template-routes.ts';
import { registerMedia } from './media.ts';

export interface AdminParts extends Omit<AdministrationParts, 'convertSound'> {
  /** What an administrator proves themselves by; without one the routes answer 404. */
  readonly adminToken: string | undefined;
  readonly checks: DoctorChecks;
}

/**
 * The administration: every address below /api/admin, for holders of the token only. What they upload is fetched by
 * Graph without a token, below /media.
 */
export function registerAdmin(app: FastifyInstance, parts: AdminParts): void {
  const converter = createSoundConverter({ clock: parts.clock });
  app.addHook('onClose', () => converter.stop());
  registerMedia(app, parts.store);
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
    const administration = createAdministration({
      ...parts,
      convertSound: (file) => converter.convertSound(file),
    });
    addTenantRoutes(scope, administration);
    addQueueRoutes(scope, administration);
    addSoundRoutes(scope, administration);
    addTemplateRoutes(scope, administration);
    addOperatorRoutes(scope, administration);
    addDirectoryRoutes(scope, administration);
    addCallRoutes(scope, administration);
    addContactRoutes(scope, parts);
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
  scope.patch(`${adminRoutes.tenants}/:tenantId`, async (request, reply) => {
    const path = readInput(tenantPathSchema, request.params);
    if (!path.ok) return sendProblem(reply, path.refusal);
    const asked = readInput(changeTenantSchema, request.body);
    if (!asked.ok) return sendProblem(reply, asked.refusal);
    return answer(reply, await administration.changeTenant(tenantId(path.value.tenantId), asked.value));
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
