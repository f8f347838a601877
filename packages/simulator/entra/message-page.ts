import { escapeHtml, renderPage } from './page-frame.ts';
import type { EntraRefusal, RequestTrace } from './refusal.ts';

/** Tells a person why signing in cannot go on when there is no safe address to send them back to. */
export const refusalPage = (refusal: EntraRefusal, trace: RequestTrace): string =>
  renderPage({
    title: 'Sorry, but there is trouble signing in',
    body: `<h1>Sorry, but we’re having trouble signing you in.</h1>
<p class="error" role="alert">AADSTS${refusal.code}: ${escapeHtml(refusal.message)}</p>
<dl class="trace">
<dt>Request Id</dt><dd>${escapeHtml(trace.traceId)}</dd>
<dt>Correlation Id</dt><dd>${escapeHtml(trace.correlationId)}</dd>
<dt>Timestamp</dt><dd>${new Date(trace.now).toISOString()}</dd>
</dl>`,
  });

export const messagePage = (title: string, text: string): string =>
  renderPage({ title, body: `<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(text)}</p>` });
