import { ok, type Result, refused } from '@switchboard/kit/result';
import type { FastifyRequest } from 'fastify';
import { type EntraRefusal, refusal } from './refusal.ts';

/** The parameters of one request; an empty one counts as absent, as OAuth 2.0 wants. */
export type Parameters = ReadonlyMap<string, string>;

/** Reads a query string or a form body. A parameter given twice is refused (RFC 6749, 3.1). */
export function readParameters(encoded: string): Result<Parameters, EntraRefusal> {
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(encoded)) {
    if (parameters.has(name)) {
      return refused(refusal('invalid_request', 9000411, `The parameter '${name}' is duplicated.`));
    }
    parameters.set(name, value);
  }
  for (const [name, value] of parameters) if (value === '') parameters.delete(name);
  return ok(parameters);
}

/** A form as it was sent; nothing where the body is none. */
export const formOf = (request: FastifyRequest): string =>
  typeof request.body === 'string' ? request.body : '';

/** The part of an address after its question mark, or nothing. */
export const queryOf = (url: string): string => {
  const mark = url.indexOf('?');
  return mark === -1 ? '' : url.slice(mark + 1);
};
