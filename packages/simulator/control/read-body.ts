import type { Result } from '@switchboard/kit/result';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import type { ControlRefusal } from './refusal.ts';

export type ControlAnswer = Result<unknown, ControlRefusal>;

/** Without the keys whose value is undefined: a change names only what it changes. */
type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };
export function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Present<T>;
}

const sentence = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ');

export function sendAnswer(reply: FastifyReply, answer: ControlAnswer): FastifyReply {
  if (answer.ok) return reply.send(answer.value);
  return reply.code(answer.refusal.status).send({ error: answer.refusal.message });
}

export type AddRoute = <T>(
  path: string,
  schema: z.ZodType<T>,
  act: (body: T, id: string) => ControlAnswer | Promise<ControlAnswer>,
  method?: 'POST' | 'PATCH' | 'DELETE',
) => void;

/** Routes whose body is read by its schema, and whose refusals are sentences. */
export const routesOn =
  (app: FastifyInstance): AddRoute =>
  (path, schema, act, method = 'POST') => {
    app.route({
      method,
      url: path,
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const body = schema.safeParse(request.body ?? {});
        if (!body.success) return reply.code(400).send({ error: sentence(body.error) });
        const { id = '' } = (request.params ?? {}) as { readonly id?: string };
        return sendAnswer(reply, await act(body.data, id));
      },
    });
  };
