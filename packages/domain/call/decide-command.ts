import { unreachable } from '@switchboard/kit/assert';
import type { Party } from '../party/party.ts';
import type { CallState } from './call-state.ts';
import type { CallCommand, CallRefusal } from './command.ts';
import type { Decision } from './decision.ts';
import { endForAll } from './ending.ts';
import { beSilent, keepCompany, startHold } from './sound.ts';

/** Carries a command out, or says why it has no place in the call as it is. */
export function decideCommand(decision: Decision, command: CallCommand): CallRefusal | undefined {
  const { state } = decision;
  if (state.name === 'ended') return { code: 'callGone' };
  if (command.type === 'accept') return accept(decision, command);
  if (!('operatorId' in state) || state.operatorId === undefined)
    return { code: 'notNow', state: state.name };
  if (state.operatorId !== command.operatorId) return { code: 'notYourCall', by: state.operatorId };
  switch (command.type) {
    case 'hold':
      return hold(decision, state);
    case 'resume':
      return resume(decision, state);
    case 'transfer':
      return transfer(decision, state, command.target);
    case 'takeBack':
      return takeBack(decision, state);
    case 'hangUp':
      return hangUp(decision, state);
    default:
      return unreachable(command);
  }
}

const notNow = (state: CallState): CallRefusal => ({ code: 'notNow', state: state.name });

function accept(decision: Decision, command: CallCommand): CallRefusal | undefined {
  const { state, settings, now } = decision;
  const { operatorId } = command;
  if (state.name !== 'waiting') {
    if ('operatorId' in state && state.operatorId !== undefined)
      return { code: 'callTaken', by: state.operatorId };
    return notNow(state);
  }
  const party: Party = { kind: 'person', id: operatorId };
  const participantId = decision.newParticipantId();
  const effectId = decision.ask({ type: 'invite', party, participantId });
  const ringUntil = now + settings.operatorRing;
  decision.record({
    type: 'operatorRung',
    operatorId,
    invitation: { effectId, participantId, party },
    ringUntil,
  });
  return undefined;
}

function hold(decision: Decision, state: CallState): CallRefusal | undefined {
  if (state.name !== 'connected') return notNow(state);
  startHold(decision);
  decision.record({ type: 'callHeld' });
  return undefined;
}

function resume(decision: Decision, state: CallState): CallRefusal | undefined {
  if (state.name !== 'held') return notNow(state);
  beSilent(decision);
  decision.record({ type: 'callResumed' });
  return undefined;
}

function transfer(decision: Decision, state: CallState, target: Party): CallRefusal | undefined {
  if (state.name !== 'connected' && state.name !== 'held') return notNow(state);
  if (target.kind === 'person' && target.id === state.operatorId) return { code: 'targetIsYou' };
  startHold(decision);
  beginTransfer(decision, target);
  return undefined;
}

function beginTransfer(decision: Decision, target: Party): void {
  const participantId = decision.newParticipantId();
  const effectId = decision.ask({ type: 'invite', party: target, participantId });
  const ringUntil = decision.now + decision.settings.transferRing;
  const invitation = { effectId, participantId, party: target };
  decision.record({ type: 'transferBegun', invitation, ringUntil });
}

function takeBack(decision: Decision, state: CallState): CallRefusal | undefined {
  if (state.name !== 'transferring') return notNow(state);
  decision.ask({ type: 'removeParticipant', participantId: state.invitation.participantId });
  decision.record({ type: 'transferTakenBack' });
  return undefined;
}

/** While the operator's own Teams rings, hanging up gives the caller back to the queue. */
function hangUp(decision: Decision, state: CallState): CallRefusal | undefined {
  switch (state.name) {
    case 'connecting':
      decision.ask({ type: 'removeParticipant', participantId: state.invitation.participantId });
      decision.record({ type: 'operatorMissed', why: 'declined' });
      keepCompany(decision);
      return undefined;
    case 'connected':
    case 'held':
    case 'transferring':
      endForAll(decision, 'operatorHungUp', false);
      return undefined;
    case 'answering':
    case 'greeting':
    case 'waiting':
    case 'handedOver':
    case 'ended':
      return notNow(state);
    default:
      return unreachable(state);
  }
}
