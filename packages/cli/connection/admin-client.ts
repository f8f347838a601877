import { adminErrorSchema } from '@switchboard/contract/admin/admin-error';
import { asError } from '@switchboard/kit/lifecycle';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { exitCodes, type Problem } from '../output/problem.ts';

/** A schema of the contract, as far as it is needed here. */
interface Schema<T> {
  safeParse(input: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

export interface AdminRequest<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, in place of a body. */
  readonly file?: Uint8Array<ArrayBuffer>;
  /** Of the file; a sound unless given. */
  readonly fileType?: string;
  /** What the answer is, if not JSON: then it is given as text. */
  readonly accepts?: 'text/csv';
  readonly answer: Schema<T>;
}

export interface AdminAnswer<T> {
  readonly status: number;
  readonly value: T;
}

export interface AdminClient {
  /** Never throws for anything that the network or the server does. */
  request<T>(request: AdminRequest<T>): Promise<Result<AdminAnswer<T>, Problem>>;
}

/** Milliseconds. The doctor looks at every tenant before it answers. */
const timeout = 120_000;

/** Speaks to a running server. `server` is its address without a slash at the end. */
export function createAdminClient(
  server: string,
  token: string,
  fetch: typeof globalThis.fetch,
): AdminClient {
  return {
    async request({ method, path, body, file, fileType = 'audio/wav', accepts, answer }) {
      let response: Response;
      let text: string;
      try {
        response = await fetch(`${server}${path}`, {
          method,
          headers: {
            accept: accepts ?? 'application/json',
            authorization: `Bearer ${token}`,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(file === undefined ? {} : { 'content-type': fileType }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          ...(file === undefined ? {} : { body: file }),
          // A redirect would take the token elsewhere.
          redirect: 'manual',
          signal: AbortSignal.timeout(timeout),
        });
        text = await response.text();
      } catch (error) {
        return refused(unreachable(server, reasonOf(error)));
      }
      const json = parse(text);
      if (response.ok) {
        const read = answer.safeParse(accepts === undefined ? json : text);
        if (read.success) return ok({ status: response.status, value: read.data });
        return refused(stranger(server, 'its answer is not that of a Switchboard of this version'));
      }
      const problem = adminErrorSchema.safeParse(json);
      if (problem.success) return refused(problemFrom(response.status, problem.data.error));
      const location = response.headers.get('location');
      const leads = location === null ? '' : ` and sends on to ${location}`;
      return refused(stranger(server, `it answers ${response.status}${leads}`));
    },
  };
}

const unreachable = (server: string, reason: string): Problem => ({
  exitCode: exitCodes.unreachable,
  code: 'unreachable',
  message: `No server answers at ${server}: ${reason}`,
  remedy: 'start the server, or give its address with --server',
});

const stranger = (server: string, what: string): Problem => ({
  exitCode: exitCodes.unreachable,
  code: 'unreachable',
  message: `What answers at ${server} is not a Switchboard server: ${what}`,
  remedy: 'give the address of the server with --server',
});

function problemFrom(status: number, error: (typeof adminErrorSchema)['_zod']['output']['error']): Problem {
  const { code, message, field, remedy } = error;
  return {
    exitCode: exitCodeOf(status, code),
    code,
    message,
    ...(field === undefined ? {} : { field }),
    ...(remedy === undefined ? {} : { remedy }),
  };
}

function exitCodeOf(status: number, code: string): Problem['exitCode'] {
  if (status === 401 || status === 403 || code === 'administrationOff') return exitCodes.notAllowed;
  return status === 400 ? exitCodes.usage : exitCodes.wrong;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `fetch` says "fetch failed" and keeps the reason in its cause. */
function reasonOf(thrown: unknown): string {
  const error = asError(thrown);
  const cause = error.cause instanceof Error ? error.cause : error;
  return cause.message === '' && 'code' in cause ? String(cause.code) : cause.message;
}
