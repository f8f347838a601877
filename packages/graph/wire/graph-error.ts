import * as z from 'zod';
import { maybe, text } from './lenient.ts';

/** Call actions give their codes as numbers, the directory as words. */
const codeSchema = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(undefined)
  .transform((value) => (value === undefined || value === null || value === '' ? undefined : String(value)));

const errorBodySchema = z.looseObject({
  error: z.looseObject({
    code: codeSchema,
    message: text,
    innerError: maybe(z.looseObject({ 'request-id': text })),
    innererror: maybe(z.looseObject({ 'request-id': text })),
  }),
});

export interface GraphErrorBody {
  readonly code?: string;
  readonly message?: string;
  readonly requestId?: string;
}

/** What an error answer says of itself; empty when it is not in Graph's form (a proxy's page, an empty body). */
export function errorFromGraph(body: unknown): GraphErrorBody {
  const parsed = errorBodySchema.safeParse(body);
  if (!parsed.success) return {};
  const { code, message, innerError, innererror } = parsed.data.error;
  const requestId = innerError?.['request-id'] ?? innererror?.['request-id'];
  return {
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}
