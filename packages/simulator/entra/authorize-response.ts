import type { FastifyReply } from 'fastify';
import type { ReplyAddress } from './authorize-request.ts';
import { escapeHtml, pageHeaders, renderPage } from './page-frame.ts';

/** Sends the browser back to the application with an answer, in the way the application asked for. */
export function sendAnswer(
  reply: FastifyReply,
  { redirectUri, responseMode, state }: ReplyAddress,
  members: Readonly<Record<string, string>>,
): FastifyReply {
  const answer = new URLSearchParams({ ...members, ...(state === undefined ? {} : { state }) });
  reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
  if (responseMode === 'form_post') {
    return reply.headers(pageHeaders).send(renderPostBack(redirectUri, answer));
  }
  const separator = responseMode === 'fragment' ? '#' : redirectUri.includes('?') ? '&' : '?';
  return reply.redirect(redirectUri + separator + answer.toString(), 302);
}

/** A page that sends itself on; without scripts a person presses its button. */
function renderPostBack(redirectUri: string, answer: URLSearchParams): string {
  const fields = [...answer].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return renderPage({
    title: 'Working …',
    script: '/sign-in/post-back.js',
    body: `<h1>Working …</h1>
<form id="post-back" method="post" action="${escapeHtml(redirectUri)}">
${fields.join('\n')}
<p class="actions"><button type="submit" class="primary">Continue</button></p>
</form>`,
  });
}
