import { unreachable } from '@switchboard/kit/assert';
import type { EffectId } from '../ids.ts';
import type { Member } from './call-base.ts';
import type { CallState } from './call-state.ts';
import type { Decision } from './decision.ts';
import { endForAll } from './ending.ts';
import type { RosterMember } from './fact.ts';
import { followConsultation, followMerged } from './follow-consultation.ts';
import { handOver } from './hand-over.ts';
import { withdrawInvitation } from './invitation.ts';
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
  whoInstead,
} from './roster.ts';
import { beSilent, keepCompany, startHold } from './sound.ts';

interface SeenRoster {
  readonly members: readonly RosterMember[];
  readonly partial: boolean;
  readonly sequence?: number;
  /** The question that it answers, if it was asked for. */
  readonly effectId?: EffectId;
}

/** Who is in the leg now, and what follows from it. */
export function decideRoster(decision: Decision, roster: SeenRoster): void {
  const before = decision.state;
  const { sequence } = roster;
  if (sequence !== undefined && sequence <= before.rosterSequence) {
    late(decision, roster.partial && sequence < before.rosterSequence);
    return;
  }
  const members = mergeRoster(before.members, roster.members, roster.partial);
  const callerParticipantId = findCaller(before, members) ?? before.callerParticipantId;
  if (lacksSomebody(before, members, callerParticipantId) && !isCertain(before, roster)) {
    doubtAbsence(decision);
    return;
  }
  if (isNews(before, members, callerParticipantId, sequence)) {
    const caller = callerParticipantId === undefined ? {} : { callerParticipantId };
    decision.record({ type: 'rosterRead', members, sequence: sequence ?? before.rosterSequence, ...caller });
  }
  if (isCallerGone(before, members, callerParticipantId)) {
    callerGone(decision);
    return;
  }
  decision.ignore('who is in the call is known');
  follow(decision, members);
  showStraysOut(decision, members);
}

/** An old whole roster is worth nothing; an old partial one may hold what no other says. */
function late(decision: Decision, mayHoldNews: boolean): void {
  if (mayHoldNews) decision.ask({ type: 'observe' });
  else decision.ignore('a newer roster is known');
}

/** Whether somebody who matters now, and was there, is there no more. */
function lacksSomebody(
  before: CallState,
  members: readonly Member[],
  callerParticipantId: CallState['callerParticipantId'],
): boolean {
  if (isCallerGone(before, members, callerParticipantId)) return true;
  return inLegByUs(before).some((guest) => !isPresent(guest.participantId, members));
}

/**
 * A report without a number may be older than what is known: Graph may have been asked a moment before somebody
 * joined. That somebody has left is believed when it has one, or answers a question asked after all that is known.
 */
const isCertain = (before: CallState, { sequence, effectId }: SeenRoster): boolean =>
  sequence !== undefined || (effectId !== undefined && effectId === before.recheck);

function doubtAbsence(decision: Decision): void {
  if (decision.state.recheck !== undefined) {
    decision.ignore('a newer answer is on its way');
    return;
  }
  const effectId = decision.ask({ type: 'observe' });
  decision.record({ type: 'absenceDoubted', effectId });
}

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
 * shown proves nothing: the call may be on its way from two to a conference.
 */
function isCallerGone(
  before: CallState,
  members: readonly Member[],
  id: CallState['callerParticipantId'],
): boolean {
  if (!before.isGroup || isPresent(id, members)) return false;
  return isPresent(before.callerParticipantId, before.members);
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

function follow(decision: Decision, members: readonly Member[]): void {
  const { state } = decision;
  switch (state.name) {
    case 'connecting':
      operatorMayHaveJoined(decision, members);
      return;
    case 'connected':
      if (!isPresent(state.operatorParticipantId, members)) operatorGone(decision);
      return;
    case 'held':
      if (!isPresent(state.operatorParticipantId, members)) {
        decision.record({ type: 'callRecalled', recall: state.recall ?? { why: 'left' } });
      }
      return;
    case 'transferring':
      targetMayHaveJoined(decision, members);
      return;
    case 'consulting':
      followConsultation(decision, members);
      return;
    case 'merged':
      followMerged(decision, members);
      return;
    case 'diverting':
      substituteMayHaveJoined(decision, members);
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

function operatorMayHaveJoined(decision: Decision, members: readonly Member[]): void {
  const { state } = decision;
  if (state.name !== 'connecting') return;
  const operator = findInvitee(state, members);
  if (operator !== undefined && !isSomebodyElse(state.invitation, operator)) {
    decision.record({ type: 'operatorJoined', participantId: operator.participantId });
    beSilent(decision);
    return;
  }
  // A mailbox, or a delegate who knows nothing of the queue, has picked up.
  if (operator !== undefined || findMailbox(state, members) !== undefined)
    withdrawInvitation(decision, 'noAnswer');
}

/**
 * The operator has left a call that was being talked. With the console open they hung up in Teams, and meant it;
 * with the console gone as well something has failed, and the caller goes to the front of the queue.
 */
function operatorGone(decision: Decision): void {
  const { state, context } = decision;
  if (state.name !== 'connected') return;
  if (context.isOperatorHere(state.operatorId)) {
    endForAll(decision, 'operatorHungUp', false);
    return;
  }
  decision.record({ type: 'callRecalled', recall: { why: 'left' } });
  keepCompany(decision);
}

function targetMayHaveJoined(decision: Decision, members: readonly Member[]): void {
  const { state } = decision;
  if (state.name !== 'transferring') return;
  const { operatorParticipantId } = state;
  if (operatorParticipantId !== undefined && !isPresent(operatorParticipantId, members)) {
    decision.record({ type: 'operatorLeft' });
  }
  const isMailboxMeant = state.toMailbox === true;
  const mailbox = findMailbox(state, members);
  const target = isMailboxMeant ? mailbox : findInvitee(state, members);
  if (target === undefined) {
    if (mailbox !== undefined) withdrawInvitation(decision, 'noAnswer');
    return;
  }
  handOver(decision, target.participantId, whoInstead(state.invitation, target).party);
}

/** Of a caller whom nobody has answered a mailbox may take care: better than to lose them. */
function substituteMayHaveJoined(decision: Decision, members: readonly Member[]): void {
  const { state } = decision;
  const joined = findInvitee(state, members) ?? findMailbox(state, members);
  if (state.name !== 'diverting' || joined === undefined) return;
  handOver(decision, joined.participantId, whoInstead(state.invitation, joined).party);
}

/** A target who leaves before the call has settled has not taken it, unless others of a merged call are there. */
function targetGone(decision: Decision, members: readonly Member[]): void {
  const { state } = decision;
  if (state.name !== 'handedOver') return;
  const { callerParticipantId, withdrawn } = state;
  const isAccompanied = members.some(
    (member) =>
      member.participantId !== callerParticipantId && !withdrawn.some((guest) => isInvitee(guest, member)),
  );
  if (isAccompanied) return;
  decision.record({ type: 'callRecalled', recall: { target: state.target, why: 'left' } });
  startHold(decision);
}
