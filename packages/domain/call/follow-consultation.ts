import type { Decision } from './decision.ts';
import { handOver } from './hand-over.ts';
import { endMergeIfOver, turnAway } from './invitation.ts';
import { takeBackInvitation } from './invite.ts';
import { findInvitee, findMailbox, isPresent, type Seen, whoInstead } from './roster.ts';
import { beSilent, keepApart, keepCompany } from './sound.ts';

/** Who is in the leg while an operator asks a colleague. Whoever hangs up, the caller is not the one dropped. */
export function followConsultation(decision: Decision, seen: Seen): void {
  const { state } = decision;
  if (state.name !== 'consulting') return;
  if (state.targetParticipantId === undefined) return followRinging(decision, seen);
  const { members } = seen;
  const isTargetThere = isPresent(state.targetParticipantId, members);
  if (!isPresent(state.operatorParticipantId, members)) {
    if (isTargetThere) handOver(decision, state.targetParticipantId);
    else operatorLost(decision);
  } else if (!isTargetThere) {
    decision.record({ type: 'consultEnded', by: 'target' });
    beSilent(decision);
  }
}

function followRinging(decision: Decision, seen: Seen): void {
  const { state } = decision;
  if (state.name !== 'consulting') return;
  const target = findInvitee(state, seen);
  if (!isPresent(state.operatorParticipantId, seen.members)) {
    if (target !== undefined)
      handOver(decision, target.participantId, whoInstead(state.invitation, target).party);
    else operatorLost(decision);
    return;
  }
  if (target !== undefined) {
    const who = whoInstead(state.invitation, target);
    decision.record({ type: 'consultAnswered', participantId: target.participantId, ...who });
    keepApart(decision);
    return;
  }
  const mailbox = findMailbox(state, seen);
  if (mailbox !== undefined) turnAway(decision, mailbox);
}

/** The operator has hung up or vanished, and nobody is with the caller: to the front of the queue. */
function operatorLost(decision: Decision): void {
  takeBackInvitation(decision);
  decision.record({ type: 'callRecalled', recall: { why: 'left' } });
  keepCompany(decision);
}

/** Who is in the leg while several talk. The operator may go: the others stay together. */
export function followMerged(decision: Decision, seen: Seen): void {
  const { state } = decision;
  const { members } = seen;
  if (state.name !== 'merged') return;
  for (const { participantId } of state.guests) {
    if (!isPresent(participantId, members))
      decision.record({ type: 'guestLeft', participantId, by: 'guest' });
  }
  const joined = findInvitee(decision.state, seen);
  if (joined !== undefined && state.invitation !== undefined) {
    const who = whoInstead(state.invitation, joined);
    decision.record({ type: 'guestJoined', participantId: joined.participantId, ...who });
  }
  const mailbox = findMailbox(decision.state, seen);
  if (mailbox !== undefined) turnAway(decision, mailbox);
  endMergeIfOver(decision);
  if (!isPresent(state.operatorParticipantId, members)) operatorGone(decision);
}

function operatorGone(decision: Decision): void {
  const { state } = decision;
  const [first] = state.name === 'merged' ? state.guests : [];
  if (first === undefined) return operatorLost(decision);
  takeBackInvitation(decision);
  handOver(decision, first.participantId);
}
