import type { ParticipantId } from '../ids.ts';
import { isSameParty } from '../party/party.ts';
import type { CallState, Invitation, Member } from './call-state.ts';
import type { RosterMember } from './fact.ts';

/** Our own bot appears in rosters as an application unless it is hidden; it is nobody the call is about. */
const isOurs = (member: RosterMember): boolean =>
  member.party.kind === 'application' || member.party.kind === 'queue';

/** The roster after a message about it, without our bot. */
export function mergeRoster(
  known: readonly Member[],
  seen: readonly RosterMember[],
  partial: boolean,
): readonly Member[] {
  const present = seen
    .filter((member) => !member.removed && !member.isInLobby && !isOurs(member))
    .map(toMember);
  if (!partial) return present;
  const changed = new Set(seen.map((member) => member.participantId));
  return [...known.filter((member) => !changed.has(member.participantId)), ...present];
}

const toMember = ({ participantId, party, isVoicemail }: RosterMember): Member => ({
  participantId,
  party,
  isVoicemail,
});

/**
 * The caller among the members: by the id that the first notification gave, by who they are, or, for somebody whom
 * Microsoft does not name, as the only one that we have not invited.
 */
export function findCaller(call: CallState, members: readonly Member[]): ParticipantId | undefined {
  const { callerParticipantId, caller } = call;
  if (callerParticipantId !== undefined && members.some((m) => m.participantId === callerParticipantId)) {
    return callerParticipantId;
  }
  const named = members.find((member) => isSameParty(member.party, caller));
  if (named !== undefined) return named.participantId;
  if (caller.kind !== 'unknown') return undefined;
  const uninvited = members.filter((member) => !isInvited(call, member));
  return uninvited.length === 1 ? uninvited[0]?.participantId : undefined;
}

function isInvited(call: CallState, member: Member): boolean {
  if ('invitation' in call && isInvitee(call.invitation, member)) return true;
  if ('operatorParticipantId' in call && call.operatorParticipantId === member.participantId) return true;
  return call.withdrawn.some((invitation) => isInvitee(invitation, member));
}

/** Whether this member came by this invitation. Graph may have given them another participant id than we chose. */
export const isInvitee = (invitation: Invitation, member: Member): boolean =>
  member.participantId === invitation.participantId || isSameParty(member.party, invitation.party);

/** The invited person themselves, not their mailbox. */
export const findInvitee = (invitation: Invitation, members: readonly Member[]): Member | undefined =>
  members.find((member) => isInvitee(invitation, member) && !member.isVoicemail);

/** A mailbox that picked up in place of the invited person. */
export const findMailbox = (invitation: Invitation, members: readonly Member[]): Member | undefined =>
  members.find((member) => isInvitee(invitation, member) && member.isVoicemail);

export const isPresent = (id: ParticipantId | undefined, members: readonly Member[]): boolean =>
  id !== undefined && members.some((member) => member.participantId === id);
