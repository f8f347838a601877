import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { type EntraContext, issuerOf } from './entra-context.ts';
import type { EntraAccount, EntraApp } from './entra-options.ts';
import { graphResource, type Resource } from './scopes.ts';

export interface IssuedToken {
  readonly token: string;
  /** Seconds. */
  readonly expiresIn: number;
}

/** Access tokens live 60 to 90 minutes, each its own time, so that clients do not all come back at once. */
const shortestLife = 3600;
const lifeSpread = 1800;

/** An id token is read at once and lives an hour. */
const idTokenLife = 3600;

export const secondsOf = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/** A token that lets an application act for a person. */
export function issueUserToken(
  context: EntraContext,
  app: EntraApp,
  account: EntraAccount,
  resource: Resource,
  permissions: readonly string[],
): Promise<IssuedToken> {
  return issue(context, app, resource, {
    sub: pairwiseSubject(account, resource),
    oid: account.id,
    name: account.displayName,
    scp: permissions.join(' '),
    idtyp: 'user',
    ...(resource.kind === 'graph'
      ? { upn: account.userPrincipalName, unique_name: account.userPrincipalName }
      : { preferred_username: account.userPrincipalName }),
  });
}

/** A token of an application in its own name. Its object here is known by the application's id. */
export function issueApplicationToken(
  context: EntraContext,
  app: EntraApp,
  resource: Resource,
): Promise<IssuedToken> {
  return issue(context, app, resource, {
    sub: app.applicationId,
    oid: app.applicationId,
    roles: resource.kind === 'graph' ? app.applicationPermissions : [],
    idtyp: 'app',
  });
}

/**
 * Tokens for Graph are of version 1 (issuer `sts.windows.net`, `appid`), tokens for an application of ours of version 2
 * (https://learn.microsoft.com/entra/identity-platform/access-tokens#token-formats, 2026-11-23).
 */
async function issue(
  context: EntraContext,
  app: EntraApp,
  resource: Resource,
  claims: JWTPayload,
): Promise<IssuedToken> {
  const { clock, tenantId } = context.options;
  const now = secondsOf(clock.now());
  const id = context.newSecret();
  const expiresIn = shortestLife + spreadOf(id);
  const byVersion: JWTPayload =
    resource.kind === 'graph'
      ? { aud: graphResource, iss: stsIssuer(tenantId), appid: app.applicationId, ver: '1.0' }
      : { aud: resource.app.applicationId, iss: issuerOf(context), azp: app.applicationId, ver: '2.0' };
  const token = await context.key.sign({
    ...byVersion,
    ...claims,
    tid: tenantId,
    uti: id.slice(0, 22),
    iat: now,
    nbf: now,
    exp: now + expiresIn,
  });
  return { token, expiresIn };
}

export interface IdTokenRequest {
  readonly app: EntraApp;
  readonly account: EntraAccount;
  readonly nonce: string | undefined;
  readonly sessionId: string;
  readonly authenticatedAt: number;
  readonly openId: ReadonlySet<string>;
}

export function issueIdToken(context: EntraContext, request: IdTokenRequest): Promise<string> {
  const { app, account } = request;
  const now = secondsOf(context.options.clock.now());
  return context.key.sign({
    aud: app.applicationId,
    iss: issuerOf(context),
    iat: now,
    nbf: now,
    exp: now + idTokenLife,
    name: account.displayName,
    oid: account.id,
    preferred_username: account.userPrincipalName,
    sub: pairwiseSubject(account, { kind: 'app', app }),
    tid: context.options.tenantId,
    uti: context.newSecret().slice(0, 22),
    ver: '2.0',
    sid: request.sessionId,
    auth_time: secondsOf(request.authenticatedAt),
    login_hint: account.userPrincipalName,
    ...(request.openId.has('email') ? { email: account.userPrincipalName } : {}),
    ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
  });
}

export const stsIssuer = (tenantId: string): string => `https://sts.windows.net/${tenantId}/`;

/** The same person has another `sub` at every application, as at Microsoft. */
function pairwiseSubject(account: EntraAccount, resource: Resource): string {
  const audience = resource.kind === 'graph' ? graphResource : resource.app.applicationId;
  return createHash('sha256').update(`${account.id} ${audience}`).digest('base64url');
}

const spreadOf = (id: string): number =>
  createHash('sha256').update(id).digest().readUInt32BE(0) % (lifeSpread + 1);
