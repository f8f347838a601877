import type { FastifyInstance, FastifyReply } from 'fastify';
import { forgetSession } from './browser-session.ts';
import type { EntraContext } from './entra-context.ts';
import { messagePage, refusalPage } from './message-page.ts';
import { pageHeaders } from './page-frame.ts';
import { queryOf, readParameters } from './parameters.ts';
import { isRegisteredRedirect } from './redirect-uri.ts';
import type { EntraRefusal } from './refusal.ts';
import { traceOf } from './request-trace.ts';
import { readTenant } from './tenants.ts';

/** Signs everybody out of this browser. It leads on only to an address that an application has registered. */
export function registerLogoutRoutes(app: FastifyInstance, context: EntraContext): void {
  app.get<{ Params: { tenant: string } }>('/:tenant/oauth2/v2.0/logout', async (request, reply) => {
    const fault = (refusal: EntraRefusal): FastifyReply =>
      reply
        .code(400)
        .headers(pageHeaders)
        .send(refusalPage(refusal, traceOf(request, context)));
    const tenant = readTenant(request.params.tenant, context.options);
    if (!tenant.ok) return fault(tenant.refusal);
    const parameters = readParameters(queryOf(request.url));
    if (!parameters.ok) return fault(parameters.refusal);
    forgetSession(request, reply, context);
    const target = parameters.value.get('post_logout_redirect_uri');
    if (
      target !== undefined &&
      context.options.apps.some((one) => isRegisteredRedirect(target, one.redirectUris))
    ) {
      const state = parameters.value.get('state');
      const suffix =
        state === undefined ? '' : `${target.includes('?') ? '&' : '?'}state=${encodeURIComponent(state)}`;
      return reply.redirect(target + suffix, 302);
    }
    const text = 'You signed out of your account. It is a good idea to close all windows of the browser.';
    return reply.headers(pageHeaders).send(messagePage('You signed out', text));
  });
}
