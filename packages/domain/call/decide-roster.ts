import { unreachable } from '@switchboard/kit/assert';
import type { EffectId } from '../ids.ts';
import type { Member } from './call-base.ts';
import type { CallState } from './call-state.ts';
import type { Decision } from './decision.ts';
import { divertFailed } from './divert.ts';
import { doubt } from './doubt.ts';
import { endForAll } from './ending.ts';
import type { RosterMember } from './fact.ts';
import { followConsultation, followMerged } from './follow-consultation.ts';
import { handOver } from './hand-over.ts';
import { turnAway } from './invitation.ts';
import { isGivenAway } from './invite.ts';
import {
  findCaller,
  findInvitee,
  findMailbox,
  inLegByUs,
  isExpected,
  isInvitee,
  isPresent,
  isSomebodyElse,
  mergeRoster,
  type Seen,
  seeNewcomer,
  whoInstead,
} from './roster.ts';
import { beSilent, keepCompany, noSound, startHold } from './sound.ts';

/** So long after somebody has joined it is certain that the call has become a conference, with a roster of its own. */
const conferenceTime = 10_000;

interface SeenRoster {
  readonly members: readonly RosterMember[];
  readonly partial: boolean;
  readonly sequence?: number;
  /** The question that it answers, if it was asked for. */
  readonly effectId?: EffectId;
}

/** Who is in the leg now, and what follows from it. A report of changes that was missed is made good by asking. */
export function decideRoster(decision: Decision, roster: SeenRoster): void {
  const known = decision.state.rosterSequence;
  const { sequence = known, partial } = roster;
  takeRoster(decision, roster);
  const isOneMissing = partial && known > 0 && sequence > known + 1;
  if (isOneMissing && decision.state.name !== 'ended') decision.ask({ type: 'observe' });
}

function takeRoster(decision: Decision, roster: SeenRoster): void {
  const before = decision.state;
  const { sequence } = roster;
  if (sequence !== undefined && sequence <= before.rosterSequence) {
    late(decision, roster.partial && sequence < before.rosterSequence);
    return;
  }
  const members = mergeRoster(before.members, roster.members, roster.partial);
  const callerParticipantId = findCaller(before, members) ?? before.callerParticipantId;
  if (lacksSomebody(decision, roster, members, callerParticipantId) && !isCertain(before, roster)) {
    doubt(decision, members.length);
    return;
  }
  if (isNews(before, members, callerParticipantId, sequence)) {
    const caller = callerParticipantId === undefined ? {} : { callerParticipantId };
    decision.record({ type: 'rosterRead', members, sequence: sequence ?? before.rosterSequence, ...caller });
  }
  if (isCallerGone(decision, before, roster, members, callerParticipantId)) {
    callerGone(decision);
    return;
  }
  decision.ignore('who is in the call is known');
  holdByNewId(decision, before);
  follow(decision, seeNewcomer(before, decision.state));
  showStraysOut(decision, members);
}

/** The caller is not to hear the others. */
const isHeldBack = (call: CallState): boolean =>
  call.name === 'held' ||
  call.name === 'transferring' ||
  (call.name === 'consulting' && call.held === 'caller');

/**
 * A caller who is there by another id than they were held by is not on hold. One whose id nobody knew could not be
 * held: now they can.
 */
function holdByNewId(decision: Decision, { callerParticipantId }: CallState): void {
  const { sound, callerParticipantId: now } = decision.state;
  if (callerParticipantId === undefined && now !== undefined && isHeldBack(decision.state)) {
    startHold(decision);
    return;
  }
  if (sound.kind !== 'hold' || now === callerParticipantId || sound.participantId !== callerParticipantId)
    return;
  noSound(decision);
  startHold(decision);
}

/** An old whole roster is worth nothing; an old partial one may hold what no other says. */
function late(decision: Decision, mayHoldNews: boolean): void {
  if (mayHoldNews) decision.ask({ type: 'observe' });
  else decision.ignore('a newer roster is known');
}

/** Whether somebody who matters now, and was there, is there no more. */
function lacksSomebody(
  decision: Decision,
  roster: SeenRoster,
  members: readonly Member[],
  callerParticipantId: CallState['callerParticipantId'],
): boolean {
  const { state } = decision;
  if (isCallerGone(decision, state, roster, members, callerParticipantId)) return true;
  return inLegByUs(state).some((guest) => !isPresent(guest.participantId, members));
}

/**
 * A report without a number may be older than what is known: Graph may have been asked a moment before somebody
 * joined. That somebody has left is believed when it has one, or answers a question asked after all that is known.
 */
const isCertain = (before: CallState, { sequence, effectId }: SeenRoster): boolean =>
  sequence !== undefined || (effectId !== undefined && effectId === before.recheck);

function isNews(
  before: CallState,
  members: readonly Member[],
  callerParticipantId: CallState['callerParticipantId'],
  sequence: number | undefined,
): boolean {
  if (sequence !== undefined && sequence !== before.rosterSequence) return true;
  if (callerParticipantId !== before.callerParticipantId) return true;
  return JSON.stringify(members) !== JSON.stringify(before.members);
}

/**
 * Gone is a caller who was seen in a roster and is in this one no more. A roster without a caller whom none has ever
 * shown proves nothing while the call may be on its way from two to a conference; long after somebody has joined, one
 * that has only people of ours in it does.
 */
function isCallerGone(
  { now }: Decision,
  before: CallState,
  { partial }: SeenRoster,
  members: readonly Member[],
  id: CallState['callerParticipantId'],
): boolean {
  if (!before.isGroup || isPresent(id, members)) return false;
  if (isPresent(before.callerParticipantId, before.members)) return true;
  const isSettled = inLegByUs(before).length > 0 && now - before.since >= conferenceTime;
  return isSettled && !partial && members.every((member) => isExpected(before, member));
}

function callerGone(decision: Decision): void {
  const { state } = decision;
  endForAll(decision, state.name === 'handedOver' ? 'handedOver' : 'callerHungUp', true);
}

/** Whoever picked up too late, stays on after the hand-over, or comes back when somebody else has the call. */
function showStraysOut(decision: Decision, members: readonly Member[]): void {
  const { state } = decision;
  if (state.name === 'ended') return;
  for (const member of members) {
    if (isExpected(state, member) || decision.isShownOut(member.participantId)) continue;
    if (state.withdrawn.some((invitation) => isInvitee(invitation, member))) {
      decision.ask({ type: 'removeParticipant', participantId: member.participantId });
    }
  }
}

function follow(decision: Decision, seen: Seen): void {
  const { state } = decision;
  const { members } = seen;
  switch (state.name) {
    case 'connecting':
      operatorMayHaveJoined(decision, seen);
      return;
    case 'connected':
      if (!isPresent(state.operatorParticipantId, members)) operatorGone(decision, members);
      return;
    case 'held':
      if (!isPresent(state.operatorParticipantId, members)) {
        decision.record({ type: 'callRecalled', recall: state.recall ?? { why: 'left' } });
      }
      return;
    case 'transferring':
      targetMayHaveJoined(decision, seen);
      return;
    case 'consulting':
      followConsultation(decision, seen);
      return;
    case 'merged':
      followMerged(decision, seen);
      return;
    case 'diverting':
      substituteMayHaveJoined(decision, seen);
      return;
    case 'handedOver':
      if (!isPresent(state.targetParticipantId, members)) targetGone(decision, members);
      return;
    case 'answering':
    case 'greeting':
    case 'announcing':
    case 'waiting':
    case 'parked':
    case 'camped':
    case 'ended':
      return;
    default:
      unreachable(state);
  }
}

function operatorMayHaveJoined(decision: Decision, seen: Seen): void {
  const { state } = decision;
  if (state.name !== 'connecting' || isGivenAway(state)) return;
  const operator = findInvitee(state, seen);
  if (operator !== undefined && !isSomebodyElse(state.invitation, operator)) {
    decision.record({ type: 'operatorJoined', participantId: operator.participantId });
    beSilent(decision);
    return;
  }
  // A mailbox, or a delegate who knows nothing of the queue, has picked up.
  const other = operator ?? findMailbox(state, seen);
  if (other !== undefined) turnAway(decision, other);
}

/**
 * The operator has left a call that was being talked. Whom they have brought into it by their own Teams, or the device
 * that they go on with, keeps the caller. Else, with the console open they hung up in Teams, and meant it;
 * with the console gone as well something has failed, and the caller goes to the front of the queue.
 */
function operatorGone(decision: Decision, members: readonly Member[]): void {
  const { state, context } = decision;
  if (state.name !== 'connected') return;
  const other = members.find((member) => isCompany(state, member));
  if (other !== undefined) return handOver(decision, other.participantId, other.party);
  if (context.isOperatorHere(state.operatorId)) {
    endForAll(decision, 'operatorHungUp', false);
    return;
  }
  decision.record({ type: 'callRecalled', recall: { why: 'left' } });
  keepCompany(decision);
}

function targetMayHaveJoined(decision: Decision, seen: Seen): void {
  const { state } = decision;
  if (state.name !== 'transferring') return;
  const { operatorParticipantId } = state;
  if (operatorParticipantId !== undefined && !isPresent(operatorParticipantId, seen.members)) {
    decision.record({ type: 'operatorLeft' });
  }
  const isMailboxMeant = state.toMailbox === true;
  const mailbox = findMailbox(state, seen);
  const person = findInvitee(state, seen);
  // Where mailboxes cannot be rung the person themselves is, and may answer: better still.
  const target = isMailboxMeant ? (mailbox ?? person) : person;
  if (target === undefined) {
    if (mailbox !== undefined) turnAway(decision, mailbox);
    return;
  }
  handOver(decision, target.participantId, whoInstead(state.invitation, target).party);
}

/** Of a caller whom nobody has answered a mailbox may take care: better than to lose them. */
function substituteMayHaveJoined(decision: Decision, seen: Seen): void {
  const { state } = decision;
  const joined = findInvitee(state, seen) ?? findMailbox(state, seen);
  if (state.name !== 'diverting' || joined === undefined) return;
  handOver(decision, joined.participantId, whoInstead(state.invitation, joined).party);
}

/** Whether the caller is not alone with this member about: not the caller, nor anybody whose part is over. */
const isCompany = ({ callerParticipantId, withdrawn }: CallState, member: Member): boolean =>
  member.participantId !== callerParticipantId &&
  !member.isVoicemail &&
  !withdrawn.some((guest) => isInvitee(guest, member));

/** A target who leaves before the call has settled has not taken it, unless others of a merged call are there. */
function targetGone(decision: Decision, members: readonly Member[]): void {
  const { state } = decision;
  if (state.name !== 'handedOver') return;
  if (members.some((member) => isCompany(state, member))) return;
  if (state.why !== undefined) return divertFailed(decision, 'left');
  decision.record({ type: 'callRecalled', recall: { target: state.target, why: 'left' } });
  startHold(decision);
}
