import type { Decision } from './decision.ts';
import { openInvitation } from './invite.ts';
import type { EndReason } from './reasons.ts';
import { isPresent } from './roster.ts';

/** The call is over and Graph knows it: nothing is left to be undone. */
export function endRecorded(decision: Decision, reason: EndReason): void {
  decision.record({ type: 'callEnded', reason });
}

/**
 * Ends the call for everybody. Our own leg is not enough: in a conference the others would stay together, and
 * whoever still rings would ring on.
 */
export function endForAll(decision: Decision, reason: EndReason, isCallerGone: boolean): void {
  const { state } = decision;
  const ringing = state.isGroup ? openInvitation(state) : undefined;
  if (ringing !== undefined && !isPresent(ringing.participantId, state.members)) {
    decision.ask({ type: 'removeParticipant', participantId: ringing.participantId });
  }
  for (const member of state.members) {
    if (isCallerGone && member.participantId === state.callerParticipantId) continue;
    decision.ask({ type: 'removeParticipant', participantId: member.participantId });
  }
  decision.ask({ type: 'hangUp' });
  decision.record({ type: 'callEnded', reason });
}

/** Leaves caller and target to each other. */
export function leaveThemTogether(decision: Decision): void {
  decision.ask({ type: 'hangUp' });
  decision.record({ type: 'callEnded', reason: 'handedOver' });
}
