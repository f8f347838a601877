import { readFile } from 'node:fs/promises';
import { routes } from '@switchboard/contract/http-routes';
import type { FastifyInstance } from 'fastify';
import { Marked } from 'marked';
import { findManualPages, type ManualPages, pathOf } from './manual-pages.ts';

/**
 * The manual as the product serves it: the pages of the repository, each as a page of its own, with the documents that
 * they lead to. A link to a file that only the repository has is shown as its words.
 */
export async function registerManual(app: FastifyInstance): Promise<void> {
  const pages = await findManualPages();
  app.get(routes.manual, (_request, reply) => reply.redirect(`${routes.manual}/`));
  app.get(`${routes.manual}/*`, async (request, reply) => {
    const file = pages.fileAt((request.params as { '*': string })['*']);
    if (file === undefined) return reply.code(404).type('text/plain').send('The manual has no such page.');
    if (file.endsWith('.png')) return reply.type('image/png').send(await readFile(pathOf(file)));
    const text = await readFile(pathOf(file), 'utf8');
    if (!file.endsWith('.md')) return reply.type('text/plain; charset=utf-8').send(text);
    return reply.type('text/html; charset=utf-8').send(await frame(text, file, pages));
  });
}

/** As GitHub makes it of a heading, so that links into a page work in both places. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/<[^>]*>|&[a-z#\d]+;|[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const readerOf = (file: string, pages: ManualPages): Marked =>
  new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const text = this.parser.parseInline(tokens);
        return `<h${depth} id="${anchorOf(text)}">${text}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        const served = pages.hrefOf(href, file);
        return served === undefined ? text : `<a href="${served.replaceAll('"', '%22')}">${text}</a>`;
      },
      image({ href, text }) {
        const served = pages.hrefOf(href, file);
        return served === undefined
          ? quoted(text)
          : `<img src="${served.replaceAll('"', '%22')}" alt="${quoted(text)}">`;
      },
    },
  });

const quoted = (text: string): string => text.replaceAll('"', '&quot;');

async function frame(markdown: string, file: string, pages: ManualPages): Promise<string> {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? 'Manual';
  const body = await readerOf(file, pages).parse(markdown);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Switchboard</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.6 "Segoe UI", system-ui, sans-serif; }
  body { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
  table { border-collapse: collapse; } th, td { border: 1px solid #8886; padding: 0.35rem 0.6rem; text-align: left; vertical-align: top; }
  code { background: #8882; padding: 0.1em 0.3em; border-radius: 3px; } pre { overflow-x: auto; background: #8881; padding: 1rem; }
  img { max-width: 100%; } a { color: light-dark(#4f52b2, #a9acf0); }
</style>
<nav><a href="${routes.manual}/">Manual</a> · <a href="/">Console</a></nav>
<main>${body}</main>
</html>
`;
}
