import type { CallRefusal } from './command.ts';
import { complete } from './consultation.ts';
import type { Decision } from './decision.ts';
import { handOver } from './hand-over.ts';
import { takeBackInvitation } from './invite.ts';
import { notNow } from './refusals.ts';

/** The operator goes: the others stay together, or the caller waits for the target that rings. */
export function leave(decision: Decision): CallRefusal | undefined {
  const { state } = decision;
  if (state.name === 'consulting') return complete(decision);
  if (state.name === 'transferring' && state.operatorParticipantId !== undefined) {
    decision.ask({ type: 'removeParticipant', participantId: state.operatorParticipantId });
    decision.record({ type: 'operatorLeft' });
    return undefined;
  }
  const [first] = state.name === 'merged' ? state.guests : [];
  if (state.name !== 'merged' || first === undefined) return notNow(state);
  takeBackInvitation(decision);
  decision.ask({ type: 'removeParticipant', participantId: state.operatorParticipantId });
  handOver(decision, first.participantId);
  return undefined;
}
