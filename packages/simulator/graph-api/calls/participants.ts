import * as z from 'zod';
import type { Member } from '../../world/conversation.ts';
import { type GraphReply, refuse, reply } from '../wire/reply.ts';
import type { CallContext } from './call-context.ts';
import type { Operation } from './comms-operation.ts';
import { type GraphCall, isGroup } from './graph-call.ts';
import { endOperation, immediateOperation, startOperation } from './operation.ts';
import { operationJson } from './operation-json.ts';
import { clientContextIn, mediaInfoIn } from './play-prompt.ts';
import { chosen } from './result-info.ts';
import { currentRoster } from './roster.ts';

export const clientContextBody = z.looseObject({ clientContext: clientContextIn });

export const startHoldMusicIn = z.looseObject({
  customPrompt: z.looseObject({ mediaInfo: mediaInfoIn }).nullish(),
  clientContext: clientContextIn,
});

/** The page says "not for P2P calls" and names no error. */
const onlyInGroups = (): GraphReply =>
  refuse(400, 'BadRequest', 'This is a peer-to-peer call; participants exist only in group calls.');

const unknownParticipant = (id: string): GraphReply =>
  refuse(404, 'NotFound', `Participant ${id} is not in this call.`);

function memberOf(call: GraphCall, id: string): Member | undefined {
  const key = id.toLowerCase();
  return [...call.conversation.members.values()].find((member) => member.id.toLowerCase() === key);
}

export function listParticipants(call: GraphCall): GraphReply {
  return isGroup(call) ? reply(200, { value: currentRoster(call) }) : onlyInGroups();
}

export function getParticipant(call: GraphCall, id: string): GraphReply {
  if (!isGroup(call)) return onlyInGroups();
  const participant = currentRoster(call).find((entry) => entry.id.toLowerCase() === id.toLowerCase());
  return participant ? reply(200, participant) : unknownParticipant(id);
}

/**
 * Removes a participant, or withdraws an invitation that still rings. Removing needs the tenant's permission; the page
 * names no error for its absence, 403 was taken. Withdrawing one's own invitation needs none.
 */
export function removeParticipant(context: CallContext, call: GraphCall, id: string): GraphReply {
  const { world } = context;
  if (!isGroup(call)) return onlyInGroups();
  const ring = world.bells
    .of(call.conversation)
    .find((entry) => entry.participantId.toLowerCase() === id.toLowerCase() && call.rings.has(entry.id));
  if (ring && world.settings.withdrawByParticipantId) {
    world.bells.withdraw(ring.id);
    return reply(204);
  }
  const member = memberOf(call, id);
  if (!member) return unknownParticipant(id);
  const allowed = world.settings.allowRemoveParticipantAppIds.map((entry) => entry.toLowerCase());
  if (!allowed.includes(call.applicationId.toLowerCase())) {
    const remedy =
      'Add the application to AllowRemoveParticipantAppIds (Set-CsApplicationMeetingConfiguration).';
    return refuse(403, 'Forbidden', `The application may not remove participants in this tenant. ${remedy}`);
  }
  world.exchange.leave(call.conversation, member.id, 'removed');
  return reply(204);
}

export function muteParticipant(
  context: CallContext,
  call: GraphCall,
  id: string,
  clientContext: string | null | undefined,
): GraphReply {
  if (!isGroup(call)) return onlyInGroups();
  const member = memberOf(call, id);
  if (!member) return unknownParticipant(id);
  context.world.exchange.setMuted(call.conversation, member, true);
  return reply(
    200,
    operationJson(call, immediateOperation(context, call, 'muteParticipantOperation', clientContext)),
  );
}

export function startHoldMusic(
  context: CallContext,
  call: GraphCall,
  id: string,
  body: z.infer<typeof startHoldMusicIn>,
): GraphReply {
  if (!isGroup(call)) return onlyInGroups();
  const member = memberOf(call, id);
  if (!member) return unknownParticipant(id);
  const held = [...call.conversation.members.values()].find(({ hold }) => hold !== undefined);
  // Only one at a time (https://learn.microsoft.com/graph/api/participant-startholdmusic); the code is ours.
  if (held) return refuse(409, 'Conflict', `Participant ${held.id} is on hold; only one can be at a time.`);
  const operation = startOperation(context, call, 'startHoldMusicOperation', body.clientContext);
  const media = body.customPrompt?.mediaInfo;
  if (!media) {
    context.world.exchange.setHold(call.conversation, member, { uri: null });
    finishSoon(context, call, operation);
  } else {
    const { uri } = media;
    // The hold begins at once, so that nobody overhears; music that cannot be played fails it again.
    context.world.exchange.setHold(call.conversation, member, { uri });
    void context.prompts.duration({ uri, resourceId: media.resourceId ?? null }).then((duration) => {
      if (duration.ok) return endOperation(context, call, operation);
      context.world.exchange.setHold(call.conversation, member, undefined);
      const message = `${chosen.mediaFailed.message} ${duration.refusal}`;
      return endOperation(context, call, operation, { ...chosen.mediaFailed, message });
    });
  }
  return reply(202, operationJson(call, operation));
}

export function stopHoldMusic(
  context: CallContext,
  call: GraphCall,
  id: string,
  clientContext: string | null | undefined,
): GraphReply {
  if (!isGroup(call)) return onlyInGroups();
  const member = memberOf(call, id);
  if (!member) return unknownParticipant(id);
  if (!member.hold) return refuse(409, 'Conflict', `Participant ${id} is not on hold.`);
  const operation = startOperation(context, call, 'stopHoldMusicOperation', clientContext);
  context.world.exchange.setHold(call.conversation, member, undefined);
  finishSoon(context, call, operation);
  return reply(202, operationJson(call, operation));
}

/** After the request is answered: the answer says `running`, the notification says `completed`. */
function finishSoon(context: CallContext, call: GraphCall, operation: Operation): void {
  setImmediate(() => endOperation(context, call, operation));
}
