import type { DoctorCheck } from '@switchboard/contract/admin/doctor';
import { asError } from '@switchboard/kit/lifecycle';

/** What a check found; who finds something wrong says what to do. */
export type Finding =
  | { readonly status: 'ok'; readonly detail: string }
  | { readonly status: 'warning' | 'failed'; readonly detail: string; readonly remedy: string };

/** Runs one check. What it throws is its finding: `remedy` is then what to do. */
export async function look(
  name: string,
  remedy: string,
  find: () => Finding | Promise<Finding>,
): Promise<DoctorCheck> {
  try {
    return { name, ...(await find()) };
  } catch (error) {
    return { name, status: 'failed', detail: reasonOf(error), remedy };
  }
}

/** `fetch` and its like say "failed" and keep the reason in their cause. */
export function reasonOf(thrown: unknown): string {
  const error = asError(thrown);
  let innermost = error;
  while (innermost.cause instanceof Error) innermost = innermost.cause;
  const reason = textOf(innermost);
  const text = textOf(error);
  return text.includes(reason) ? text : `${text}: ${reason}`;
}

const textOf = (error: Error): string =>
  error.message === '' && 'code' in error ? String(error.code) : error.message;
