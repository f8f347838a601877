import type { FastifyInstance, FastifyReply } from 'fastify';
import type { EntraContext } from './entra-context.ts';
import { refusal, tokenErrorBody } from './refusal.ts';
import { traceOf } from './request-trace.ts';
import { readTenant, type TenantSegment } from './tenants.ts';

interface TenantRoute {
  Params: { tenant: string };
}

/** The documents that a client reads before it talks to us. Any page may read them, as at Microsoft. */
export function registerDiscoveryRoutes(app: FastifyInstance, context: EntraContext): void {
  const documents = [
    { path: '/:tenant/v2.0/.well-known/openid-configuration', version: 'v2' },
    { path: '/:tenant/.well-known/openid-configuration', version: 'v1' },
  ] as const;
  for (const { path, version } of documents) {
    app.get<TenantRoute>(path, async (request, reply) => {
      const tenant = readTenant(request.params.tenant, context.options);
      allowAnyOrigin(reply);
      if (tenant.ok) return openIdConfiguration(tenant.value, version, context);
      return reply
        .code(400)
        .send(tokenErrorBody({ ...tenant.refusal, error: 'invalid_tenant' }, traceOf(request, context)));
    });
  }

  for (const path of ['/:tenant/discovery/v2.0/keys', '/:tenant/discovery/keys']) {
    app.get<TenantRoute>(path, async (request, reply) => {
      const tenant = readTenant(request.params.tenant, context.options);
      allowAnyOrigin(reply);
      if (!tenant.ok) {
        return reply
          .code(400)
          .send(tokenErrorBody({ ...tenant.refusal, error: 'invalid_tenant' }, traceOf(request, context)));
      }
      return { keys: [{ ...context.key.published, issuer: issuerFor(tenant.value, context) }] };
    });
  }

  app.get('/common/discovery/instance', async (request, reply) => {
    allowAnyOrigin(reply);
    const endpoint =
      new URL(request.url, context.options.publicUrl()).searchParams.get('authorization_endpoint') ?? '';
    const { host } = new URL(context.options.publicUrl());
    if (URL.parse(endpoint)?.host !== host) {
      const unknown = refusal(
        'invalid_instance',
        50049,
        `Unknown or invalid instance: '${endpoint}' is not served here.`,
      );
      return reply.code(400).send(tokenErrorBody(unknown, traceOf(request, context)));
    }
    return instanceDiscovery(host, context);
  });
}

const allowAnyOrigin = (reply: FastifyReply): void => {
  reply.header('access-control-allow-origin', '*').header('cache-control', 'max-age=86400, private');
};

const segmentOf = (tenant: TenantSegment): string => (tenant.kind === 'any' ? tenant.name : tenant.tenantId);

/** For no tenant in particular the issuer holds a placeholder, which a verifier fills with the token's `tid`. */
const issuerFor = (tenant: TenantSegment, context: EntraContext): string =>
  `${context.options.publicUrl()}/${tenant.kind === 'any' ? '{tenantid}' : tenant.tenantId}/v2.0`;

function openIdConfiguration(
  tenant: TenantSegment,
  version: 'v1' | 'v2',
  context: EntraContext,
): Record<string, unknown> {
  const base = `${context.options.publicUrl()}/${segmentOf(tenant)}`;
  const issuer =
    version === 'v2'
      ? issuerFor(tenant, context)
      : `https://sts.windows.net/${tenant.kind === 'any' ? '{tenantid}' : tenant.tenantId}/`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    jwks_uri: version === 'v2' ? `${base}/discovery/v2.0/keys` : `${base}/discovery/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer,
    request_uri_parameter_supported: false,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'nbf',
      'auth_time',
      'nonce',
      'name',
      'preferred_username',
      'oid',
      'tid',
      'ver',
      'sid',
      'email',
      'login_hint',
    ],
    tenant_region_scope: null,
    cloud_instance_name: new URL(context.options.publicUrl()).host,
    msgraph_host: 'graph.microsoft.com',
  };
}

const instanceDiscovery = (host: string, context: EntraContext): Record<string, unknown> => ({
  tenant_discovery_endpoint: `${context.options.publicUrl()}/${context.options.tenantId}/v2.0/.well-known/openid-configuration`,
  'api-version': '1.1',
  metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
});
