import { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { asError } from '@switchboard/kit/lifecycle';
import type { Result } from '@switchboard/kit/result';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Limiter } from '../limits/limiter.ts';
import type { GraphRequest, GraphRoute, GraphToken } from './graph-request.ts';
import { admits } from './permissions.ts';
import { type GraphReply, refuse } from './reply.ts';

/** `silence`: nothing comes until the client gives up. `reset`: the connection is cut. */
export type NoReply = 'silence' | 'reset';

/** Where faults come in: before anything is done, or after it was done and before the client hears of it. */
export interface RequestDoor {
  /** What is given here is given instead of doing what was asked. */
  before?(request: GraphRequest): Promise<GraphReply | NoReply | undefined>;
  /** Asked only about what was really done. */
  after?(request: GraphRequest, given: GraphReply): Promise<GraphReply | NoReply>;
}

/** A part of a batch has no connection of its own to be cut. */
const lostInBatch = refuse(504, 'GatewayTimeout', 'The service did not answer in time.');

export interface GraphDoorParts {
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly verify: (
    authorization: string | undefined,
  ) => Promise<Result<GraphToken, { readonly code: string; readonly message: string }>>;
  /** Address of the simulator without a slash at its end. */
  readonly publicUrl: () => string;
  readonly door: RequestDoor;
  readonly limiter: Limiter;
  readonly onDefect: (error: Error) => void;
}

interface Marks {
  readonly requestId: string;
  readonly clientRequestId: string | undefined;
}

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** Every request passes here: token, permission, faults, and the ids and dates that each answer carries. */
export class GraphDoor {
  readonly #parts: GraphDoorParts;

  constructor(parts: GraphDoorParts) {
    this.#parts = parts;
  }

  register(app: FastifyInstance, routes: readonly GraphRoute[]): void {
    app.setErrorHandler((error, request, response) => this.#fail(error, request, response));
    app.setNotFoundHandler((request, response) => {
      const message = `Resource not found for the segment '${request.url.split('?')[0]}'. This Graph does not simulate it.`;
      return this.#send(this.#marks(request), response, refuse(404, 'ResourceNotFound', message));
    });
    for (const route of routes) {
      app.route({
        method: route.method,
        url: route.path,
        handler: (request, response) => this.#handle(route, request, response),
      });
    }
  }

  async #handle(route: GraphRoute, request: FastifyRequest, response: FastifyReply): Promise<FastifyReply> {
    const marks = this.#marks(request);
    const verified = await this.#parts.verify(headerOf(request, 'authorization'));
    if (!verified.ok) {
      const { code, message } = verified.refusal;
      return this.#send(
        marks,
        response,
        refuse(401, code, message, { 'www-authenticate': 'Bearer realm=""' }),
      );
    }
    const graphRequest = this.#request(request, verified.value);
    const last = await this.pass(route, graphRequest);
    if (typeof last === 'string') return this.#leaveUnanswered(last, marks, request, response);
    return this.#send(marks, response, last);
  }

  /** What is done with a request that a token vouches for, faults included. */
  async pass(route: GraphRoute, request: GraphRequest): Promise<GraphReply | NoReply> {
    const { door } = this.#parts;
    const instead = await door.before?.(request);
    if (instead !== undefined) return instead;
    const given = await this.#serveWithinLimits(route, request);
    return (await door.after?.(request, given)) ?? given;
  }

  async #serveWithinLimits(route: GraphRoute, request: GraphRequest): Promise<GraphReply> {
    const entry = this.#parts.limiter.enter(route, request);
    if ('refusal' in entry) return entry.refusal;
    try {
      const given = await this.#serve(route, request);
      return { ...given, headers: { ...entry.headers, ...given.headers } };
    } finally {
      entry.leave();
    }
  }

  #leaveUnanswered(
    how: NoReply,
    marks: Marks,
    request: FastifyRequest,
    response: FastifyReply,
  ): FastifyReply {
    const { socket } = request.raw;
    if (!(socket instanceof Socket)) return this.#send(marks, response, lostInBatch);
    response.hijack();
    if (how === 'silence') return response;
    // Only a plain connection can be reset; an encrypted one is closed without a word.
    if (socket instanceof TLSSocket) socket.destroy();
    else socket.resetAndDestroy();
    return response;
  }

  async #serve(route: GraphRoute, request: GraphRequest): Promise<GraphReply> {
    if (admits(route.permission, request.token)) return route.handle(request);
    if (route.service === 'outlook')
      return refuse(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
    const isDirectory = route.units !== undefined || /^\/(?:users|me)(?:\/|$)/.test(request.path);
    const code = isDirectory ? 'Authorization_RequestDenied' : 'Forbidden';
    return refuse(403, code, 'Insufficient privileges to complete the operation.');
  }

  #request(request: FastifyRequest, token: GraphToken): GraphRequest {
    const url = new URL(request.url, 'http://graph.invalid');
    return {
      method: request.method,
      path: url.pathname.replace(/^\/v1\.0/, ''),
      params: (request.params ?? {}) as Record<string, string>,
      query: url.searchParams,
      header: (name) => headerOf(request, name),
      body: request.body,
      token,
      baseUrl: `${this.#parts.publicUrl()}/v1.0`,
    };
  }

  #marks(request: FastifyRequest): Marks {
    return { requestId: this.#parts.newId(), clientRequestId: headerOf(request, 'client-request-id') };
  }

  #send(marks: Marks, response: FastifyReply, given: GraphReply): FastifyReply {
    const date = new Date(this.#parts.clock.now());
    response.headers({
      'request-id': marks.requestId,
      'client-request-id': marks.clientRequestId ?? marks.requestId,
      date: date.toUTCString(),
      'x-ms-ags-diagnostic': JSON.stringify({ ServerInfo: { DataCenter: 'Contoso', Slice: 'E', Ring: '1' } }),
      ...given.headers,
    });
    response.code(given.status);
    if (given.body === undefined) return response.send();
    return response
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(this.#complete(marks, given.body, date)));
  }

  /** Adds to an error body what Graph adds to each. */
  #complete(marks: Marks, body: unknown, date: Date): unknown {
    if (typeof body !== 'object' || body === null || !('error' in body)) return body;
    const error = body.error;
    if (typeof error !== 'object' || error === null) return body;
    const innerError = {
      date: date.toISOString().slice(0, 19),
      'request-id': marks.requestId,
      'client-request-id': marks.clientRequestId ?? marks.requestId,
    };
    return { error: { ...error, innerError } };
  }

  #fail(thrown: unknown, request: FastifyRequest, response: FastifyReply): FastifyReply {
    const error = asError(thrown);
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    const marks = this.#marks(request);
    if (status >= 500) {
      this.#parts.onDefect(error);
      return this.#send(
        marks,
        response,
        refuse(500, 'generalException', 'An internal server error occurred.'),
      );
    }
    const code = status === 413 ? 'RequestEntityTooLarge' : 'BadRequest';
    return this.#send(marks, response, refuse(status, code, error.message));
  }
}
