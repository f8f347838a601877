import type { Result } from '@switchboard/kit/result';
import type { FastifyReply } from 'fastify';
import type { AdministrationRefusal } from '../handle/administration-refusal.ts';
import { type AdminProblem, sendProblem } from './admin-error.ts';

const statusOf = {
  malformed: 400,
  tenantUnknown: 400,
  queueUnknown: 400,
  operatorUnknown: 400,
  soundUnknown: 400,
  templateUnknown: 404,
  callUnknown: 404,
  personUnknown: 400,
  settingsClash: 400,
  clipsMissing: 400,
  soundRefused: 400,
  instanceTaken: 409,
  nameTaken: 409,
  queueInUse: 409,
  soundInUse: 409,
  operatorInUse: 409,
} as const satisfies Record<AdministrationRefusal['code'], AdminProblem['status']>;

/** Why it was refused: 404 where the address names what is not there. */
export function refuse(reply: FastifyReply, refusal: AdministrationRefusal): FastifyReply {
  const { isAddress, ...problem } = refusal;
  return sendProblem(reply, { status: isAddress === true ? 404 : statusOf[problem.code], ...problem });
}

/** What was asked for, or why not. */
export const answer = <T>(
  reply: FastifyReply,
  outcome: Result<T, AdministrationRefusal>,
  status: 200 | 201 = 200,
): FastifyReply => (outcome.ok ? reply.code(status).send(outcome.value) : refuse(reply, outcome.refusal));
