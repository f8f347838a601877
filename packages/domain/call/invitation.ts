import type { Decision } from './decision.ts';
import type { MissReason } from './reasons.ts';
import { keepCompany } from './sound.ts';

/** Whoever was rung is not coming, and does not ring any more. */
export function invitationFailed(decision: Decision, why: MissReason): void {
  const { state } = decision;
  if (state.name === 'connecting') decision.record({ type: 'operatorMissed', why });
  else if (state.name === 'transferring') decision.record({ type: 'transferReturned', why });
  keepCompany(decision);
}

/** Whoever was rung has had their time: the ringing ends. */
export function withdrawInvitation(decision: Decision, why: MissReason): void {
  const { state } = decision;
  if (state.name !== 'connecting' && state.name !== 'transferring') return;
  decision.ask({ type: 'removeParticipant', participantId: state.invitation.participantId });
  invitationFailed(decision, why);
}
