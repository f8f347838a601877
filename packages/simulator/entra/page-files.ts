import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

const files = [
  { name: 'sign-in.css', type: 'text/css; charset=utf-8' },
  { name: 'sign-in.js', type: 'text/javascript; charset=utf-8' },
  { name: 'post-back.js', type: 'text/javascript; charset=utf-8' },
] as const;

/** The look and the small scripts of the pages for people. Read anew each time: they are small and easy to change. */
export function registerPageFiles(app: FastifyInstance): void {
  for (const { name, type } of files) {
    app.get(`/sign-in/${name}`, async (_request, reply) =>
      reply
        .header('content-type', type)
        .header('cache-control', 'no-cache')
        .send(await readFile(new URL(`./page-files/${name}`, import.meta.url))),
    );
  }
}
