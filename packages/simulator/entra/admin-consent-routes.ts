import { ok, type Result, refused } from '@switchboard/kit/result';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerWithRefusal } from './answer-authorize.ts';
import type { AuthorizeRefusal, ReplyAddress } from './authorize-request.ts';
import { sendAnswer } from './authorize-response.ts';
import { renderConsent } from './consent-page.ts';
import { type EntraContext, findApp } from './entra-context.ts';
import type { EntraApp } from './entra-options.ts';
import { pageHeaders } from './page-frame.ts';
import { formOf, queryOf, readParameters } from './parameters.ts';
import { unknownApplication } from './read-authorize-request.ts';
import { isRegisteredRedirect } from './redirect-uri.ts';
import { type EntraRefusal, missingParameter, refusal } from './refusal.ts';
import { traceOf } from './request-trace.ts';
import { readTenant } from './tenants.ts';

interface ConsentRequest {
  readonly app: EntraApp;
  readonly reply: ReplyAddress;
  readonly scope: string | undefined;
}

/**
 * An administrator approves an application for everybody. The old address has no `scope`, the new one needs it
 * (https://learn.microsoft.com/entra/identity-platform/v2-admin-consent, 2026-11-23).
 */
export function registerAdminConsentRoutes(app: FastifyInstance, context: EntraContext): void {
  for (const path of ['/:tenant/v2.0/adminconsent', '/:tenant/adminconsent']) {
    const needsScope = path.includes('v2.0');
    app.get<{ Params: { tenant: string } }>(path, async (request, reply) => {
      const asked = readConsentRequest(queryOf(request.url), request.params.tenant, needsScope, context);
      return asked.ok
        ? sendConsentPage(reply, asked.value, request.url, context)
        : refuse(request, reply, asked.refusal);
    });
    app.post<{ Params: { tenant: string } }>(path, async (request, reply) => {
      const asked = readConsentRequest(queryOf(request.url), request.params.tenant, needsScope, context);
      if (!asked.ok) return refuse(request, reply, asked.refusal);
      const decision = new URLSearchParams(formOf(request)).get('decision');
      return decision === 'accept'
        ? approve(reply, asked.value, context)
        : decline(request, reply, asked.value);
    });
  }

  function refuse(request: FastifyRequest, reply: FastifyReply, fault: EntraRefusal): FastifyReply {
    const toPerson: AuthorizeRefusal = { to: 'person', refusal: fault };
    return answerWithRefusal(reply, toPerson, traceOf(request, context));
  }

  function decline(request: FastifyRequest, reply: FastifyReply, asked: ConsentRequest): FastifyReply {
    const { correlationId, traceId } = traceOf(request, context);
    return sendAnswer(reply, asked.reply, {
      error: 'consent_required',
      error_description: `AADSTS65004: The resource owner or authorization server denied the request. Trace ID: ${traceId} Correlation ID: ${correlationId}`,
      admin_consent: 'True',
      tenant: context.options.tenantId,
    });
  }
}

function sendConsentPage(
  reply: FastifyReply,
  asked: ConsentRequest,
  url: string,
  context: EntraContext,
): FastifyReply {
  return reply.headers(pageHeaders).send(
    renderConsent({
      app: asked.app,
      action: url,
      hidden: {},
      delegated: asked.app.delegatedPermissions,
      application: asked.app.applicationPermissions,
      organisation: context.options.tenantName,
    }),
  );
}

function approve(reply: FastifyReply, asked: ConsentRequest, context: EntraContext): FastifyReply {
  context.consents.approve(asked.app);
  return sendAnswer(reply, asked.reply, {
    admin_consent: 'True',
    tenant: context.options.tenantId,
    ...(asked.scope === undefined ? {} : { scope: asked.scope }),
  });
}

function readConsentRequest(
  encoded: string,
  tenantSegment: string,
  needsScope: boolean,
  context: EntraContext,
): Result<ConsentRequest, EntraRefusal> {
  const tenant = readTenant(tenantSegment, context.options);
  if (!tenant.ok) return tenant;
  const parameters = readParameters(encoded);
  if (!parameters.ok) return parameters;
  const clientId = parameters.value.get('client_id');
  if (clientId === undefined) return refused(missingParameter('client_id'));
  const app = findApp(context, clientId);
  if (app === undefined) return refused(unknownApplication(clientId, context));
  const redirectUri = parameters.value.get('redirect_uri');
  if (redirectUri === undefined) return refused(missingParameter('redirect_uri'));
  if (!isRegisteredRedirect(redirectUri, app.redirectUris)) {
    return refused(
      refusal(
        'invalid_request',
        50011,
        `The redirect URI '${redirectUri}' is not configured for the application '${clientId}'.`,
      ),
    );
  }
  const scope = parameters.value.get('scope');
  if (needsScope && scope === undefined) return refused(missingParameter('scope'));
  const state = parameters.value.get('state');
  return ok({ app, scope, reply: { redirectUri, responseMode: 'query', state } });
}
