import type { CallAction } from '@switchboard/contract/views/call-view';
import type { CallState } from '@switchboard/domain/call/call-state';
import type { Operator } from '@switchboard/domain/operator/operator';
import { unreachable } from '@switchboard/kit/assert';

/** An operator sees the calls of the queues that they answer, and no others. */
export const canSeeCall = (operator: Operator, call: CallState): boolean =>
  operator.queueIds.includes(call.queueId);

/** Whether a call keeps its operator from taking another one. A held call does not. */
export const occupies = (call: CallState): boolean =>
  call.name === 'connecting' || call.name === 'connected' || call.name === 'transferring';

/** What an operator may ask of a call now. `isBusy`: another call occupies them. */
export function callRights(operator: Operator, call: CallState, isBusy: boolean): readonly CallAction[] {
  if (call.name === 'waiting') return canSeeCall(operator, call) && !isBusy ? ['accept'] : [];
  if (!('operatorId' in call) || call.operatorId !== operator.operatorId) return [];
  switch (call.name) {
    case 'connecting':
      return ['hangUp'];
    case 'connected':
      return ['hold', 'transfer', 'hangUp'];
    case 'held':
      return isBusy ? ['hangUp'] : ['resume', 'transfer', 'hangUp'];
    case 'transferring':
      return ['takeBack', 'hangUp'];
    case 'handedOver':
    case 'ended':
      return [];
    default:
      return unreachable(call);
  }
}
