import { assert, must, unreachable } from '@switchboard/kit/assert';
import type { Instant } from '@switchboard/kit/clock';
import type { Party } from '../party/party.ts';
import type { CallBase, CallState, Connecting, Guest, Recall, Transferring, Waiting } from './call-state.ts';
import type { CallArrived, CallEvent } from './event.ts';

/** The one door through which a call's state changes: the state after an event. */
export function evolve(state: CallState | undefined, event: CallEvent, at: Instant): CallState {
  if (event.type === 'callArrived') return arrived(event, at);
  const call = must(state, `a call for the event ${event.type}`);
  return change(call, event, at);
}

/** Most events tell of a step; the rest keep the books of the state that the call is in. */
function change(call: CallState, event: Exclude<CallEvent, CallArrived>, at: Instant): CallState {
  switch (event.type) {
    case 'soundChanged':
      return { ...call, sound: event.sound };
    case 'rosterRead': {
      const { callerParticipantId } = event;
      const known = callerParticipantId === undefined ? {} : { callerParticipantId };
      return { ...withoutRecheck(call), members: event.members, rosterSequence: event.sequence, ...known };
    }
    case 'absenceDoubted':
      return { ...call, recheck: event.effectId };
    case 'doubtSettled':
      return withoutRecheck(call);
    case 'checkPlanned':
      return { ...call, checkAt: event.checkAt };
    case 'keepAlivePlanned':
      return { ...call, keepAliveAt: event.keepAliveAt };
    case 'legRenamed':
      return { ...call, leg: event.leg, formerLegs: [...call.formerLegs, call.leg] };
    default:
      return step(call, event, at);
  }
}

type BookKeeping =
  | 'soundChanged'
  | 'rosterRead'
  | 'absenceDoubted'
  | 'doubtSettled'
  | 'checkPlanned'
  | 'keepAlivePlanned'
  | 'legRenamed';

type StepEvent = Exclude<CallEvent, { type: 'callArrived' | BookKeeping }>;

function withoutRecheck<State extends CallState>(call: State): State {
  const { recheck: _settled, ...rest } = call;
  return rest as State;
}

function step(call: CallState, event: StepEvent, at: Instant): CallState {
  const base = baseOf(call, at);
  switch (event.type) {
    case 'greetingBegun':
      return { ...base, name: 'greeting' };
    case 'callQueued':
      return { ...base, name: 'waiting', isFront: false };
    case 'operatorRung':
      return rung(call, base, event);
    case 'operatorMissed':
      return missed(call, base, event.why);
    case 'operatorJoined': {
      assert(call.name === 'connecting', `an operator joins while ${call.name}`);
      return {
        ...base,
        name: 'connected',
        operatorId: call.operatorId,
        operatorParticipantId: event.participantId,
      };
    }
    case 'callHeld': {
      assert(call.name === 'connected', `held while ${call.name}`);
      return { ...base, name: 'held', ...operatorOf(call) };
    }
    case 'callResumed': {
      assert(call.name === 'held', `resumed while ${call.name}`);
      return { ...base, name: 'connected', ...operatorOf(call) };
    }
    case 'transferBegun': {
      assert(call.name === 'connected' || call.name === 'held', `transfer while ${call.name}`);
      const { invitation, ringUntil } = event;
      return { ...base, name: 'transferring', ...operatorOf(call), invitation, ringUntil };
    }
    case 'transferReturned':
      return returned(call, base, { target: transferring(call).invitation.party, why: event.why });
    case 'transferTakenBack':
      return returned(call, base, undefined);
    case 'operatorLeft': {
      const { operatorParticipantId: _gone, ...rest } = transferring(call);
      return { ...rest, withdrawn: [...call.withdrawn, ...operatorAsGuest(call)] };
    }
    case 'callHandedOver': {
      const { operatorId, invitation } = transferring(call);
      const { participantId: targetParticipantId, settleUntil } = event;
      return {
        ...base,
        withdrawn: [...base.withdrawn, ...operatorAsGuest(call)],
        name: 'handedOver',
        operatorId,
        target: invitation.party,
        targetParticipantId,
        settleUntil,
      };
    }
    case 'callRecalled':
      return { ...parting(call, base), name: 'waiting', isFront: true, recall: event.recall };
    case 'callEnded': {
      const operator =
        'operatorId' in call && call.operatorId !== undefined ? { operatorId: call.operatorId } : {};
      const target = targetOf(call);
      return {
        ...base,
        name: 'ended',
        reason: event.reason,
        ...operator,
        ...(target === undefined ? {} : { target }),
      };
    }
    default:
      return unreachable(event);
  }
}

function arrived(event: CallArrived, at: Instant): CallState {
  const { type: _type, effectId, ...known } = event;
  return {
    ...known,
    name: 'answering',
    effectId,
    formerLegs: [],
    arrivedAt: at,
    since: at,
    isGroup: false,
    rosterSequence: 0,
    members: [],
    withdrawn: [],
    sound: { kind: 'none' },
  };
}

/** What outlives a change of state; `since` starts anew. */
function baseOf(call: CallState, at: Instant): CallBase {
  const { callerParticipantId, recheck } = call;
  return {
    tenantId: call.tenantId,
    callId: call.callId,
    queueId: call.queueId,
    leg: call.leg,
    formerLegs: call.formerLegs,
    caller: call.caller,
    ...(callerParticipantId === undefined ? {} : { callerParticipantId }),
    arrivedAt: call.arrivedAt,
    since: at,
    isGroup: call.isGroup,
    rosterSequence: call.rosterSequence,
    members: call.members,
    withdrawn: call.withdrawn,
    sound: call.sound,
    keepAliveAt: call.keepAliveAt,
    checkAt: call.checkAt,
    ...(recheck === undefined ? {} : { recheck }),
  };
}

function rung(
  call: CallState,
  base: CallBase,
  event: Extract<CallEvent, { type: 'operatorRung' }>,
): Connecting {
  assert(call.name === 'waiting', `an operator is rung while ${call.name}`);
  const { operatorId, invitation, ringUntil } = event;
  const recall = call.recall === undefined ? {} : { recall: call.recall };
  const { isFront } = call;
  return {
    ...base,
    isGroup: true,
    name: 'connecting',
    operatorId,
    invitation,
    ringUntil,
    isFront,
    ...recall,
  };
}

function missed(call: CallState, base: CallBase, why: Recall['why']): Waiting {
  assert(call.name === 'connecting', `an operator is missed while ${call.name}`);
  const recall = call.recall === undefined ? {} : { recall: call.recall };
  const missedOne = { operatorId: call.operatorId, why };
  return { ...withdrawing(call, base), name: 'waiting', isFront: true, missed: missedOne, ...recall };
}

/** A transfer that did not come about: back to the operator who is still there, else to the front of the queue. */
function returned(call: CallState, base: CallBase, recall: Recall | undefined): CallState {
  const { operatorId, operatorParticipantId } = transferring(call);
  const known = { ...withdrawing(call, base), ...(recall === undefined ? {} : { recall }) };
  if (operatorParticipantId === undefined) return { ...known, name: 'waiting', isFront: true };
  return { ...known, name: 'held', operatorId, operatorParticipantId };
}

/** The base with the open invitation counted as taken back. */
function withdrawing(call: CallState, base: CallBase): CallBase {
  if (call.name !== 'connecting' && call.name !== 'transferring') return base;
  return { ...base, withdrawn: [...base.withdrawn, call.invitation] };
}

/** The base with whoever talked to the caller counted as gone: whoever comes next talks to the caller alone. */
function parting(call: CallState, base: CallBase): CallBase {
  if (call.name !== 'handedOver')
    return { ...base, withdrawn: [...base.withdrawn, ...operatorAsGuest(call)] };
  const target = { participantId: call.targetParticipantId, party: call.target };
  return { ...base, withdrawn: [...base.withdrawn, target] };
}

function operatorAsGuest(call: CallState): readonly Guest[] {
  if (!('operatorParticipantId' in call) || call.operatorParticipantId === undefined) return [];
  return [{ participantId: call.operatorParticipantId, party: { kind: 'person', id: call.operatorId } }];
}

function transferring(call: CallState): Transferring {
  assert(call.name === 'transferring', `a transfer is spoken of while ${call.name}`);
  return call;
}

const operatorOf = (call: Extract<CallState, { name: 'connected' | 'held' }>) => ({
  operatorId: call.operatorId,
  operatorParticipantId: call.operatorParticipantId,
});

function targetOf(call: CallState): Party | undefined {
  if (call.name === 'handedOver') return call.target;
  if (call.name === 'transferring') return call.invitation.party;
  return undefined;
}
