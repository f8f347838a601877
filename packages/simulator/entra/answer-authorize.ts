import type { FastifyReply } from 'fastify';
import type { AuthorizeRefusal, AuthorizeRequest } from './authorize-request.ts';
import { sendAnswer } from './authorize-response.ts';
import type { BrowserSession, EntraContext } from './entra-context.ts';
import type { EntraAccount } from './entra-options.ts';
import { refusalPage } from './message-page.ts';
import { pageHeaders } from './page-frame.ts';
import { describeRefusal, type RequestTrace } from './refusal.ts';
import { clientInfo } from './user-token-response.ts';

/** Gives the application a code for the person who signed in. */
export function answerWithCode(
  reply: FastifyReply,
  request: AuthorizeRequest,
  account: EntraAccount,
  session: BrowserSession,
  context: EntraContext,
): FastifyReply {
  const code = context.newSecret();
  context.codes.set(code, {
    app: request.app,
    account,
    redirectUri: request.reply.redirectUri,
    scope: request.scope,
    nonce: request.nonce,
    codeChallenge: request.codeChallenge,
    authenticatedAt: session.signedIn.get(account.id) ?? context.options.clock.now(),
    sessionId: session.id.slice(0, 22),
    isRedeemed: false,
  });
  return sendAnswer(reply, request.reply, {
    code,
    ...(request.wantsClientInfo ? { client_info: clientInfo(context, account) } : {}),
    session_state: session.id.slice(0, 22),
  });
}

/** Tells the application or, where that is not safe, the person why there is no code. */
export function answerWithRefusal(
  reply: FastifyReply,
  refused: AuthorizeRefusal,
  trace: RequestTrace,
): FastifyReply {
  if (refused.to === 'person') {
    return reply.code(400).headers(pageHeaders).send(refusalPage(refused.refusal, trace));
  }
  return sendAnswer(reply, refused.reply, {
    error: refused.refusal.error,
    error_description: describeRefusal(refused.refusal, trace),
  });
}
