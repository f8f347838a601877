/** What every problem says of itself. */
interface ProblemOf<Kind extends string> {
  readonly kind: Kind;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Graph's error code, or a word of ours when Graph gave none. */
  readonly code: string;
  /** For logs and support cases. Never holds a token. */
  readonly message: string;
  /** Graph's `request-id`, which Microsoft's support asks for. */
  readonly requestId?: string;
}

/**
 * Why a request to Graph brought nothing:
 * `throttled` 429, not executed; `unauthorized` 401 or no token, not executed; `forbidden` 403; `gone` 404, 410;
 * `conflict` 409, 412, 423; `invalid` any other 4xx, a redirect, an address that is not Graph's;
 * `unavailable` 5xx, time-out, broken connection: `sent` says whether it may have been executed all the same.
 */
export type GraphProblem =
  | (ProblemOf<'throttled'> & { readonly retryAfterMs?: number })
  | ProblemOf<'unauthorized'>
  | ProblemOf<'forbidden'>
  | ProblemOf<'gone'>
  | ProblemOf<'conflict'>
  | ProblemOf<'invalid'>
  | (ProblemOf<'unavailable'> & { readonly sent: 'no' | 'maybe' });

export type GraphProblemKind = GraphProblem['kind'];
