/** Makes text safe between tags and inside quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The frame of the pages that are rendered here. */
export const renderFrame = (title: string, main: string, script?: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pages/pages.css">
<link rel="stylesheet" href="/pages/index.css">
${script === undefined ? '' : `<script type="module" src="/pages/${script}"></script>`}
</head>
<body>
${main}
</body>
</html>
`;
