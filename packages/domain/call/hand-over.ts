import type { ParticipantId } from '../ids.ts';
import type { Decision } from './decision.ts';
import { beSilent } from './sound.ts';

/** This participant has the caller now; whoever else was put in by us is shown out, and we go after a moment. */
export function handOver(decision: Decision, participantId: ParticipantId): void {
  const settleUntil = decision.now + decision.settings.settle;
  decision.record({ type: 'callHandedOver', participantId, settleUntil });
  beSilent(decision);
}
