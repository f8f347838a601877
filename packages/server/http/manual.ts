import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { routes } from '@switchboard/contract/http-routes';
import type { FastifyInstance } from 'fastify';
import { marked } from 'marked';

const folder = path.resolve(import.meta.dirname, '../../../docs/manual');

/** The manual as the product serves it: the pages of the repository, each as a page of its own. */
export async function registerManual(app: FastifyInstance): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md'));
  const pages = new Map(names.map((name) => [name === 'README.md' ? '' : name, name]));
  const serve = async (page: string): Promise<string | undefined> => {
    const name = pages.get(page);
    return name === undefined ? undefined : frame(await readFile(path.join(folder, name), 'utf8'));
  };
  app.get(routes.manual, (_request, reply) => reply.redirect(`${routes.manual}/`));
  app.get(`${routes.manual}/*`, async (request, reply) => {
    const html = await serve((request.params as { '*': string })['*']);
    if (html === undefined) return reply.code(404).type('text/plain').send('The manual has no such page.');
    return reply.type('text/html; charset=utf-8').send(html);
  });
}

async function frame(markdown: string): Promise<string> {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? 'Manual';
  const body = (await marked.parse(markdown)).replaceAll('href="README.md"', 'href="./"');
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
