import type { QueueId } from '../ids.ts';
import type { CallCommand, CallRefusal } from './command.ts';
import type { Decision } from './decision.ts';
import { mostSlots } from './limits.ts';
import { isThere, notNow } from './refusals.ts';
import { keepCompany } from './sound.ts';

type Park = Extract<CallCommand, { type: 'park' }>;
type Camp = Extract<CallCommand, { type: 'camp' }>;

/** Into a numbered slot; the operator is out, and anyone of the queue may take the call up again. */
export function park(decision: Decision, { slot: wanted, forPerson }: Park): CallRefusal | undefined {
  const { state, context, settings, now } = decision;
  if (state.name !== 'connected' && state.name !== 'held') return notNow(state);
  const taken = context.takenSlots ?? new Set<number>();
  if (wanted !== undefined && taken.has(wanted)) return { code: 'slotTaken' };
  const slot = wanted ?? lowestFree(taken);
  if (slot === undefined) return { code: 'noSlotFree' };
  decision.ask({ type: 'removeParticipant', participantId: state.operatorParticipantId });
  const parkedFor = forPerson === undefined ? {} : { parkedFor: forPerson };
  decision.record({ type: 'callParked', slot, until: now + settings.parkTime, ...parkedFor });
  keepCompany(decision);
  return undefined;
}

function lowestFree(taken: ReadonlySet<number>): number | undefined {
  for (let slot = 1; slot <= mostSlots; slot += 1) if (!taken.has(slot)) return slot;
  return undefined;
}

/** The caller waits for one contact; the operator is out. */
export function camp(decision: Decision, target: Camp['target']): CallRefusal | undefined {
  const { state, settings, now } = decision;
  if (state.name !== 'connected' && state.name !== 'held') return notNow(state);
  const refusal = isThere(state, target);
  if (refusal !== undefined) return refusal;
  decision.ask({ type: 'removeParticipant', participantId: state.operatorParticipantId });
  decision.record({ type: 'callCamped', target, until: now + settings.campTime });
  keepCompany(decision);
  return undefined;
}

/** The call waits in another queue, ahead of the others; its history goes along. */
export function moveToQueue(decision: Decision, queueId: QueueId): CallRefusal | undefined {
  const { state } = decision;
  if (state.name !== 'connected' && state.name !== 'held') return notNow(state);
  if (state.queueId === queueId) return { code: 'sameQueue' };
  decision.ask({ type: 'removeParticipant', participantId: state.operatorParticipantId });
  decision.record({ type: 'callMoved', queueId, why: 'moved' });
  keepCompany(decision);
  return undefined;
}
