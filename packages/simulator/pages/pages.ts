import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Control } from '../control/control.ts';
import type { World } from '../world/world.ts';
import { renderIndex } from './index-page.ts';
import { renderMessage } from './message-page.ts';

export interface PageParts {
  readonly control: Control;
  readonly world: World;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** Prompts are played from wherever the product serves them; everything else comes from here. */
const contentPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; media-src *; base-uri 'none'; form-action 'self'";

/**
 * The pages on which a visitor is a caller or a colleague: `/`, `/telephone`, `/teams?user=…`, `/teams`, `/teams/wall`,
 * the administrator's: `/people`, where mails and chats arrive: `/mail`, and the one on which Microsoft can be made to fail: `/faults`.
 * They speak to the control over HTTP and follow `GET /control/events`.
 */
export function registerPages(app: FastifyInstance, { control, world }: PageParts): void {
  app.get('/', async (_request, reply) => {
    const operators = control.search('').filter((person) => person.isOperator);
    return sendHtml(reply, renderIndex(operators, world.queues));
  });
  app.get('/telephone', async (_request, reply) => sendFile(reply, 'telephone.html'));
  app.get('/faults', async (_request, reply) => sendFile(reply, 'faults.html'));
  app.get('/mail', async (_request, reply) => sendFile(reply, 'mail.html'));
  app.get('/people', async (_request, reply) => sendFile(reply, 'people.html'));
  app.get('/teams/wall', async (_request, reply) => sendFile(reply, 'wall.html'));
  app.get<{ Querystring: { user?: string | string[] } }>('/teams', async (request, reply) => {
    const { user } = request.query;
    if (user === undefined || user === '') return sendFile(reply, 'chooser.html');
    const found = typeof user === 'string' ? control.person(user) : undefined;
    if (found?.ok) return sendFile(reply, 'teams.html');
    reply.code(404);
    return sendHtml(
      reply,
      renderMessage(
        'Nobody of that name',
        `There is nobody called ${String(user)} here. Choose somebody at /teams.`,
      ),
    );
  });
  app.get<{ Params: { file: string } }>('/pages/:file', async (request, reply) =>
    sendFile(reply, request.params.file),
  );
}

const sendHtml = (reply: FastifyReply, html: string): FastifyReply => withHeaders(reply, 'html').send(html);

const withHeaders = (reply: FastifyReply, ending: string): FastifyReply =>
  reply.headers({
    'content-type': types[ending] ?? 'application/octet-stream',
    'content-security-policy': contentPolicy,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });

/** Only plain names reach the folder, so nothing outside it can be asked for. */
const fileName = /^[a-z][a-z-]*\.(html|css|js)$/;

async function sendFile(reply: FastifyReply, name: string): Promise<FastifyReply> {
  const ending = fileName.exec(name)?.[1];
  const content = ending === undefined ? undefined : await contentOf(name);
  if (ending === undefined || content === undefined) {
    reply.code(404);
    return sendHtml(reply, renderMessage('No such page', `There is no page ${name} here. Start again at /.`));
  }
  return withHeaders(reply, ending).send(content);
}

/** Read anew each time: the files are small, and a change shows at the next reload. */
async function contentOf(name: string): Promise<Buffer | undefined> {
  try {
    return await readFile(new URL(`./files/${name}`, import.meta.url));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
