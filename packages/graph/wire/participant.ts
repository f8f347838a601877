import type { RosterMember } from '@switchboard/domain/call/fact';
import { participantId } from '@switchboard/domain/ids';
import * as z from 'zod';
import { identitySetSchema, partyFromGraph } from './identity.ts';
import { flag, integer, maybe, member, oneSpelling, text } from './lenient.ts';

/** `participant`: one item of a roster. */
export const participantSchema = z.looseObject({
  id: text,
  info: maybe(
    z.looseObject({
      participantId: text,
      endpointType: member,
      identity: maybe(identitySetSchema),
    }),
  ),
  isInLobby: flag,
  removedState: maybe(z.looseObject({ reason: text })),
  rosterSequenceNumber: integer,
});

export type GraphParticipant = z.output<typeof participantSchema>;

/** Nothing when Graph names no id, as some documented rosters do: such a member cannot be told from the others. */
export function rosterMemberFromGraph(
  participant: GraphParticipant,
  otherwiseId?: string,
): RosterMember | undefined {
  const id = participant.id ?? participant.info?.participantId ?? otherwiseId;
  if (id === undefined) return undefined;
  return {
    participantId: participantId(oneSpelling(id)),
    party: partyFromGraph(participant.info?.identity),
    removed: participant.removedState !== undefined,
    isVoicemail: participant.info?.endpointType === 'voicemail',
    isInLobby: participant.isInLobby ?? false,
  };
}
