import type { Decision } from './decision.ts';
import type { EndReason } from './reasons.ts';

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
  if (state.isGroup && 'invitation' in state && state.invitation !== undefined) {
    const { participantId } = state.invitation;
    if (!state.members.some((member) => member.participantId === participantId)) {
      decision.ask({ type: 'removeParticipant', participantId });
    }
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
