import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Sends a file as it is written; it is kept by nobody on its way. */
export const sendCsv = (reply: FastifyReply, filename: string, parts: AsyncIterable<string>): FastifyReply =>
  reply
    .type('text/csv; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .header('Content-Disposition', `attachment; filename="${filename}"`)
    .send(Readable.from(parts));
