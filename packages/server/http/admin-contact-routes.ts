import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import { tenantPathSchema } from '@switchboard/contract/admin/operator';
import { type TenantId, tenantId } from '@switchboard/domain/ids';
import { findTenant } from '@switchboard/store/tenants/tenants';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { tenantUnknown } from '../handle/administration-refusal.ts';
import { type ContactImportParts, importContacts } from '../handle/contact-import.ts';
import { sendProblem } from './admin-error.ts';
import { readInput } from './admin-input.ts';
import { refuse } from './admin-refusal.ts';
import { csvOf, sendContacts, takeCsvAsItIs } from './contacts.ts';
import type { PatientRoute } from './request-patience.ts';

const contacts = `${adminRoutes.tenants}/:tenantId/contacts.csv`;

/** The contacts that the operators of a tenant keep together, as a file. */
export function addContactRoutes(scope: FastifyInstance, parts: ContactImportParts): void {
  const inTenant =
    (work: (tenant: TenantId, request: FastifyRequest, reply: FastifyReply) => unknown) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const path = readInput(tenantPathSchema, request.params);
      if (!path.ok) return sendProblem(reply, path.refusal);
      const tenant = tenantId(path.value.tenantId);
      if ((await findTenant(parts.store, tenant)) === undefined)
        return refuse(reply, tenantUnknown(tenant).refusal);
      return work(tenant, request, reply);
    };
  void scope.register((files, _options, done) => {
    takeCsvAsItIs(files);
    files.get(
      contacts,
      inTenant((tenant, _request, reply) => sendContacts(reply, parts, tenant)),
    );
    const config: PatientRoute = { isUpload: true };
    files.post(
      contacts,
      { config },
      inTenant((tenant, request) =>
        importContacts(parts, { tenantId: tenant, by: undefined }, csvOf(request)),
      ),
    );
    done();
  });
}
