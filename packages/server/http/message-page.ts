import { routes } from '@switchboard/contract/http-routes';
import type { FastifyReply } from 'fastify';

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** A page for a person who cannot go on, with the way on. */
export function messagePage(reply: FastifyReply, status: number, title: string, text: string): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Switchboard</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 "Segoe UI", system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
  main { max-width: 30rem; padding: 2rem; }
  a { display: inline-block; padding: 0.5rem 1rem; background: #4f52b2; color: #fff; border-radius: 4px; text-decoration: none; }
</style>
<main>
  <h1>${escape(title)}</h1>
  <p>${escape(text)}</p>
  <p><a href="${routes.signIn}">Sign in again</a></p>
</main>
</html>
`);
}
