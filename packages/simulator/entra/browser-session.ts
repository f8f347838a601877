import type { FastifyReply, FastifyRequest } from 'fastify';
import { type BrowserSession, type EntraContext, findAccount } from './entra-context.ts';
import type { EntraAccount } from './entra-options.ts';

const cookieName = 'simulated_entra_session';

export function readSession(request: FastifyRequest, context: EntraContext): BrowserSession | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === cookieName && value !== undefined) return context.sessions.get(value);
  }
  return undefined;
}

/** Everyone signed in with this browser who still has an account. */
export function signedInAccounts(session: BrowserSession | undefined, context: EntraContext): EntraAccount[] {
  if (session === undefined) return [];
  return [...session.signedIn.keys()]
    .map((id) => findAccount(context, id))
    .filter((account): account is EntraAccount => account !== undefined);
}

/** Remembers in the browser that a person signed in. */
export function rememberSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  account: EntraAccount,
  context: EntraContext,
): BrowserSession {
  const session = readSession(request, context) ?? {
    id: context.newSecret(),
    signedIn: new Map<string, number>(),
  };
  session.signedIn.set(account.id, context.options.clock.now());
  context.sessions.set(session.id, session);
  reply.header(
    'set-cookie',
    `${cookieName}=${session.id}; Path=/; HttpOnly; SameSite=Lax${secureSuffix(context)}`,
  );
  return session;
}

export function forgetSession(request: FastifyRequest, reply: FastifyReply, context: EntraContext): void {
  const session = readSession(request, context);
  if (session !== undefined) context.sessions.delete(session.id);
  reply.header(
    'set-cookie',
    `${cookieName}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secureSuffix(context)}`,
  );
}

/** A browser keeps a cookie marked Secure only when it came over https. */
const secureSuffix = (context: EntraContext): string =>
  context.options.publicUrl().startsWith('https:') ? '; Secure' : '';
