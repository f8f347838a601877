import type { GraphReply } from './reply.ts';

/** Whom a bearer token speaks for: the part of the Entra simulator's answer that Graph needs. */
export interface GraphToken {
  readonly tenantId: string;
  readonly applicationId: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  /** Set in delegated tokens only. */
  readonly userId?: string;
}

export interface GraphRequest {
  readonly method: string;
  /** Path without `/v1.0` and without the query. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** One header by its lower-case name. */
  readonly header: (name: string) => string | undefined;
  readonly body: unknown;
  readonly token: GraphToken;
  /** Address of `/v1.0`, for links in answers. */
  readonly baseUrl: string;
}

export type GraphHandler = (request: GraphRequest) => GraphReply | Promise<GraphReply>;

/** What Graph limits together. */
export type Service = 'directory' | 'presence' | 'outlook' | 'subscriptions';

export interface GraphRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With `:name` parameters. */
  readonly path: string;
  readonly permission: Permission;
  /** Resource units that a directory request costs (graph-contract C.5). */
  readonly units?: number;
  /** Whose limits count; `directory` where it costs units. */
  readonly service?: Service;
  readonly handle: GraphHandler;
}

/** Any one of the names is enough. An empty list: this kind of token is never accepted. */
export interface Permission {
  readonly application: readonly string[];
  readonly delegated: readonly string[];
  /** `call`: what the token held when the call was answered or created decides, not the token of this request. */
  readonly checkedAgainst: 'token' | 'call';
}
