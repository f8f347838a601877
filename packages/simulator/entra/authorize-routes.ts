import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerWithCode, answerWithRefusal } from './answer-authorize.ts';
import { decideAuthorize } from './authorize-decision.ts';
import { readSession, signedInAccounts } from './browser-session.ts';
import type { EntraContext } from './entra-context.ts';
import { formOf, queryOf, readParameters } from './parameters.ts';
import { readAuthorizeRequest } from './read-authorize-request.ts';
import { traceOf } from './request-trace.ts';
import { notConsented } from './scopes.ts';
import { sendPicker } from './sign-in-routes.ts';
import { readTenant } from './tenants.ts';

const path = '/:tenant/oauth2/v2.0/authorize';

/** Where a browser comes in with an application's wish to sign somebody in. */
export function registerAuthorizeRoutes(app: FastifyInstance, context: EntraContext): void {
  app.get<{ Params: { tenant: string } }>(path, async (request, reply) =>
    answerAuthorize(request, reply, request.params.tenant, queryOf(request.url), context),
  );
  app.post<{ Params: { tenant: string } }>(path, async (request, reply) =>
    answerAuthorize(request, reply, request.params.tenant, formOf(request), context),
  );
}

async function answerAuthorize(
  request: FastifyRequest,
  reply: FastifyReply,
  tenantSegment: string,
  encoded: string,
  context: EntraContext,
): Promise<FastifyReply> {
  const trace = traceOf(request, context);
  const tenant = readTenant(tenantSegment, context.options);
  if (!tenant.ok) return answerWithRefusal(reply, { to: 'person', refusal: tenant.refusal }, trace);
  const parameters = readParameters(encoded);
  if (!parameters.ok) return answerWithRefusal(reply, { to: 'person', refusal: parameters.refusal }, trace);
  const read = readAuthorizeRequest(parameters.value, context);
  if (!read.ok) return answerWithRefusal(reply, read.refusal, trace);
  const asked = read.value;
  if (!context.consents.isApproved(asked.app)) {
    const fault = { ...notConsented(asked.app, asked.scope), error: 'consent_required' };
    return answerWithRefusal(reply, { to: 'application', reply: asked.reply, refusal: fault }, trace);
  }
  const session = readSession(request, context);
  const decision = decideAuthorize(asked, signedInAccounts(session, context));
  if (decision.kind === 'refuse') {
    return answerWithRefusal(
      reply,
      { to: 'application', reply: asked.reply, refusal: decision.refusal },
      trace,
    );
  }
  if (decision.kind === 'answer' && session !== undefined) {
    return answerWithCode(reply, asked, decision.account, session, context);
  }
  const flow = context.newSecret();
  context.pending.set(flow, { request: asked });
  return sendPicker(reply, { flow, tenantSegment, search: '', session }, asked, context);
}
