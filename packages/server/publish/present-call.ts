import type { CallAction, CallView, PartyView } from '@switchboard/contract/views/call-view';
import type { Recall } from '@switchboard/domain/call/call-base';
import type { CallState } from '@switchboard/domain/call/call-state';
import type { PersonId } from '@switchboard/domain/ids';
import { presentParty } from '../present/present-party.ts';

/** What the presentation of a call may look up. */
export interface Names {
  operatorName(operatorId: string): string;
}

/** What is the same for every console: all but what the one operator may do with it, and is offered. */
export type SharedCallView = Omit<CallView, 'can' | 'offer'>;

/** A call as a console shows it. */
export function presentCall(call: CallState, names: Names): SharedCallView {
  const until = untilOf(call);
  return {
    callId: call.callId,
    queueId: call.queueId,
    state: call.name,
    since: call.since,
    arrivedAt: call.arrivedAt,
    caller: presentParty(call.caller),
    hold: holdOf(call),
    front: 'isFront' in call && call.isFront,
    vip: call.rank.isVip,
    priority: call.rank.priority,
    formerQueues: [...call.formerQueues],
    isDirect: call.bridge === 'direct' && !call.isGroup,
    ...presentOperator(call, names),
    ...presentTarget(call),
    ...('recall' in call && call.recall !== undefined ? { recall: presentRecall(call.recall) } : {}),
    ...presentMissed(call, names),
    ...(until === undefined ? {} : { until }),
    ...presentConsult(call),
    ...presentGuests(call),
    ...presentLeft(call, names),
    ...presentDiverted(call),
    ...(call.name === 'ended' ? { ended: call.reason } : {}),
  };
}

export const withRights = (
  view: SharedCallView,
  can: readonly CallAction[],
  offer: CallView['offer'],
): CallView => ({ ...view, ...(offer === undefined ? {} : { offer }), can: [...can] });

/** The offer of a waiting call to this operator. */
export function offerTo(call: CallState, operatorId: PersonId): CallView['offer'] {
  if (call.name !== 'waiting' || call.offer?.operatorIds.includes(operatorId) !== true) return undefined;
  return { until: call.offer.until };
}

/**
 * For those who answer a queue that the call has left: to them it is over, handed to another queue. They may not see
 * what becomes of it.
 */
export function presentMoved(call: CallState, from: CallState['queueId'], toName: string): CallView {
  return {
    callId: call.callId,
    queueId: from,
    state: 'ended',
    since: call.since,
    arrivedAt: call.arrivedAt,
    caller: presentParty(call.caller),
    target: { name: toName },
    hold: 'off',
    front: false,
    vip: call.rank.isVip,
    priority: call.rank.priority,
    formerQueues: call.formerQueues.filter((queueId) => queueId !== from),
    isDirect: false,
    ended: 'handedOver',
    can: [],
  };
}

/** Whether the caller hears hold music; a colleague who hears it in a swapped consultation does not count. */
function holdOf(call: CallState): CallView['hold'] {
  const isOurs = call.name === 'held' || call.name === 'transferring' || call.name === 'consulting';
  if (!isOurs || call.sound.kind !== 'hold') return 'off';
  if (call.name === 'consulting' && call.held !== 'caller') return 'off';
  return call.sound.isOn ? 'on' : 'asked';
}

function presentOperator(call: CallState, names: Names): Pick<CallView, 'operator'> {
  if (!('operatorId' in call) || call.operatorId === undefined) return {};
  return { operator: named(call.operatorId, names) };
}

const named = (operatorId: PersonId, names: Names) => ({
  operatorId,
  name: names.operatorName(operatorId),
});

function presentTarget(call: CallState): Pick<CallView, 'target'> {
  switch (call.name) {
    case 'transferring':
    case 'consulting':
    case 'diverting':
      return { target: presentParty(call.invitation.party) };
    case 'handedOver':
    case 'camped':
      return { target: presentParty(call.target) };
    case 'ended':
      return call.target === undefined ? {} : { target: presentParty(call.target) };
    default:
      return {};
  }
}

const presentRecall = ({ target, why }: Recall) => ({
  ...(target === undefined ? {} : { target: presentParty(target) }),
  why,
});

function presentMissed(call: CallState, names: Names): Pick<CallView, 'missed'> {
  if (call.name !== 'waiting' || call.missed === undefined) return {};
  const { operatorId, why } = call.missed;
  return { missed: { ...named(operatorId, names), why } };
}

function untilOf(call: CallState): number | undefined {
  if (call.name === 'parked' || call.name === 'camped') return call.until;
  if (call.name === 'consulting' && call.targetParticipantId !== undefined) return undefined;
  return 'invitation' in call ? call.invitation?.ringUntil : undefined;
}

function presentConsult(call: CallState): Pick<CallView, 'consult'> {
  if (call.name !== 'consulting') return {};
  const phase = call.targetParticipantId === undefined ? 'ringing' : 'talking';
  return { consult: { phase, held: call.held } };
}

function presentGuests(call: CallState): Pick<CallView, 'guests'> {
  if (call.name !== 'merged') return {};
  const guest = (party: PartyView, participantId: string, isRinging: boolean) => ({
    participantId,
    party,
    isRinging,
  });
  const there = call.guests.map((one) => guest(presentParty(one.party), one.participantId, false));
  const { invitation } = call;
  if (invitation === undefined) return { guests: there };
  return { guests: [...there, guest(presentParty(invitation.party), invitation.participantId, true)] };
}

function presentLeft(call: CallState, names: Names): Pick<CallView, 'slot' | 'parkedFor' | 'leftBy'> {
  if (call.name === 'camped') return { leftBy: named(call.campedBy, names) };
  if (call.name !== 'parked') return {};
  const { slot, parkedFor, parkedBy } = call;
  const forWhom = parkedFor === undefined ? {} : { parkedFor: presentParty(parkedFor) };
  return { slot, ...forWhom, leftBy: named(parkedBy, names) };
}

function presentDiverted(call: CallState): Pick<CallView, 'diverted'> {
  if (call.name === 'announcing' || call.name === 'diverting') return { diverted: call.why };
  if (call.name === 'answering' && call.diversion !== undefined) return { diverted: call.diversion.why };
  return {};
}
