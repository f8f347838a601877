import { escapeHtml, renderFrame } from './html.ts';

/** A page that only says something, with the way back. */
export const renderMessage = (title: string, text: string): string =>
  renderFrame(
    title,
    `<main class="column"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p><p><a href="/">Back to the start</a></p></main>`,
  );
