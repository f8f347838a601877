import { ok, type Refused, type Result, refused } from '@switchboard/kit/result';
import type * as z from 'zod';

/** What Graph answers to one request, before the headers that every answer has. */
export interface GraphReply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const reply = (
  status: number,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
): GraphReply => ({
  status,
  ...(body === undefined ? {} : { body }),
  ...(headers === undefined ? {} : { headers }),
});

/** A refusal; the door adds `innerError` with the request's ids and date. */
export const refuse = (
  status: number,
  code: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): GraphReply => reply(status, { error: { code, message } }, headers);

export const badRequest = (message: string): GraphReply => refuse(400, 'BadRequest', message);

/** Reads a body by its schema; a refusal names the fields and what is wrong with each. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): Result<T, GraphReply> {
  const read = schema.safeParse(body ?? {});
  if (read.success) return ok(read.data);
  const problems = read.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  return bodyRefused(`The request body is invalid. ${problems.join('; ')}`);
}

export const bodyRefused = (message: string): Refused<GraphReply> => refused(badRequest(message));
