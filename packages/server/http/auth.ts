import { routes } from '@switchboard/contract/http-routes';
import type { EntraClients } from '@switchboard/graph/auth/create-entra-clients';
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
import { changeWork } from '../handle/operator-work.ts';
import { messagePage } from './message-page.ts';
import { hashOf, newSecret } from './secrets.ts';
import { cookieOf, sessionCookie, sessionOf } from './session-of.ts';

export interface AuthParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly entra: EntraClients;
  readonly log: Logger;
  readonly publicUrl: string;
  /** Told when a session ends, so that its consoles are closed. */
  readonly onSignedOut: (tokenHash: string) => void;
}

/** A sign-in that takes longer was left lying. */
const signInTime = 10 * 60_000;
/** A working day and a little: operators sign in once a day. */
const sessionTime = 14 * 3_600_000;

/** The cookie that ties a sign-in to the browser that began it. */
const stateCookie = 'switchboard_sign_in';
const callback = '/auth/callback';

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
    return { operatorId, name, userPrincipalName, tenantName: tenant?.name ?? '', queues: [] };
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
  const { store, clock, entra, publicUrl } = parts;
  const [state, nonce, codeVerifier] = [newSecret(), newSecret(), newSecret()];
  const { hint } = request.query as { hint?: unknown };
  const redirectUri = `${publicUrl}${callback}`;
  const loginHint = typeof hint === 'string' && hint.length < 200 ? { loginHint: hint } : {};
  try {
    const url = await entra.signInUrl({
      redirectUri,
      state,
      nonce,
      codeChallenge: hashOf(codeVerifier),
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

async function finish(parts: AuthParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { store, clock, entra, publicUrl } = parts;
  const query = request.query as Record<string, unknown>;
  const state = typeof query['state'] === 'string' ? query['state'] : '';
  const code = typeof query['code'] === 'string' ? query['code'] : '';
  const isOurs = state !== '' && cookieOf(request.headers.cookie, stateCookie) === state;
  const signIn = isOurs ? await takeSignIn(store, hashOf(state), clock.now()) : undefined;
  if (signIn === undefined) {
    const text = 'This sign-in was not begun in this browser, or it took too long. Begin again.';
    return messagePage(reply, 400, 'That sign-in is not valid', text);
  }
  if (code === '')
    return messagePage(reply, 403, 'You are not signed in', 'Microsoft ended the sign-in. Begin again.');
  const redeemed = await entra.redeemCode({ code, redirectUri: `${publicUrl}${callback}`, ...signIn });
  if (!redeemed.ok) {
    parts.log.warn('sign-in refused', { code: redeemed.refusal.code });
    return messagePage(
      reply,
      403,
      'You are not signed in',
      'Microsoft did not confirm who you are. Begin again.',
    );
  }
  const { tenantId, personId } = redeemed.value;
  const operator = await findOperator(store, tenantId, personId);
  if (operator === undefined) {
    const text = 'Your account is not an operator here. Ask your administrator to add you to a queue.';
    return messagePage(reply, 403, 'You cannot use Switchboard yet', text);
  }
  const token = newSecret();
  const now = clock.now();
  const expiresAt = now + sessionTime;
  await recordSession(store, {
    tokenHash: hashOf(token),
    tenantId,
    operatorId: operator.operatorId,
    expiresAt,
  });
  await changeOperatorWork(store, tenantId, operator.operatorId, now, (known) =>
    changeWork(known, { type: 'signedIn' }, now),
  );
  await setQueueMembership(store, tenantId, { operatorId: operator.operatorId, isActive: true }, now);
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
  }
  reply.clearCookie(sessionCookie, { path: '/' });
  return reply.redirect(parts.entra.signOutUrl(`${parts.publicUrl}/`), 303);
}
