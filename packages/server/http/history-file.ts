import { type HistoryFilter, historyFilterSchema } from '@switchboard/contract/commands/history-command';
import { routes } from '@switchboard/contract/http-routes';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Clock } from '@switchboard/kit/clock';
import type { Logger } from '@switchboard/kit/logger';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { exportHistory } from '../handle/history-export.ts';
import type { HistoryParts } from '../handle/read-history.ts';
import { sendCsv } from './send-csv.ts';
import { cookieOf, sessionCookie, sessionOf } from './session-of.ts';

export interface HistoryFileParts extends HistoryParts {
  readonly clock: Clock;
  readonly log: Logger;
}

/** Past calls as a file, for operators who are signed in: those that they may see, and of them what the address names. */
export function registerHistoryFile(app: FastifyInstance, parts: HistoryFileParts): void {
  app.get(routes.history, async (request, reply) => {
    const { store, clock } = parts;
    const signedIn = await sessionOf(store, clock, cookieOf(request.headers.cookie, sessionCookie));
    if (signedIn === undefined) return refuse(reply, 401, 'notSignedIn', 'Sign in first.');
    const filter = filterIn(request.query);
    if (typeof filter === 'string')
      return refuse(
        reply,
        400,
        'malformed',
        `Check ${filter} of the address: it does not fit a filter of calls.`,
      );
    return send(reply, parts, signedIn.operator, filter);
  });
}

/** A filter as an address writes it; else the field that does not fit. */
function filterIn(query: unknown): HistoryFilter | string {
  const said = { ...(query as Record<string, unknown>) };
  for (const field of ['from', 'to'] as const) {
    if (typeof said[field] === 'string') said[field] = said[field] === '' ? Number.NaN : Number(said[field]);
  }
  const read = historyFilterSchema.safeParse(said);
  if (!read.success) return read.error.issues[0]?.path.join('.') || 'the query';
  return read.data.text?.includes('\0') === true ? 'text' : read.data;
}

function send(
  reply: FastifyReply,
  parts: HistoryFileParts,
  operator: Operator,
  filter: HistoryFilter,
): FastifyReply {
  const { tenantId: tenant, operatorId } = operator;
  const said = { tenant, operator: operatorId, of: filter.of };
  parts.log.info('an operator exports past calls', said);
  const done = (calls: number): void =>
    parts.log.info('an operator has exported past calls', { ...said, calls });
  return sendCsv(reply, 'calls.csv', exportHistory(parts, operator, filter, done));
}

const refuse = (reply: FastifyReply, status: 400 | 401, code: string, message: string): FastifyReply =>
  reply.code(status).send({ error: { code, message } });
