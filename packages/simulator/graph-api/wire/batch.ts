import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { GraphRequest, GraphRoute } from './graph-request.ts';
import { permissions } from './permissions.ts';
import { badRequest, type GraphReply, parseBody, reply } from './reply.ts';

/** Twenty (https://learn.microsoft.com/graph/json-batching, read 2026-11-23). */
const maxRequests = 20;

const batchIn = z.looseObject({
  requests: z
    .array(
      z.looseObject({
        id: z.string().min(1),
        method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
        url: z.string().min(1),
        headers: z.record(z.string(), z.string()).nullish(),
        body: z.unknown().optional(),
        dependsOn: z.array(z.string()).nullish(),
      }),
    )
    .min(1)
    .max(maxRequests),
});

type Part = z.infer<typeof batchIn>['requests'][number];

interface PartReply {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** `POST /$batch`: each request goes through the same door as one that came alone, with the batch's own token. */
export function batchRoute(app: FastifyInstance, prefix: string): GraphRoute {
  return {
    method: 'POST',
    path: '/$batch',
    // Every part is checked on its own.
    permission: permissions.subscriptions,
    handle: async (request) => {
      const body = parseBody(batchIn, request.body);
      if (!body.ok) return body.refusal;
      return runBatch(app, prefix, request, body.value.requests);
    },
  };
}

async function runBatch(
  app: FastifyInstance,
  prefix: string,
  request: GraphRequest,
  parts: Part[],
): Promise<GraphReply> {
  const ids = new Set(parts.map(({ id }) => id));
  if (ids.size < parts.length) return badRequest('requests: every id must be there once only.');
  const nested = parts.find(({ url }) => url.replace(/^\//, '').toLowerCase().startsWith('$batch'));
  if (nested) return badRequest(`requests: ${nested.id} is itself a batch.`);
  const done = new Map<string, PartReply>();
  for (const part of parts) {
    const before = part.dependsOn ?? [];
    const unknown = before.find((id) => !done.has(id));
    if (unknown !== undefined)
      return badRequest(`requests: ${part.id} depends on ${unknown}, which does not come before it.`);
    const failed = before.some((id) => (done.get(id)?.status ?? 0) >= 400);
    done.set(part.id, failed ? dependencyFailed(part.id) : await runPart(app, prefix, request, part));
  }
  return reply(200, { responses: [...done.values()] });
}

function dependencyFailed(id: string): PartReply {
  const error = { code: 'FailedDependency', message: 'A request that this one depends on failed.' };
  return { id, status: 424, headers: { 'Content-Type': 'application/json' }, body: { error } };
}

async function runPart(
  app: FastifyInstance,
  prefix: string,
  request: GraphRequest,
  part: Part,
): Promise<PartReply> {
  const response = await app.inject({
    method: part.method,
    url: `${prefix}/${part.url.replace(/^\//, '')}`,
    headers: {
      ...part.headers,
      authorization: request.header('authorization') ?? '',
      ...(part.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(part.body === undefined ? {} : { payload: JSON.stringify(part.body) }),
  });
  const headers = Object.fromEntries(
    Object.entries(response.headers)
      .filter(([name]) => name !== 'content-length' && name !== 'connection')
      .map(([name, value]) => [name, String(value)]),
  );
  return {
    id: part.id,
    status: response.statusCode,
    headers,
    ...(response.body === '' ? {} : { body: response.json<unknown>() }),
  };
}
