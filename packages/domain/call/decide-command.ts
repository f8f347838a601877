import { unreachable } from '@switchboard/kit/assert';
import type { Party } from '../party/party.ts';
import type { Invitation } from './call-base.ts';
import type { CallCommand, CallRefusal } from './command.ts';
import { add, back, complete, consult, drop, merge, swap } from './consultation.ts';
import type { Decision } from './decision.ts';
import { endForAll } from './ending.ts';
import { invitationFailed } from './invitation.ts';
import { invite, isGivenAway, takeBackInvitation } from './invite.ts';
import { leave } from './leaving.ts';
import { camp, moveToQueue, park } from './parking.ts';
import { isThere, notNow } from './refusals.ts';
import { ringTime } from './ring-time.ts';
import { beSilent, startHold } from './sound.ts';

/** Carries a command out, or says why it has no place in the call as it is. */
export function decideCommand(decision: Decision, command: CallCommand): CallRefusal | undefined {
  const { state } = decision;
  if (state.name === 'ended') return { code: 'callGone' };
  switch (command.type) {
    case 'accept':
      return accept(decision, command.operatorId);
    case 'decline':
      return decline(decision, command.operatorId);
    case 'retrieve':
      return retrieve(decision, command.operatorId);
    case 'takeOver':
      return takeOver(decision, command.operatorId);
    default:
      return ownCall(decision, command);
  }
}

type OwnCommand = Exclude<CallCommand, { type: 'accept' | 'decline' | 'retrieve' | 'takeOver' }>;

/** What only the operator may ask who has the call. */
function ownCall(decision: Decision, command: OwnCommand): CallRefusal | undefined {
  const { state } = decision;
  if (!('operatorId' in state) || state.operatorId === undefined) return notNow(state);
  if (state.operatorId !== command.operatorId) return { code: 'notYourCall', by: state.operatorId };
  switch (command.type) {
    case 'hold':
      return hold(decision);
    case 'resume':
      return resume(decision);
    case 'transfer':
      return transfer(decision, command);
    case 'takeBack':
      return takeBack(decision);
    case 'leave':
      return leave(decision);
    case 'hangUp':
      return hangUp(decision);
    case 'park':
      return park(decision, command);
    case 'camp':
      return camp(decision, command.target);
    case 'moveToQueue':
      return moveToQueue(decision, command.queueId);
    case 'sendTones':
      return sendTones(decision, command.tones);
    default:
      return consulting(decision, command);
  }
}

type ConsultCommand = Extract<
  OwnCommand,
  { type: 'consult' | 'complete' | 'merge' | 'swap' | 'back' | 'add' | 'drop' }
>;

function consulting(decision: Decision, command: ConsultCommand): CallRefusal | undefined {
  switch (command.type) {
    case 'consult':
      return consult(decision, command.target);
    case 'complete':
      return complete(decision);
    case 'merge':
      return merge(decision);
    case 'swap':
      return swap(decision);
    case 'back':
      return back(decision);
    case 'add':
      return add(decision, command.target);
    case 'drop':
      return drop(decision, command.participantId);
    default:
      return unreachable(command);
  }
}

type OperatorId = CallCommand['operatorId'];

function accept(decision: Decision, operatorId: OperatorId): CallRefusal | undefined {
  const { state, settings } = decision;
  if (state.name !== 'waiting') {
    if ('operatorId' in state && state.operatorId !== undefined)
      return { code: 'callTaken', by: state.operatorId };
    return notNow(state);
  }
  const isOffered = state.offer?.operatorIds.includes(operatorId) === true;
  if (settings.strategy !== 'pick' && !isOffered) return { code: 'notOffered' };
  ringOperator(decision, operatorId, 'accept');
  return undefined;
}

function ringOperator(
  decision: Decision,
  operatorId: OperatorId,
  by: 'accept' | 'retrieve' | 'takeOver',
): void {
  const { settings } = decision;
  const party: Party = { kind: 'person', id: operatorId };
  const isDirect = decision.state.bridge === 'direct' && !decision.state.isGroup;
  const invitation = isDirect ? giveAway(decision, party) : invite(decision, party, settings.operatorRing);
  decision.record({ type: 'operatorRung', operatorId, invitation, by });
}

/**
 * On the direct bridge the call itself goes to the operator's Teams. Graph says how that ended; its word is waited for
 * longer than Teams rings, since a transfer cannot be taken back.
 */
function giveAway(decision: Decision, party: Party): Invitation {
  const effectId = decision.ask({ type: 'transfer', party });
  const ringUntil = decision.now + 2 * decision.settings.operatorRing;
  return { effectId, participantId: decision.newParticipantId(), party, ringUntil };
}

function decline(decision: Decision, operatorId: OperatorId): CallRefusal | undefined {
  const { state } = decision;
  if (state.name !== 'waiting') return notNow(state);
  if (state.offer?.operatorIds.includes(operatorId) !== true) return { code: 'notOffered' };
  decision.record({ type: 'offerRefused', operatorId, why: 'declined' });
  return undefined;
}

function retrieve(decision: Decision, operatorId: OperatorId): CallRefusal | undefined {
  const { state } = decision;
  if (state.name === 'parked' || state.name === 'camped') {
    ringOperator(decision, operatorId, 'retrieve');
    return undefined;
  }
  if ('operatorId' in state && state.operatorId !== undefined)
    return { code: 'callTaken', by: state.operatorId };
  return notNow(state);
}

/** From an operator who has it on hold, or who gave it out and left. */
function takeOver(decision: Decision, operatorId: OperatorId): CallRefusal | undefined {
  const { state } = decision;
  const isGivenOut = state.name === 'transferring' && state.operatorParticipantId === undefined;
  if (state.name !== 'held' && !isGivenOut) return notNow(state);
  if (state.operatorId === operatorId && state.name === 'held') return notNow(state);
  if (state.name === 'transferring') takeBackInvitation(decision);
  else decision.ask({ type: 'removeParticipant', participantId: state.operatorParticipantId });
  ringOperator(decision, operatorId, 'takeOver');
  return undefined;
}

function hold(decision: Decision): CallRefusal | undefined {
  const { state } = decision;
  if (state.name !== 'connected') return notNow(state);
  startHold(decision);
  decision.record({ type: 'callHeld' });
  return undefined;
}

function resume(decision: Decision): CallRefusal | undefined {
  const { state } = decision;
  if (state.name !== 'held') return notNow(state);
  beSilent(decision);
  decision.record({ type: 'callResumed' });
  return undefined;
}

function transfer(
  decision: Decision,
  { target, leave: leavesAtOnce, toMailbox }: Extract<CallCommand, { type: 'transfer' }>,
): CallRefusal | undefined {
  const { state, settings } = decision;
  if (state.name !== 'connected' && state.name !== 'held') return notNow(state);
  const refusal = isThere(state, target);
  if (refusal !== undefined) return refusal;
  startHold(decision);
  const invitation = invite(decision, target, ringTime(settings, target), toMailbox);
  decision.record({
    type: 'transferBegun',
    invitation,
    ...(toMailbox === undefined ? {} : { toMailbox }),
  });
  return leavesAtOnce === true ? leave(decision) : undefined;
}

function takeBack(decision: Decision): CallRefusal | undefined {
  const { state } = decision;
  if (state.name === 'consulting' && state.targetParticipantId === undefined) return back(decision);
  if (state.name !== 'transferring') return notNow(state);
  takeBackInvitation(decision);
  decision.record({ type: 'transferTakenBack' });
  return undefined;
}

function sendTones(
  decision: Decision,
  tones: Extract<CallCommand, { type: 'sendTones' }>['tones'],
): CallRefusal | undefined {
  const { state } = decision;
  if (state.name !== 'connected' && state.name !== 'merged') return notNow(state);
  decision.ask({ type: 'sendTones', tones });
  decision.record({ type: 'tonesSent', count: tones.length });
  return undefined;
}

/** While the operator's own Teams rings, hanging up gives the caller back to the queue. */
function hangUp(decision: Decision): CallRefusal | undefined {
  const { state } = decision;
  switch (state.name) {
    case 'connecting':
      if (isGivenAway(state)) return notNow(state);
      takeBackInvitation(decision);
      invitationFailed(decision, 'declined');
      return undefined;
    case 'connected':
    case 'held':
    case 'transferring':
    case 'consulting':
    case 'merged':
      endForAll(decision, 'operatorHungUp', false);
      return undefined;
    case 'answering':
    case 'greeting':
    case 'announcing':
    case 'diverting':
    case 'waiting':
    case 'parked':
    case 'camped':
    case 'handedOver':
    case 'ended':
      return notNow(state);
    default:
      return unreachable(state);
  }
}
