import { isSameParty, type Party } from '../party/party.ts';
import type { CallState } from './call-state.ts';
import type { CallRefusal } from './command.ts';

export const notNow = (state: CallState): CallRefusal => ({ code: 'notNow', state: state.name });

/** Nobody can be put through to somebody who is in the call already. */
export function isThere(call: CallState, target: Party): CallRefusal | undefined {
  const isOperator = 'operatorId' in call && target.kind === 'person' && target.id === call.operatorId;
  if (isOperator) return { code: 'targetIsYou' };
  const isInCall =
    isSameParty(call.caller, target) ||
    (call.name === 'merged' && call.guests.some((guest) => isSameParty(guest.party, target)));
  return isInCall ? { code: 'targetIsThere' } : undefined;
}
