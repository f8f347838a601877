import type { ParticipantId } from '../ids.ts';
import type { Party } from '../party/party.ts';
import type { Decision } from './decision.ts';
import { beSilent } from './sound.ts';

/** This participant has the caller now, `party` if it is somebody else than was asked; whoever else was put in by us is shown out, and we go after a moment. */
export function handOver(decision: Decision, participantId: ParticipantId, party?: Party): void {
  const settleUntil = decision.now + decision.settings.settle;
  const who = party === undefined ? {} : { party };
  decision.record({ type: 'callHandedOver', participantId, settleUntil, ...who });
  beSilent(decision);
}
