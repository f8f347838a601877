import { validationAnswer } from '@switchboard/graph/subscriptions/validation-answer';
import type { Clock, Instant } from '@switchboard/kit/clock';
import { asError, type Service } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import { Wake } from '@switchboard/kit/wake';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ChangeNotices } from '../handle/change-notices.ts';

/** Where Graph tells of changes by subscriptions. */
export const changesPath = '/api/changes';
/** Where it tells of the subscriptions themselves; both are read at both. */
export const lifecyclePath = `${changesPath}/lifecycle`;

/** Graph packs some hundred items of a few kilobytes into a body. */
const bodyLimit = 4 * 1_048_576;
/** Bodies that wait to be read, and their characters; more are refused, and Graph sends them again. */
const mostWaiting = 500;
const longestWaiting = 16 * 1_048_576;

export interface ChangeNoticePosts extends Service {
  register(app: FastifyInstance): Promise<void>;
}

interface Body {
  readonly body: unknown;
  readonly length: number;
  readonly receivedAt: Instant;
}

/**
 * Answers Graph before anything is read: it waits for 3 to 10 seconds, and gives up addresses that are slow. What is lost
 * with the server, polling finds.
 */
export function createChangeNoticePosts(parts: {
  readonly notices: ChangeNotices;
  readonly clock: Clock;
  readonly log: Logger;
}): ChangeNoticePosts {
  const { notices, clock, log } = parts;
  const waiting: Body[] = [];
  let waitingLength = 0;
  const wake = new Wake();

  function take(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const validation = validationAnswer(request.url);
    if (validation !== undefined)
      return reply.code(validation.status).headers(validation.headers).send(validation.body);
    const text = String(request.body);
    const body = parsed(text);
    if (!isNotices(body)) {
      const message =
        'The body is not JSON with an array `value`: send notifications as Microsoft Graph does.';
      return reply.code(400).send({ error: { code: 'malformed', message } });
    }
    const { length } = text;
    if (waiting.length >= mostWaiting || waitingLength + length > longestWaiting)
      return reply.code(503).send({ error: { code: 'busy', message: 'Too much waits; send it again.' } });
    waiting.push({ body, length, receivedAt: clock.now() });
    waitingLength += length;
    wake.ring();
    return reply.code(202).send();
  }

  return {
    name: 'change notices',
    async register(app) {
      await app.register((scope, _options, done) => {
        scope.removeAllContentTypeParsers();
        scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_request, text, parsedAs) => {
          parsedAs(null, text);
        });
        scope.post(changesPath, { bodyLimit }, take);
        scope.post(lifecyclePath, { bodyLimit }, take);
        done();
      });
    },
    async run(signal) {
      signal.addEventListener('abort', () => wake.ring(), { once: true });
      while (!signal.aborted) {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          waitingLength -= next.length;
          try {
            await notices.take(next.body, next.receivedAt);
          } catch (error) {
            log.error('notices could not be taken', { error: asError(error) });
          }
        }
        await wake.wait();
      }
    },
  };
}

const isNotices = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'value' in body && Array.isArray(body.value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A refusal: what does not parse is not JSON.
    return undefined;
  }
}
