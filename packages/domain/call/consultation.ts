import type { ParticipantId } from '../ids.ts';
import type { CallRefusal, Target } from './command.ts';
import type { Decision } from './decision.ts';
import { handOver } from './hand-over.ts';
import { endMergeIfOver, invitationFailed } from './invitation.ts';
import { invite, takeBackInvitation } from './invite.ts';
import { isThere, notNow } from './refusals.ts';
import { ringTime } from './ring-time.ts';
import { beSilent, holdAlone, noSound, startHold } from './sound.ts';

/** The operator asks a colleague; the caller is on hold meanwhile. */
export function consult(decision: Decision, target: Target): CallRefusal | undefined {
  const { state, settings } = decision;
  if (state.name !== 'connected' && state.name !== 'held') return notNow(state);
  const refusal = isThere(state, target);
  if (refusal !== undefined) return refusal;
  startHold(decision);
  const invitation = invite(decision, target, ringTime(settings, target));
  decision.record({ type: 'consultBegun', invitation });
  return undefined;
}

/** The colleague takes the caller. One who still rings gets the caller with their answer. */
export function complete(decision: Decision): CallRefusal | undefined {
  const { state } = decision;
  if (state.name !== 'consulting') return notNow(state);
  const { operatorParticipantId, targetParticipantId } = state;
  decision.ask({ type: 'removeParticipant', participantId: operatorParticipantId });
  if (targetParticipantId === undefined) {
    decision.record({ type: 'consultReleased' });
    decision.record({ type: 'operatorLeft' });
  } else {
    handOver(decision, targetParticipantId);
  }
  return undefined;
}

export function merge(decision: Decision): CallRefusal | undefined {
  const { state } = decision;
  if (state.name !== 'consulting' || state.targetParticipantId === undefined) return notNow(state);
  beSilent(decision);
  decision.record({ type: 'callMerged' });
  return undefined;
}

/** Hold moves to the other one. */
export function swap(decision: Decision): CallRefusal | undefined {
  const { state } = decision;
  if (state.name !== 'consulting' || state.targetParticipantId === undefined) return notNow(state);
  const { callerParticipantId, targetParticipantId } = state;
  if (callerParticipantId === undefined) return notNow(state);
  const held = state.held === 'caller' ? 'target' : 'caller';
  holdAlone(decision, held === 'target' ? targetParticipantId : callerParticipantId);
  decision.record({ type: 'consultSwapped', held });
  return undefined;
}

/** The colleague is let go, or does not ring any more; operator and caller talk. */
export function back(decision: Decision): CallRefusal | undefined {
  const { state } = decision;
  if (state.name !== 'consulting') return notNow(state);
  if (state.targetParticipantId === undefined) takeBackInvitation(decision);
  else decision.ask({ type: 'removeParticipant', participantId: state.targetParticipantId });
  // Who is removed needs no end of their hold music.
  if (state.held === 'target') noSound(decision);
  decision.record({ type: 'consultEnded', by: 'operator' });
  beSilent(decision);
  return undefined;
}

/** One more to those who talk. One rings at a time. */
export function add(decision: Decision, target: Target): CallRefusal | undefined {
  const { state, settings } = decision;
  const isRinging = state.name === 'merged' && state.invitation !== undefined;
  if ((state.name !== 'connected' && state.name !== 'merged') || isRinging) return notNow(state);
  const refusal = isThere(state, target);
  if (refusal !== undefined) return refusal;
  const invitation = invite(decision, target, ringTime(settings, target));
  decision.record({ type: 'guestInvited', invitation });
  return undefined;
}

/** One less: somebody who talks, or who rings. */
export function drop(decision: Decision, participantId: ParticipantId): CallRefusal | undefined {
  const { state } = decision;
  if (state.name !== 'merged') return notNow(state);
  if (state.invitation?.participantId === participantId) {
    takeBackInvitation(decision);
    invitationFailed(decision, 'declined');
    return undefined;
  }
  if (!state.guests.some((guest) => guest.participantId === participantId)) return notNow(state);
  decision.ask({ type: 'removeParticipant', participantId });
  decision.record({ type: 'guestLeft', participantId, by: 'operator' });
  endMergeIfOver(decision);
  return undefined;
}
