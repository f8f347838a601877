import type { TenantId } from '@switchboard/domain/ids';
import type { Result } from '@switchboard/kit/result';
import type { GraphProblem } from './graph-problem.ts';
import type { RequestKind } from './request-kind.ts';
import type { RetryRule } from './retry-table.ts';

/** A token made anew, or why there is none. */
export type FreshToken = () => Promise<Result<string, GraphProblem>>;

export interface GraphRequest {
  readonly tenantId: TenantId;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the base URL (`/users/…`), or a whole link of Graph's own (`@odata.nextLink`). */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as `client-request-id`; for an effect, its id. */
  readonly clientRequestId?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly kind: RequestKind;
  readonly retry: RetryRule;
  /** Takes the reserved lane: sent at once, however many of its kind are on their way. Graph's 429 binds it all the same. */
  readonly urgent?: boolean;
  /** A person's token, instead of the application's for the tenant. */
  readonly token?: string;
  /** Where a person's token that Graph does not take is replaced; without it a 401 is told. */
  readonly freshToken?: FreshToken;
  /** Whose mailbox Outlook counts the request against. It has a lane, and pauses after a 429, of its own. */
  readonly mailbox?: string;
  /**
   * For the directory, which takes it for its own throttling too: `low` for work that may take all night, `high` when
   * an operator waits. The low ones slow down before the limit is reached.
   */
  readonly priority?: 'low' | 'high';
}

export interface GraphAnswer {
  readonly status: number;
  /** Undefined when the answer has no body, or none that is JSON. */
  readonly body: unknown;
  readonly headers: Headers;
}

export interface GraphClient {
  /** Sends one request as the retry table allows. Never throws for anything that the network or Graph does. */
  request(request: GraphRequest): Promise<Result<GraphAnswer, GraphProblem>>;
}
