import { assert } from '@switchboard/kit/assert';
import type { Instant } from '@switchboard/kit/clock';
import type { Party } from '../party/party.ts';
import type { CallBase, Guest } from './call-base.ts';
import type { CallState } from './call-state.ts';

/** The call, which is in this state; anything else is a defect of whoever recorded the event. */
export function inState<Name extends CallState['name']>(
  call: CallState,
  name: Name,
): Extract<CallState, { name: Name }> {
  assert(call.name === name, `an event of ${name} while ${call.name}`);
  return call as Extract<CallState, { name: Name }>;
}

/** What outlives a change of state; `since` starts anew. */
export function baseOf(call: CallState, at: Instant): CallBase {
  const { callerParticipantId, recheck, recheckPresent, releases } = call;
  return {
    tenantId: call.tenantId,
    callId: call.callId,
    queueId: call.queueId,
    formerQueues: call.formerQueues,
    bridge: call.bridge,
    rank: call.rank,
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
    ...(releases === undefined ? {} : { releases }),
    keepAliveAt: call.keepAliveAt,
    checkAt: call.checkAt,
    ...(call.isMissed === undefined ? {} : { isMissed: call.isMissed }),
    ...(recheck === undefined ? {} : { recheck }),
    ...(recheckPresent === undefined ? {} : { recheckPresent }),
  };
}

/** The base with the open invitation counted as taken back, and a colleague who came by it as gone. */
export function withdrawing(call: CallState, base: CallBase): CallBase {
  if (!('invitation' in call) || call.invitation === undefined) return base;
  const { participantId, party } = call.invitation;
  const came =
    call.name === 'consulting' && call.targetParticipantId !== undefined
      ? [{ participantId: call.targetParticipantId, party }]
      : [];
  return { ...base, withdrawn: [...base.withdrawn, { participantId, party, isInvitation: true }, ...came] };
}

export function operatorAsGuest(call: CallState): readonly Guest[] {
  if (!('operatorParticipantId' in call) || call.operatorParticipantId === undefined) return [];
  return [{ participantId: call.operatorParticipantId, party: { kind: 'person', id: call.operatorId } }];
}

export const operatorOf = (call: Extract<CallState, { name: 'connected' | 'held' }>) => ({
  operatorId: call.operatorId,
  operatorParticipantId: call.operatorParticipantId,
});

/** Whom the call is, or is being, put through to. */
export function targetOf(call: CallState): Party | undefined {
  switch (call.name) {
    case 'answering':
      return call.isRedirected === true && call.diversion?.then.to === 'party'
        ? call.diversion.then.party
        : undefined;
    case 'handedOver':
      return call.target;
    case 'transferring':
    case 'consulting':
    case 'diverting':
      return call.invitation.party;
    case 'merged':
      return call.guests[0]?.party;
    case 'camped':
      return call.target;
    default:
      return undefined;
  }
}
