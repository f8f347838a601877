import type { CallAction } from '@switchboard/contract/views/call-view';
import type { CallState } from '@switchboard/domain/call/call-state';
import { operatorInLeg } from '@switchboard/domain/call/operator-in-leg';
import type { Operator } from '@switchboard/domain/operator/operator';
import type { Strategy } from '@switchboard/domain/queue/queue';

/** An operator sees the calls of the queues that they answer, and those that they have themselves. */
export const canSeeCall = (operator: Operator, call: CallState): boolean =>
  operator.queueIds.includes(call.queueId) ||
  ('operatorId' in call && call.operatorId === operator.operatorId);

/** What became of a call that has left their queue is still theirs to read. */
export const maySeeHistory = (operator: Operator, call: CallState): boolean =>
  canSeeCall(operator, call) || call.formerQueues.some((queueId) => operator.queueIds.includes(queueId));

/** Whom a call keeps from taking another one. A held call keeps nobody, nor one left to somebody who rings. */
export function occupant(call: CallState): Operator['operatorId'] | undefined {
  if (call.name === 'connecting') return call.operatorId;
  return call.name === 'held' ? undefined : operatorInLeg(call);
}

/** What rights depend on besides the operator and the call. */
export interface RightsCircumstances {
  /** Another call occupies the operator. */
  readonly isBusy: boolean;
  /** Of the call's queue. */
  readonly strategy: Strategy;
  /** Calls may be put through to mailboxes. */
  readonly hasVoicemail: boolean;
}

/** What an operator may ask of a call now. The rules of the call say the same; here is nothing that they refuse. */
export function callRights(
  operator: Operator,
  call: CallState,
  circumstances: RightsCircumstances,
): readonly CallAction[] {
  if (!canSeeCall(operator, call)) return [];
  switch (call.name) {
    case 'waiting':
      return ofWaiting(operator, call, circumstances);
    case 'parked':
    case 'camped':
      return circumstances.isBusy ? [] : ['retrieve'];
    case 'answering':
    case 'greeting':
    case 'announcing':
    case 'diverting':
    case 'handedOver':
    case 'ended':
      return [];
    default:
      return call.operatorId === operator.operatorId
        ? ofOwn(call, circumstances)
        : ofColleagues(call, circumstances);
  }
}

type Handled = Extract<
  CallState,
  { name: 'connecting' | 'connected' | 'held' | 'transferring' | 'consulting' | 'merged' }
>;

/** Whoever is offered a call may take it or leave it; where all pick, everybody may take it. */
function ofWaiting(
  { operatorId }: Operator,
  { offer }: Extract<CallState, { name: 'waiting' }>,
  { isBusy, strategy }: RightsCircumstances,
): readonly CallAction[] {
  const isOffered = offer?.operatorIds.includes(operatorId) === true;
  if (isOffered) return isBusy ? ['decline'] : ['accept', 'decline'];
  return strategy === 'pick' && !isBusy ? ['accept'] : [];
}

function ofOwn(call: Handled, { isBusy, hasVoicemail }: RightsCircumstances): readonly CallAction[] {
  const voicemail: readonly CallAction[] = hasVoicemail ? ['voicemail'] : [];
  switch (call.name) {
    case 'connecting':
      // On the direct bridge the call itself is on its way to the operator, and nothing stops it.
      return call.bridge === 'direct' && !call.isGroup ? [] : ['hangUp'];
    case 'connected':
      return ['hold', 'transfer', 'consult', 'add', ...aside, ...voicemail, 'sendTones', 'hangUp'];
    case 'held':
      return isBusy
        ? [...aside, 'hangUp']
        : ['resume', 'transfer', 'consult', ...aside, ...voicemail, 'hangUp'];
    case 'transferring':
      return call.operatorParticipantId === undefined
        ? ['takeBack', ...(isBusy ? [] : (['takeOver'] as const)), 'hangUp']
        : ['takeBack', 'leave', 'hangUp'];
    case 'consulting':
      return ofConsulting(call);
    default:
      return ofMerged(call);
  }
}

/** Puts the caller somewhere else without the operator. */
const aside = ['park', 'camp', 'moveToQueue'] as const satisfies readonly CallAction[];

function ofConsulting(call: Extract<Handled, { name: 'consulting' }>): readonly CallAction[] {
  if (call.targetParticipantId === undefined) return ['takeBack', 'leave', 'complete', 'back', 'hangUp'];
  const swap: readonly CallAction[] = call.callerParticipantId === undefined ? [] : ['swap'];
  return ['complete', 'merge', ...swap, 'back', 'hangUp'];
}

/** One rings at a time; to leave, somebody must be there whom the caller is left with. */
function ofMerged({ guests, invitation }: Extract<Handled, { name: 'merged' }>): readonly CallAction[] {
  const add: readonly CallAction[] = invitation === undefined ? ['add'] : [];
  const leave: readonly CallAction[] = guests.length > 0 ? ['leave'] : [];
  return [...add, 'drop', ...leave, 'sendTones', 'hangUp'];
}

/** A call that a colleague has on hold, or has left to somebody who rings. */
function ofColleagues(call: Handled, { isBusy }: RightsCircumstances): readonly CallAction[] {
  const isLeft = call.name === 'transferring' && call.operatorParticipantId === undefined;
  return !isBusy && (call.name === 'held' || isLeft) ? ['takeOver'] : [];
}
