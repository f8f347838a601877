import { ok, type Result, refused } from '@switchboard/kit/result';
import type * as z from 'zod/mini';
import type { AdminProblem } from './admin-error.ts';

/** Reads what was sent. The contract's messages are remedies; what is wrong is said here. */
export function readInput<T>(schema: z.ZodMiniType<T>, input: unknown): Result<T, AdminProblem> {
  const read = schema.safeParse(input);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  const field = issue?.path.join('.') ?? '';
  if (issue?.code === 'unrecognized_keys') {
    const key = [...issue.path, issue.keys[0] ?? ''].join('.');
    return malformed(key, `${key} is not known here`, 'leave it out, or look for a slip in its name');
  }
  if (field === '') return malformed('body', 'The body is not a JSON object', 'send one JSON object');
  const isMissing = valueAt(input, issue?.path ?? []) === undefined;
  return malformed(field, `${field} is ${isMissing ? 'missing' : 'not valid'}`, issue?.message ?? '');
}

const malformed = (field: string, message: string, remedy: string): Result<never, AdminProblem> =>
  refused({ status: 400, code: 'malformed', field, message, remedy });

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === String(key))?.[1];
  }
  return value;
}
