import type { Instant } from '@switchboard/kit/clock';
import { errorFromGraph } from '../wire/graph-error.ts';
import type { GraphProblem } from './graph-problem.ts';
import { retryAfterMs } from './retry-after.ts';
import { type Answer, jsonOrNothing, RequestTimedOut } from './timed-fetch.ts';

/** The problem that an answer other than 2xx tells of. */
export function problemFromAnswer(answer: Answer, now: Instant): GraphProblem {
  const { status } = answer;
  const error = errorFromGraph(jsonOrNothing(answer.text));
  const requestId = error.requestId ?? answer.headers.get('request-id') ?? undefined;
  const said = {
    status,
    code: error.code ?? `http${status}`,
    message: error.message ?? `Graph answered ${status} without a message`,
    ...(requestId === undefined ? {} : { requestId }),
  };
  if (status === 429) {
    const wait = retryAfterMs(answer.headers.get('retry-after'), now);
    return { ...said, kind: 'throttled', ...(wait === undefined ? {} : { retryAfterMs: wait }) };
  }
  if (status >= 500) return { ...said, kind: 'unavailable', sent: 'maybe' };
  return { ...said, kind: kindByCode.get(said.code) ?? kindByStatus.get(status) ?? 'invalid' };
}

type RefusedKind = 'unauthorized' | 'forbidden' | 'gone' | 'conflict' | 'invalid';

const kindByStatus: ReadonlyMap<number, RefusedKind> = new Map([
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'gone'],
  [410, 'gone'],
  [409, 'conflict'],
  [412, 'conflict'],
  [423, 'conflict'],
]);

/**
 * Numbers that call actions answer with, stronger than the status they come under. 8522: no such call; 8523: not in a
 * call of several.
 */
const kindByCode: ReadonlyMap<string, RefusedKind> = new Map([
  ['8522', 'gone'],
  ['8523', 'conflict'],
]);

/** Failures to connect: the request never left. Whatever breaks later may have been executed. */
const neverSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The problem that a failure to get any answer tells of. */
export function problemFromFailure(error: unknown): GraphProblem {
  if (error instanceof RequestTimedOut) {
    return {
      kind: 'unavailable',
      sent: 'maybe',
      status: 0,
      code: 'timedOut',
      message: `Graph gave ${error.message}`,
    };
  }
  const code = connectionCode(error) ?? 'connectionFailed';
  const sent = neverSent.has(code) ? 'no' : 'maybe';
  return { kind: 'unavailable', sent, status: 0, code, message: `The connection to Graph failed: ${code}` };
}

/** `fetch` hides the reason in `cause`, and in the parts of an AggregateError when it tried several addresses. */
function connectionCode(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    const first: unknown = at instanceof AggregateError ? at.errors[0] : undefined;
    if (first !== undefined) return connectionCode(first);
  }
  return undefined;
}
