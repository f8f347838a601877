import { type Result, refused } from '@switchboard/kit/result';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticateClient } from './client-authentication.ts';
import type { EntraContext } from './entra-context.ts';
import { grantByCode } from './grant-authorization-code.ts';
import { grantToApplication } from './grant-client-credentials.ts';
import { grantOnBehalfOf } from './grant-on-behalf-of.ts';
import { grantByRefreshToken } from './grant-refresh-token.ts';
import { readParameters } from './parameters.ts';
import { isRegisteredOrigin } from './redirect-uri.ts';
import { type EntraRefusal, missingParameter, refusal, tokenErrorBody } from './refusal.ts';
import { traceOf } from './request-trace.ts';
import { readTenant } from './tenants.ts';

const path = '/:tenant/oauth2/v2.0/token';

export function registerTokenRoutes(app: FastifyInstance, context: EntraContext): void {
  const allowOrigin = (request: FastifyRequest, reply: FastifyReply): void => {
    const { origin } = request.headers;
    if (
      origin === undefined ||
      !context.options.apps.some((one) => isRegisteredOrigin(origin, one.redirectUris))
    )
      return;
    reply.header('access-control-allow-origin', origin).header('vary', 'origin');
  };

  // What Fastify itself turns down (too large, another type, malformed) is answered in the same words.
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) throw error;
    const malformed = refusal('invalid_request', 9002313, `Invalid request: ${error.message}.`);
    return reply.code(status).send(tokenErrorBody(malformed, traceOf(request, context)));
  });

  app.options(path, async (request, reply) => {
    allowOrigin(request, reply);
    reply.header('access-control-allow-methods', 'POST, OPTIONS');
    const asked = request.headers['access-control-request-headers'];
    if (asked !== undefined) reply.header('access-control-allow-headers', asked);
    return reply.header('access-control-max-age', 86_400).code(204).send();
  });

  app.post<{ Params: { tenant: string } }>(path, async (request, reply) => {
    allowOrigin(request, reply);
    reply.header('cache-control', 'no-store').header('pragma', 'no-cache');
    const trace = traceOf(request, context);
    reply.header('x-ms-request-id', trace.traceId).header('client-request-id', trace.correlationId);
    const answer = await answerTokenRequest(request, request.params.tenant, context);
    if (answer.ok) return answer.value;
    return reply.code(answer.refusal.status).send(tokenErrorBody(answer.refusal, trace));
  });
}

async function answerTokenRequest(
  request: FastifyRequest,
  tenantSegment: string,
  context: EntraContext,
): Promise<Result<Record<string, unknown>, EntraRefusal>> {
  const tenant = readTenant(tenantSegment, context.options);
  if (!tenant.ok) return tenant;
  if (typeof request.body !== 'string') {
    return refused(
      refusal(
        'invalid_request',
        9002313,
        "Invalid request: the body must be of type 'application/x-www-form-urlencoded'.",
      ),
    );
  }
  const read = readParameters(request.body);
  if (!read.ok) return read;
  const parameters = read.value;
  const grantType = parameters.get('grant_type');
  if (grantType === undefined) return refused(missingParameter('grant_type'));
  const client = await authenticateClient(parameters, context);
  if (!client.ok) return client;
  const { origin } = request.headers;
  const hasOrigin = origin !== undefined && isRegisteredOrigin(origin, client.value.app.redirectUris);
  switch (grantType) {
    case 'authorization_code':
      return grantByCode(parameters, client.value, hasOrigin, context);
    case 'refresh_token':
      return grantByRefreshToken(parameters, client.value, hasOrigin, context);
    case 'client_credentials':
      return grantToApplication(parameters, client.value, tenant.value, context);
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return grantOnBehalfOf(parameters, client.value, context);
    default:
      return refused(
        refusal(
          'unsupported_grant_type',
          70003,
          `The app requested an unsupported grant type '${grantType}'.`,
        ),
      );
  }
}
