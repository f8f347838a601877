/** Makes text safe between tags and inside quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * No page for signing in is ever shown inside another page, as at Microsoft
 * (https://learn.microsoft.com/entra/identity-platform/msal-js-sso, 2026-11-23). There is no `form-action`:
 * browsers apply it to the redirect after the form too, which leads to the application.
 */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-frame-options': 'DENY',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
};

export interface PageContent {
  readonly title: string;
  /** HTML, escaped where needed. */
  readonly body: string;
  readonly script?: string;
}

export function renderPage({ title, body, script }: PageContent): string {
  const scriptTag = script === undefined ? '' : `<script type="module" src="${script}"></script>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sign-in/sign-in.css">
${scriptTag}
</head>
<body>
<main class="card">
<p class="brand"><span class="mark" aria-hidden="true"></span>Simulated Microsoft 365</p>
${body}
</main>
<footer>Nobody is real here and no password is asked. Every name and number is made up.</footer>
</body>
</html>
`;
}
