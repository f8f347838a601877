const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/**
 * Text as HTML that shows the same: paragraphs where lines are empty, breaks elsewhere. Nothing in the text is markup,
 * whoever called themselves what.
 */
export const htmlParagraphs = (text: string): string =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escaped(paragraph.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('');

/** @param language of the text, so that it is read aloud in it */
export const htmlPage = (text: string, language: string): string =>
  `<html lang="${escaped(language)}"><body>${htmlParagraphs(text)}</body></html>`;
