import type { CallState } from './call-state.ts';
import type { EndReason } from './reasons.ts';

/**
 * What a call came to. `answered`: an operator had the caller to the end; `putThrough`: somebody else took them; `lost`:
 * the caller went, or was sent away, while nobody had them; `refused`: the number is not let in.
 */
export type CallOutcome = 'answered' | 'putThrough' | 'lost' | 'refused';

/** Nobody of ours is with the caller in these, whoever was before. */
const unattended: ReadonlySet<CallState['name']> = new Set([
  'answering',
  'greeting',
  'announcing',
  'diverting',
  'waiting',
  'connecting',
  'parked',
  'camped',
]);

/** @param before the state that the call was in when it ended; undefined: it was over as soon as it came */
export function outcomeOf(before: CallState | undefined, reason: EndReason): CallOutcome {
  if (reason === 'blocked' || reason === 'rejected') return 'refused';
  // On the direct bridge the call itself goes to the operator.
  if (reason === 'handedOver') return before?.name === 'connecting' ? 'answered' : 'putThrough';
  if (reason === 'operatorHungUp') return 'answered';
  return before === undefined || unattended.has(before.name) || isLeftRinging(before) ? 'lost' : 'answered';
}

/** The operator has gone, and whom they left the caller to has not answered. */
const isLeftRinging = (call: CallState): boolean =>
  call.name === 'transferring' && call.operatorParticipantId === undefined;
