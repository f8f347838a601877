import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AdminProblem, sendProblem } from './admin-error.ts';

/** Characters. `openssl rand -base64 32` gives 44. */
export const shortestAdminToken = 32;

const off: AdminProblem = {
  status: 404,
  code: 'administrationOff',
  field: 'SWITCHBOARD_ADMIN_TOKEN',
  message: 'This server has no administration: it was started without an administration token',
  remedy: `set SWITCHBOARD_ADMIN_TOKEN to at least ${shortestAdminToken} random characters and start the server again`,
};

const notAllowed: AdminProblem = {
  status: 401,
  code: 'notAllowed',
  field: 'Authorization',
  message: 'The administration token is missing or wrong',
  remedy: 'send "Authorization: Bearer" with the value of SWITCHBOARD_ADMIN_TOKEN of the server',
};

/** Lets in who holds the token. A token too short to be one opens nothing. */
export function createAdminGuard(adminToken: string | undefined) {
  const isOn = adminToken !== undefined && adminToken.length >= shortestAdminToken;
  const expected = digest(adminToken ?? '');
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (!isOn) return sendProblem(reply, off);
    const given = /^Bearer\s+(\S+)\s*$/i.exec(request.headers.authorization ?? '')?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return undefined;
    return sendProblem(reply.header('WWW-Authenticate', 'Bearer'), notAllowed);
  };
}

/** Equally long whatever is given, so that the comparison takes the same time for all. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
