import type { ParticipantId } from '../ids.ts';
import { isAnonymous, isSameParty, type Party } from '../party/party.ts';
import type { Guest, Member } from './call-base.ts';
import type { CallState } from './call-state.ts';
import type { RosterMember } from './fact.ts';
import { openInvitation } from './invite.ts';

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
  const isGuest = (guest: Guest): boolean => isInvitee(guest, member);
  const invitation = openInvitation(call);
  return (
    (invitation !== undefined && isGuest(invitation)) ||
    inLegByUs(call).some(isGuest) ||
    call.withdrawn.some(isGuest)
  );
}

/** Whoever came into the leg by us and belongs there, as the roster had them. */
export function inLegByUs(call: CallState): readonly Guest[] {
  const guests: Guest[] = [];
  if ('operatorParticipantId' in call && call.operatorParticipantId !== undefined) {
    const party = { kind: 'person', id: call.operatorId } as const;
    guests.push({ participantId: call.operatorParticipantId, party });
  }
  if (call.name === 'consulting' && call.targetParticipantId !== undefined) {
    guests.push({ participantId: call.targetParticipantId, party: call.invitation.party });
  }
  if (call.name === 'merged') guests.push(...call.guests);
  if (call.name === 'handedOver') {
    guests.push({ participantId: call.targetParticipantId, party: call.target });
  }
  return guests;
}

/** Whether this member may be in the leg as the call stands. */
export function isExpected(call: CallState, member: Member): boolean {
  const { participantId } = member;
  if (participantId === call.callerParticipantId) return true;
  if (inLegByUs(call).some((guest) => guest.participantId === participantId)) return true;
  if (isWithdrawn(call, participantId)) return false;
  const invitation = openInvitation(call);
  return invitation !== undefined && isInvitee(invitation, member);
}

/** Whoever has this id has had their part in the call. */
const isWithdrawn = ({ withdrawn }: CallState, participantId: ParticipantId): boolean =>
  withdrawn.some((guest) => guest.participantId === participantId);

/** The id is one that we chose for an invitation that was taken back. */
const cameByWithdrawn = (call: CallState, participantId: ParticipantId): boolean =>
  call.withdrawn.some((guest) => guest.isInvitation === true && guest.participantId === participantId);

/** Whether this member came by this invitation. Graph may have given them another participant id than we chose. */
export const isInvitee = (guest: Guest, member: Member): boolean =>
  member.participantId === guest.participantId || isSameParty(member.party, guest.party);

/**
 * Whoever came by the call's open invitation. Never the caller: a colleague who calls may be put through to
 * themselves, and has not answered that by being in the call. Nor who came by an invitation that was taken back, or
 * whose part was over and who has not left since: an operator who parks the call and retrieves it at once.
 */
function arrivals(call: CallState, { members, before, newcomer }: Seen): readonly Member[] {
  const invitation = openInvitation(call);
  if (invitation === undefined) return [];
  const known = new Set([call.callerParticipantId, ...inLegByUs(call).map((guest) => guest.participantId)]);
  const invited = members.filter(
    (member) =>
      !known.has(member.participantId) &&
      !cameByWithdrawn(call, member.participantId) &&
      !(isWithdrawn(call, member.participantId) && isPresent(member.participantId, before)) &&
      isInvitee(invitation, member),
  );
  if (invited.length === 0) return members.filter((member) => member.participantId === newcomer);
  const { participantId } = invitation;
  return invited.toSorted(
    (a, b) => Number(b.participantId === participantId) - Number(a.participantId === participantId),
  );
}

/** A roster, and who in it must have come by the invitation that rang though neither id nor name says so. */
export interface Seen {
  readonly members: readonly Member[];
  /** Who was in the roster before it. */
  readonly before: readonly Member[];
  readonly newcomer?: ParticipantId;
}

/**
 * People forward their calls, and Graph need not keep the id that we chose: the only one whom nobody knows, and who was
 * not there before, has come by the invitation that rings. Where the caller is not to be seen it might be them.
 */
export function seeNewcomer(before: CallState, after: CallState): Seen {
  const { members, callerParticipantId } = after;
  const seen = { members, before: before.members };
  if (openInvitation(before) === undefined || !isPresent(callerParticipantId, members)) return seen;
  const strangers = members.filter(
    (member) =>
      member.participantId !== callerParticipantId &&
      !isPresent(member.participantId, before.members) &&
      !isInvited(before, member),
  );
  const [only] = strangers;
  return only === undefined || strangers.length > 1 ? seen : { ...seen, newcomer: only.participantId };
}

/** The invited person themselves, not their mailbox. */
export const findInvitee = (call: CallState, seen: Seen): Member | undefined =>
  arrivals(call, seen).find((member) => !member.isVoicemail);

/** A mailbox that picked up in place of the invited person. */
export const findMailbox = (call: CallState, seen: Seen): Member | undefined =>
  arrivals(call, seen).find((member) => member.isVoicemail);

/** Who came by the invitation, where it is somebody else than was asked. */
export const whoInstead = (guest: Guest, member: Member): { readonly party?: Party } =>
  isSomebodyElse(guest, member) ? { party: member.party } : {};

/** A member of another name who picked up for the invited person: a delegate, or somebody in their pick-up group. */
export const isSomebodyElse = (guest: Guest, member: Member): boolean =>
  guest.party.kind === 'person' && member.party.kind === 'person' && !isSameParty(guest.party, member.party);

export const isPresent = (id: ParticipantId | undefined, members: readonly Member[]): boolean =>
  id !== undefined && members.some((member) => member.participantId === id);
