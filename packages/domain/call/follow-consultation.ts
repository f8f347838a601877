import type { Member } from './call-base.ts';
import type { Decision } from './decision.ts';
import { handOver } from './hand-over.ts';
import { endMergeIfOver, withdrawInvitation } from './invitation.ts';
import { takeBackInvitation } from './invite.ts';
import { findInvitee, findMailbox, isPresent, whoInstead } from './roster.ts';
import { beSilent, keepCompany, noSound } from './sound.ts';

/** Who is in the leg while an operator asks a colleague. Whoever hangs up, the caller is not the one dropped. */
export function followConsultation(decision: Decision, members: readonly Member[]): void {
  const { state } = decision;
  if (state.name !== 'consulting') return;
  if (state.targetParticipantId === undefined) return followRinging(decision, members);
  const isTargetThere = isPresent(state.targetParticipantId, members);
  if (!isPresent(state.operatorParticipantId, members)) {
    if (isTargetThere) handOver(decision, state.targetParticipantId);
    else operatorLost(decision);
  } else if (!isTargetThere) {
    // Hold music for somebody who has left needs no end.
    if (state.held === 'target') noSound(decision);
    decision.record({ type: 'consultEnded', by: 'target' });
    beSilent(decision);
  }
}

function followRinging(decision: Decision, members: readonly Member[]): void {
  const { state } = decision;
  if (state.name !== 'consulting') return;
  const target = findInvitee(state, members);
  if (!isPresent(state.operatorParticipantId, members)) {
    if (target !== undefined)
      handOver(decision, target.participantId, whoInstead(state.invitation, target).party);
    else operatorLost(decision);
    return;
  }
  if (target !== undefined) {
    const who = whoInstead(state.invitation, target);
    decision.record({ type: 'consultAnswered', participantId: target.participantId, ...who });
  } else if (findMailbox(state, members) !== undefined) {
    withdrawInvitation(decision, 'noAnswer');
  }
}

/** The operator has hung up or vanished, and nobody is with the caller: to the front of the queue. */
function operatorLost(decision: Decision): void {
  takeBackInvitation(decision);
  decision.record({ type: 'callRecalled', recall: { why: 'left' } });
  keepCompany(decision);
}

/** Who is in the leg while several talk. The operator may go: the others stay together. */
export function followMerged(decision: Decision, members: readonly Member[]): void {
  const { state } = decision;
  if (state.name !== 'merged') return;
  for (const { participantId } of state.guests) {
    if (!isPresent(participantId, members))
      decision.record({ type: 'guestLeft', participantId, by: 'guest' });
  }
  const joined = findInvitee(decision.state, members);
  if (joined !== undefined && state.invitation !== undefined) {
    const who = whoInstead(state.invitation, joined);
    decision.record({ type: 'guestJoined', participantId: joined.participantId, ...who });
  }
  if (joined === undefined && findMailbox(decision.state, members) !== undefined)
    withdrawInvitation(decision, 'noAnswer');
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
