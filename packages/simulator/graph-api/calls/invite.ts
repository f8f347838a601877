import * as z from 'zod';
import type { RingOutcome } from '../../world/bells.ts';
import { humansIn } from '../../world/conversation.ts';
import { type GraphReply, refuse, reply } from '../wire/reply.ts';
import type { CallContext } from './call-context.ts';
import type { Operation } from './comms-operation.ts';
import { checkEmpty } from './follow-world.ts';
import { type GraphCall, isGroup } from './graph-call.ts';
import { type InvitationIn, invitationIn, ringTargetOf, targetOf } from './identity.ts';
import { endOperation, startOperation } from './operation.ts';
import { operationJson } from './operation-json.ts';
import { isPickedUp, resultOfMissed } from './outcome.ts';
import { clientContextIn } from './play-prompt.ts';
import { type ResultInfo, results } from './result-info.ts';
import { tellRoster } from './roster.ts';

export const inviteIn = z.looseObject({
  /** Five at once (https://learn.microsoft.com/graph/api/participant-invite, read 2026-11-23). */
  participants: z.array(invitationIn).min(1).max(5),
  clientContext: clientContextIn,
});

/**
 * Rings for others to come into the call. Where the page is silent:
 * - the first invitation makes a call of two a group call at once, before anybody has picked up, and for good;
 * - the operation runs as long as anybody rings; it completes if at least one came in, else it fails with the
 *   reason of the last who did not;
 * - the participantId given in the invitation becomes the participant's id;
 * - an unknown user fails the operation with 480/10134 rather than the request.
 */
export function invite(context: CallContext, call: GraphCall, body: z.infer<typeof inviteIn>): GraphReply {
  const replaced = body.participants[0]?.replacesCallId;
  if (replaced) return pullIn(context, call, body, replaced);
  if (body.participants.some(({ identity }) => identity.phone) && !call.fromInstance) {
    return refuse(
      403,
      '7505',
      'Request authorization tenant mismatch: a number needs an application instance.',
    );
  }
  const taken = body.participants.find(
    ({ participantId }) => participantId && isTaken(context, call, participantId),
  );
  if (taken)
    return refuse(
      409,
      'Conflict',
      `participants.participantId: ${taken.participantId} is in use in this call.`,
    );
  escalate(context, call);
  const operation = start(context, call, body);
  ringAll(context, call, operation, body.participants);
  return answer(call, operation);
}

/** The page's own example writes the status of the direct answer with a capital letter. */
const answer = (call: GraphCall, operation: Operation): GraphReply =>
  reply(200, { ...operationJson(call, operation), status: 'Running' });

const start = (context: CallContext, call: GraphCall, body: z.infer<typeof inviteIn>): Operation =>
  startOperation(context, call, 'inviteParticipantsOperation', body.clientContext, {
    participants: body.participants.map(targetOf),
  });

const isTaken = (context: CallContext, call: GraphCall, participantId: string): boolean =>
  call.conversation.members.has(participantId) ||
  context.world.bells.of(call.conversation).some((ring) => ring.participantId === participantId);

function escalate(context: CallContext, call: GraphCall): void {
  if (isGroup(call)) return;
  context.world.exchange.set(call.conversation, { kind: 'group' });
  tellRoster(context, call);
}

function ringAll(context: CallContext, call: GraphCall, operation: Operation, invited: InvitationIn[]): void {
  const { bells, exchange } = context.world;
  const pending = new Set<string>();
  let came = 0;
  const onEnd = (id: string, outcome: RingOutcome): void => {
    pending.delete(id);
    call.rings.delete(id);
    let result: ResultInfo = results.operationDone;
    if (isPickedUp(outcome)) came += 1;
    else result = resultOfMissed(outcome);
    if (pending.size === 0) endOperation(context, call, operation, came > 0 ? results.operationDone : result);
    checkEmpty(context, call);
  };
  const from = exchange.describe({
    ...call.conversation,
    members: new Map(humansIn(call.conversation).map((member) => [member.id, member])),
  });
  for (const invitation of invited) {
    const ring = bells.ring({
      conversation: call.conversation,
      target: ringTargetOf(invitation),
      from,
      ...(invitation.participantId ? { participantId: invitation.participantId } : {}),
      onEnd: (outcome) => onEnd(ring.id, outcome),
    });
    pending.add(ring.id);
    call.rings.add(ring.id);
  }
  checkEmpty(context, call);
}

/** Brings somebody over from a call of two that the application has with them; that call is dropped. */
function pullIn(
  context: CallContext,
  call: GraphCall,
  body: z.infer<typeof inviteIn>,
  replacedId: string,
): GraphReply {
  const other = context.calls.find(replacedId);
  const member = other && humansIn(other.conversation)[0];
  if (!other || other === call || other.applicationId !== call.applicationId || isGroup(other) || !member) {
    const message = `participants.0.replacesCallId: the application has no call of two with the id ${replacedId}.`;
    return refuse(400, 'BadRequest', message);
  }
  escalate(context, call);
  const operation = start(context, call, body);
  const { exchange } = context.world;
  exchange.join(call.conversation, member.party, member.id);
  exchange.leave(other.conversation, member.id, 'moved');
  queueMicrotask(() => endOperation(context, call, operation));
  return answer(call, operation);
}
