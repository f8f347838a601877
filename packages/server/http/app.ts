import { existsSync } from 'node:fs';
import cookie from '@fastify/cookie';
import staticFiles from '@fastify/static';
import type { Clock } from '@switchboard/kit/clock';
import { asError } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import Fastify, { type FastifyInstance } from 'fastify';
import { mediaPath, type PromptLibrary } from '../media/prompts.ts';
import { limitPatience, requestPatience, uploadPatience } from './request-patience.ts';

export interface AppParts {
  readonly log: Logger;
  readonly clock: Clock;
  readonly prompts: PromptLibrary;
  /** The built console. */
  readonly consoleFolder: string;
}

/** Scripts only from here; styles are made at run time by Fluent; nobody may frame the console. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data: https://res.cdn.office.net",
  "connect-src 'self' ws: wss:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self' https: http:",
].join('; ');

/** How often Node looks for requests that take too long, in milliseconds. */
const patienceCheck = 2_000;

/** The HTTP side: errors that say what is wrong, headers, media, the console's files. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: 1_048_576,
    requestTimeout: uploadPatience,
    http: { headersTimeout: requestPatience, connectionsCheckingInterval: patienceCheck },
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 100 },
  });
  limitPatience(app, parts.clock);
  await app.register(cookie);
  app.addHook('onSend', (_request, reply, payload, done) => {
    reply.header('Content-Security-Policy', contentSecurityPolicy);
    reply.header('X-Content-Type-Options', 'nosniff');
    reply.header('X-Frame-Options', 'DENY');
    reply.header('Referrer-Policy', 'same-origin');
    done(null, payload);
  });
  app.setErrorHandler((error, _request, reply) => {
    const { status, code, message } = describe(error);
    if (status >= 500) parts.log.error('a request failed', { error: asError(error) });
    return reply.code(status).send({ error: { code, message } });
  });
  app.setNotFoundHandler((request, reply) => {
    const message = `There is nothing at ${request.method} ${request.url.slice(0, 200)}.`;
    return reply.code(404).send({ error: { code: 'notFound', message } });
  });
  app.get('/health', () => ({ status: 'ok' }));
  app.get(`${mediaPath}/:name`, (request, reply) => {
    const file = parts.prompts.fileOf((request.params as { name: string }).name);
    if (file === undefined)
      return reply.code(404).send({ error: { code: 'notFound', message: 'no such sound file' } });
    return reply.type('audio/wav').header('Cache-Control', 'public, max-age=86400').send(file);
  });
  await serveConsole(app, parts);
  return app;
}

async function serveConsole(app: FastifyInstance, parts: AppParts): Promise<void> {
  if (!existsSync(parts.consoleFolder)) {
    parts.log.warn('the console is not built; run: npm run build');
    app.get('/', (_request, reply) =>
      reply.code(503).type('text/plain').send('The console is not built. Run: npm run build'),
    );
    return;
  }
  await app.register(staticFiles, {
    root: parts.consoleFolder,
    // The build has made the copies: nothing is compressed while a browser waits.
    preCompressed: true,
    setHeaders(response, path) {
      const isHashed = path.includes('/assets/') || path.includes('\\assets\\');
      response.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

function describe(error: unknown): { status: number; code: string; message: string } {
  const known = error as { statusCode?: number; code?: string; message?: string };
  const status = known.statusCode ?? 500;
  if (status >= 500)
    return { status, code: 'failed', message: 'Something went wrong here; try again in a moment.' };
  return { status, code: known.code ?? 'refused', message: known.message ?? 'The request is not valid.' };
}
