import type { AdminError, AdminErrorCode } from '@switchboard/contract/admin/admin-error';
import type { FastifyReply } from 'fastify';

export interface AdminProblem {
  readonly status: 400 | 401 | 404 | 409;
  readonly code: AdminErrorCode;
  readonly message: string;
  readonly field: string;
  readonly remedy: string;
}

/** Answers with what is wrong and how to mend it. */
export function sendProblem(reply: FastifyReply, { status, ...error }: AdminProblem): FastifyReply {
  return reply.code(status).send({ error } satisfies AdminError);
}

/** What a person does about a body that Fastify could not read. */
const bodyRemedies: Readonly<Record<number, string>> = {
  400: 'send one JSON object as the body',
  413: 'send less: a sound has at most 50 MB, anything else a megabyte',
  415: 'send the body as application/json',
};

/** A refusal of Fastify's own, in our words; undefined for what is no fault of the sender. */
export function bodyProblem(error: unknown): { status: number; body: AdminError } | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  const remedy = bodyRemedies[Number(error.statusCode)];
  if (remedy === undefined) return undefined;
  return {
    status: Number(error.statusCode),
    body: { error: { code: 'malformed', field: 'body', message: error.message, remedy } },
  };
}
