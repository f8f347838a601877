import type { ParticipantId } from '../ids.ts';
import { isAnonymous, isSameParty } from '../party/party.ts';
import type { CallState, Guest, Member } from './call-state.ts';
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
 * The caller among the members: by the id that the first notification gave, by who they are, or, where Microsoft does
 * not say who somebody is, as the only one that we have not invited. Once seen, a caller is not mistaken for another.
 */
export function findCaller(call: CallState, members: readonly Member[]): ParticipantId | undefined {
  const { callerParticipantId, caller } = call;
  if (callerParticipantId !== undefined && members.some((m) => m.participantId === callerParticipantId)) {
    return callerParticipantId;
  }
  const named = members.find((member) => isSameParty(member.party, caller));
  if (named !== undefined) return named.participantId;
  if (isPresent(callerParticipantId, call.members)) return undefined;
  const uninvited = members.filter((member) => !isInvited(call, member));
  const [only] = uninvited;
  if (only === undefined || uninvited.length > 1) return undefined;
  return isAnonymous(caller) || isAnonymous(only.party) ? only.participantId : undefined;
}

function isInvited(call: CallState, member: Member): boolean {
  if ('invitation' in call && isInvitee(call.invitation, member)) return true;
  if ('operatorParticipantId' in call && call.operatorParticipantId === member.participantId) return true;
  return call.withdrawn.some((invitation) => isInvitee(invitation, member));
}

/** Whether this member came by this invitation. Graph may have given them another participant id than we chose. */
export const isInvitee = (guest: Guest, member: Member): boolean =>
  member.participantId === guest.participantId || isSameParty(member.party, guest.party);

/**
 * Whoever came by the call's open invitation. Never the caller: a colleague who calls may be put through to
 * themselves, and has not answered that by being in the call.
 */
function arrivals(call: CallState, members: readonly Member[]): readonly Member[] {
  if (!('invitation' in call)) return [];
  const { invitation, callerParticipantId } = call;
  return members.filter((m) => m.participantId !== callerParticipantId && isInvitee(invitation, m));
}

/** The invited person themselves, not their mailbox. */
export const findInvitee = (call: CallState, members: readonly Member[]): Member | undefined =>
  arrivals(call, members).find((member) => !member.isVoicemail);

/** A mailbox that picked up in place of the invited person. */
export const findMailbox = (call: CallState, members: readonly Member[]): Member | undefined =>
  arrivals(call, members).find((member) => member.isVoicemail);

/** A member of another name who picked up for the invited person: a delegate, or somebody in their pick-up group. */
export const isSomebodyElse = (guest: Guest, member: Member): boolean =>
  guest.party.kind === 'person' && member.party.kind === 'person' && !isSameParty(guest.party, member.party);

export const isPresent = (id: ParticipantId | undefined, members: readonly Member[]): boolean =>
  id !== undefined && members.some((member) => member.participantId === id);
