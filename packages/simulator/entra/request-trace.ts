import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { EntraContext } from './entra-context.ts';
import { formOf, queryOf, readParameters } from './parameters.ts';
import type { RequestTrace } from './refusal.ts';

/** Only what looks like an id is taken over from a client: it goes back in a header and on pages. */
const idPattern = /^[A-Za-z0-9-]{1,64}$/;

/** The client may name its request in the address, in the form or in a header; else we do. */
export function traceOf(request: FastifyRequest, context: EntraContext): RequestTrace {
  const form = formOf(request);
  const header = request.headers['client-request-id'];
  const named = [nameIn(queryOf(request.url)), nameIn(form), typeof header === 'string' ? header : undefined];
  return {
    now: context.options.clock.now(),
    traceId: randomUUID(),
    correlationId: named.find((name) => name !== undefined && idPattern.test(name)) ?? randomUUID(),
  };
}

function nameIn(encoded: string): string | undefined {
  const read = readParameters(encoded);
  return read.ok ? read.value.get('client-request-id') : undefined;
}
