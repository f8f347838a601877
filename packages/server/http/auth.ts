import { routes } from '@switchboard/contract/http-routes';
import type { SignedInView } from '@switchboard/contract/views/signed-in-view';
import type { EntraClientsForOperators } from '@switchboard/graph/auth/create-entra-clients';
import type { PersonKey } from '@switchboard/graph/auth/token-cache-store';
import type { Clock } from '@switchboard/kit/clock';
import { asError } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import { recordSession, recordSignIn, takeSignIn } from '@switchboard/store/access/sessions';
import { signOut as endSession } from '@switchboard/store/access/sign-out';
import type { Store } from '@switchboard/store/access/store';
import { changeOperatorWork } from '@switchboard/store/operators/operators';
import { setQueueMembership } from '@switchboard/store/operators/queue-membership';
import { findOperator, findTenant } from '@switchboard/store/tenants/tenants';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allOperatorScopes } from '../handle/operator-scopes.ts';
import { changeWork } from '../handle/operator-work.ts';
import { messagePage } from './message-page.ts';
import { hashOf, newSecret } from './secrets.ts';
import { cookieOf, sessionCookie, sessionOf } from './session-of.ts';

export interface AuthParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly entra: EntraClientsForOperators;
  readonly log: Logger;
  readonly publicUrl: string;
  /** Told when a session ends, so that its consoles are closed. */
  readonly onSignedOut: (tokenHash: string) => void;
  /** Told when an operator's last session ends, before what was known by their tokens is forgotten. */
  readonly onLeft?: (person: PersonKey) => Promise<void>;
}

/**
 * What a sign-in asks for: `all` the permissions of {@link allOperatorScopes}, or, where the tenant does not grant them,
 * `basic`: who they are, and nothing else.
 */
type Rights = 'all' | 'basic';

/** A sign-in that takes longer was left lying. */
const signInTime = 10 * 60_000;
/** A working day and a little: operators sign in once a day. */
const sessionTime = 14 * 3_600_000;

/** The cookie that ties a sign-in to the browser that began it. */
const stateCookie = 'switchboard_sign_in';
/** Remembers that the tenant did not grant all rights, so that a day's sign-ins do not run into the same page. */
const rightsCookie = 'switchboard_rights';
const rightsTime = 24 * 3_600_000;
const callback = '/auth/callback';

/** Entra's words for what the tenant, or the person, does not grant; with less asked for, a sign-in may do. */
const ungranted: ReadonlySet<string> = new Set([
  'access_denied',
  'consent_required',
  'interaction_required',
  'invalid_scope',
]);

export function registerAuth(app: FastifyInstance, parts: AuthParts): void {
  app.get(routes.signIn, (request, reply) => begin(parts, request, reply));
  app.get(callback, (request, reply) => finish(parts, request, reply));
  app.post(routes.signOut, (request, reply) => signOut(parts, request, reply));
  app.get(routes.me, async (request, reply) => {
    const signedIn = await sessionOf(
      parts.store,
      parts.clock,
      cookieOf(request.headers.cookie, sessionCookie),
    );
    if (signedIn === undefined) return reply.code(401).send({ error: { code: 'notSignedIn' } });
    const { operatorId, name, userPrincipalName, tenantId } = signedIn.operator;
    const tenant = await findTenant(parts.store, tenantId);
    const me: SignedInView = { operatorId, name, userPrincipalName, tenantName: tenant?.name ?? '' };
    return me;
  });
}

const cookieOptions = (publicUrl: string, maxAge: number) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: publicUrl.startsWith('https:'),
  maxAge: Math.floor(maxAge / 1_000),
});

async function begin(parts: AuthParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { hint, rights } = request.query as { hint?: unknown; rights?: unknown };
  const loginHint = typeof hint === 'string' && hint.length < 200 ? { loginHint: hint } : {};
  const isBasic = rights !== 'all' && cookieOf(request.headers.cookie, rightsCookie) === 'basic';
  return sendToSignIn(parts, reply, isBasic ? 'basic' : 'all', loginHint);
}

async function sendToSignIn(
  parts: AuthParts,
  reply: FastifyReply,
  rights: Rights,
  loginHint: { readonly loginHint?: string } = {},
): Promise<FastifyReply> {
  const { store, clock, entra, publicUrl } = parts;
  const [secret, nonce, codeVerifier] = [newSecret(), newSecret(), newSecret()];
  const state = `${rights}.${secret}`;
  try {
    const url = await entra.signInUrl({
      redirectUri: `${publicUrl}${callback}`,
      state,
      nonce,
      codeChallenge: hashOf(codeVerifier),
      scopes: scopesOf(rights),
      ...loginHint,
    });
    await recordSignIn(store, {
      stateHash: hashOf(state),
      codeVerifier,
      nonce,
      expiresAt: clock.now() + signInTime,
    });
    return await reply.setCookie(stateCookie, state, cookieOptions(publicUrl, signInTime)).redirect(url);
  } catch (error) {
    parts.log.error('sign-in could not begin', { error: asError(error) });
    const text = 'Microsoft’s sign-in cannot be reached just now. Wait a moment, then try again.';
    return messagePage(reply, 503, 'Signing in is not possible', text);
  }
}

const scopesOf = (rights: Rights): readonly string[] => (rights === 'all' ? allOperatorScopes : []);

/** The same sign-in with less asked for: an operator works without what their tenant does not grant. */
async function signInWithLess(parts: AuthParts, reply: FastifyReply, reason: string): Promise<FastifyReply> {
  parts.log.info('sign-in without the rights of operators', { reason });
  reply.setCookie(rightsCookie, 'basic', cookieOptions(parts.publicUrl, rightsTime));
  return sendToSignIn(parts, reply, 'basic');
}

async function finish(parts: AuthParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { store, clock, entra, publicUrl } = parts;
  const query = request.query as Record<string, unknown>;
  const [state, code, error] = [textOf(query['state']), textOf(query['code']), textOf(query['error'])];
  const isOurs = state !== '' && cookieOf(request.headers.cookie, stateCookie) === state;
  const signIn = isOurs ? await takeSignIn(store, hashOf(state), clock.now()) : undefined;
  if (signIn === undefined) {
    const text = 'This sign-in was not begun in this browser, or it took too long. Begin again.';
    return messagePage(reply, 400, 'That sign-in is not valid', text);
  }
  const rights: Rights = state.startsWith('all.') ? 'all' : 'basic';
  if (code === '') {
    if (rights === 'all' && ungranted.has(error)) return signInWithLess(parts, reply, error);
    return messagePage(reply, 403, 'You are not signed in', 'Microsoft ended the sign-in. Begin again.');
  }
  const redirectUri = `${publicUrl}${callback}`;
  const redeemed = await entra.redeemCode({ code, redirectUri, ...signIn, scopes: scopesOf(rights) });
  if (!redeemed.ok) {
    const { code: reason } = redeemed.refusal;
    if (rights === 'all' && reason === 'ungranted') return signInWithLess(parts, reply, reason);
    parts.log.warn('sign-in refused', { code: reason });
    const text = 'Microsoft did not confirm who you are. Begin again.';
    return messagePage(reply, 403, 'You are not signed in', text);
  }
  const { tenantId, personId } = redeemed.value;
  const operator = await findOperator(store, tenantId, personId);
  if (operator === undefined) {
    await entra.operatorTokens.forget({ tenantId, personId });
    const text = 'Your account is not an operator here. Ask your administrator to add you to a queue.';
    return messagePage(reply, 403, 'You cannot use Switchboard yet', text);
  }
  if (rights === 'all') reply.clearCookie(rightsCookie, { path: '/' });
  return openSession(parts, reply, { tenantId, personId });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

async function openSession(
  { store, clock, publicUrl }: AuthParts,
  reply: FastifyReply,
  { tenantId, personId: operatorId }: PersonKey,
): Promise<FastifyReply> {
  const token = newSecret();
  const now = clock.now();
  await recordSession(store, {
    tokenHash: hashOf(token),
    tenantId,
    operatorId,
    expiresAt: now + sessionTime,
  });
  await changeOperatorWork(store, tenantId, operatorId, now, (known) =>
    changeWork(known, { type: 'signedIn' }, now),
  );
  await setQueueMembership(store, tenantId, { operatorId, isActive: true }, now);
  return reply
    .clearCookie(stateCookie, { path: '/' })
    .setCookie(sessionCookie, token, cookieOptions(publicUrl, sessionTime))
    .redirect('/');
}

async function signOut(
  parts: AuthParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const token = cookieOf(request.headers.cookie, sessionCookie);
  if (token !== undefined) {
    const { store, clock } = parts;
    const now = clock.now();
    const ended = await endSession(store, hashOf(token), now);
    parts.onSignedOut(hashOf(token));
    // Who says that they go is not waited for as somebody is whose connection broke.
    if (ended?.isLast === true)
      await changeOperatorWork(store, ended.tenantId, ended.operatorId, now, (known) =>
        changeWork(known, { type: 'signedOut' }, now),
      );
    if (ended?.isLastSession === true) await forgetTokens(parts, ended);
  }
  reply.clearCookie(sessionCookie, { path: '/' });
  return reply.redirect(parts.entra.signOutUrl(`${parts.publicUrl}/`), 303);
}

async function forgetTokens(
  { entra, onLeft }: AuthParts,
  { tenantId, operatorId }: { tenantId: PersonKey['tenantId']; operatorId: PersonKey['personId'] },
): Promise<void> {
  const person = { tenantId, personId: operatorId };
  await onLeft?.(person);
  await entra.operatorTokens.forget(person);
}
