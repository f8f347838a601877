import type { EntraApp } from './entra-options.ts';
import { escapeHtml, renderPage } from './page-frame.ts';

export interface ConsentContent {
  readonly app: EntraApp;
  readonly action: string;
  /** Goes back with the decision, so that it can be told which request was decided. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly delegated: readonly string[];
  readonly application: readonly string[];
  readonly organisation: string | undefined;
}

/** Asks to approve what an application wants. With an organisation it is an administrator's answer for everybody. */
export function renderConsent(content: ConsentContent): string {
  const { app, organisation } = content;
  const hidden = Object.entries(content.hidden).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const lead =
    organisation === undefined
      ? 'This application would like to:'
      : `You approve for everybody in <strong>${escapeHtml(organisation)}</strong>. This application would like to:`;
  return renderPage({
    title: 'Permissions requested',
    body: `<h1>Permissions requested</h1>
<p class="lead"><strong>${escapeHtml(app.displayName)}</strong><br><code>${escapeHtml(app.applicationId)}</code></p>
<p>${lead}</p>
${renderPermissions('For the person who is signed in', content.delegated)}
${renderPermissions('In its own name, without a person', content.application)}
<form method="post" action="${escapeHtml(content.action)}">
${hidden.join('\n')}
<p class="actions"><button type="submit" name="decision" value="cancel">Cancel</button>
<button type="submit" name="decision" value="accept" class="primary" autofocus>Accept</button></p>
</form>`,
  });
}

function renderPermissions(title: string, permissions: readonly string[]): string {
  if (permissions.length === 0) return '';
  const items = permissions.map((permission) => `<li><code>${escapeHtml(permission)}</code></li>`).join('');
  return `<h2>${title}</h2><ul class="permissions">${items}</ul>`;
}
