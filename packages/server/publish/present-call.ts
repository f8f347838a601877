import type { CallAction, CallView, PartyView } from '@switchboard/contract/views/call-view';
import type { CallState } from '@switchboard/domain/call/call-state';
import type { Party } from '@switchboard/domain/party/party';
import { readableNumber } from './readable-number.ts';

/** What the presentation of a call may look up. */
export interface Names {
  operatorName(operatorId: string): string;
}

/** A call as a console shows it, but for what the one operator may do with it. */
export function presentCall(call: CallState, names: Names): Omit<CallView, 'can'> {
  return {
    callId: call.callId,
    queueId: call.queueId,
    state: call.name,
    since: call.since,
    arrivedAt: call.arrivedAt,
    caller: presentParty(call.caller),
    hold: holdOf(call),
    front: 'isFront' in call && call.isFront,
    ...presentOperator(call, names),
    ...presentTarget(call),
    ...('recall' in call && call.recall !== undefined ? { recall: presentRecall(call.recall) } : {}),
    ...presentMissed(call, names),
    ...(call.name === 'ended' ? { ended: call.reason } : {}),
  };
}

export const withRights = (view: Omit<CallView, 'can'>, can: readonly CallAction[]): CallView => ({
  ...view,
  can: [...can],
});

export function presentParty(party: Party): PartyView {
  const name = party.name === undefined || party.name === '' ? {} : { name: party.name };
  if (party.kind === 'number') return { ...name, number: readableNumber(party.number) };
  if (party.kind === 'person') return { ...name, personId: party.id };
  return name;
}

function holdOf(call: CallState): CallView['hold'] {
  const isOurs = call.name === 'held' || call.name === 'transferring';
  if (!isOurs || call.sound.kind !== 'hold') return 'off';
  return call.sound.isOn ? 'on' : 'asked';
}

function presentOperator(call: CallState, names: Names): Pick<CallView, 'operator'> {
  if (!('operatorId' in call) || call.operatorId === undefined) return {};
  const { operatorId } = call;
  return { operator: { operatorId, name: names.operatorName(operatorId) } };
}

function presentTarget(call: CallState): Pick<CallView, 'target'> {
  if (call.name === 'transferring') return { target: presentParty(call.invitation.party) };
  if (call.name === 'handedOver') return { target: presentParty(call.target) };
  if (call.name === 'ended' && call.target !== undefined) return { target: presentParty(call.target) };
  return {};
}

const presentRecall = ({ target, why }: Recall) => ({
  ...(target === undefined ? {} : { target: presentParty(target) }),
  why,
});

function presentMissed(call: CallState, names: Names): Pick<CallView, 'missed'> {
  if (call.name !== 'waiting' || call.missed === undefined) return {};
  const { operatorId, why } = call.missed;
  return { missed: { operatorId, name: names.operatorName(operatorId), why } };
}
