import type { Member } from '../../world/conversation.ts';
import { type IdentitySet, identityOfParty } from './identity.ts';

export interface RosterParticipant {
  readonly '@odata.type': '#microsoft.graph.participant';
  readonly id: string;
  readonly info: {
    readonly '@odata.type': '#microsoft.graph.participantInfo';
    readonly identity: IdentitySet;
    readonly endpointType: 'default' | 'voicemail';
    readonly languageId: null;
    readonly region: null;
    readonly participantId: string;
  };
  readonly mediaStreams: readonly unknown[];
  readonly isMuted: boolean;
  readonly isInLobby: false;
  readonly removedState?: {
    readonly '@odata.type': '#microsoft.graph.removedState';
    readonly reason: string;
  };
  readonly rosterSequenceNumber: number;
}

/** How a member of the conversation is shown in the roster. */
export function participantOf(member: Member, rosterSequenceNumber: number): RosterParticipant {
  const { party } = member;
  const isMailbox = party.kind === 'person' && party.endpoint === 'voicemail';
  return {
    '@odata.type': '#microsoft.graph.participant',
    id: member.id,
    info: {
      '@odata.type': '#microsoft.graph.participantInfo',
      identity: identityOfParty(party),
      endpointType: isMailbox ? 'voicemail' : 'default',
      languageId: null,
      region: null,
      participantId: member.id,
    },
    mediaStreams: [
      {
        '@odata.type': '#microsoft.graph.mediaStream',
        mediaType: 'audio',
        label: 'main-audio',
        sourceId: '1',
        direction: 'sendReceive',
        serverMuted: member.muted,
      },
    ],
    isMuted: member.muted,
    isInLobby: false,
    rosterSequenceNumber,
  };
}
