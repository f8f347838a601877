import type { CallIncoming } from '@switchboard/domain/call/fact';
import {
  type InstanceId,
  instanceId,
  type LegId,
  participantId,
  type TenantId,
} from '@switchboard/domain/ids';
import type { Party } from '@switchboard/domain/party/party';
import type { GraphCall } from './call.ts';
import { partyFromGraph } from './identity.ts';
import { type LegState, legStateFromGraph } from './leg-state.ts';
import { oneSpelling } from './lenient.ts';

/** What Graph's call resource says of a leg, so that one which nobody here knows can be taken on or hung up. */
export interface LegSnapshot {
  readonly leg: LegId;
  readonly state: LegState;
  readonly direction?: 'incoming' | 'outgoing';
  /** The queue's resource account that was dialled. */
  readonly instanceId?: InstanceId;
  /** Absent when the resource names no source; a caller who is withheld is `unknown`. */
  readonly caller?: Party;
  /** The fact by which it is taken on, while it still rings for a resource account. */
  readonly incoming?: CallIncoming;
}

export function legSnapshot(call: GraphCall, leg: LegId, tenantId: TenantId): LegSnapshot {
  const { direction } = call;
  const state = legStateFromGraph(call.state);
  const instance = dialledInstance(call);
  const incoming =
    state === 'incoming' && instance !== undefined && direction !== 'outgoing'
      ? callIncoming(call, leg, tenantId, instance)
      : undefined;
  return {
    leg,
    state,
    ...(direction === 'incoming' || direction === 'outgoing' ? { direction } : {}),
    ...(instance === undefined ? {} : { instanceId: instance }),
    ...(call.source === undefined ? {} : { caller: partyFromGraph(call.source.identity) }),
    ...(incoming === undefined ? {} : { incoming }),
  };
}

function dialledInstance(call: GraphCall): InstanceId | undefined {
  const id = call.targets
    ?.map((target) => target?.identity?.applicationInstance?.id)
    .find((one) => one !== undefined);
  return id === undefined ? undefined : instanceId(oneSpelling(id));
}

function callIncoming(call: GraphCall, leg: LegId, tenantId: TenantId, dialled: InstanceId): CallIncoming {
  const { sourceParticipantId, transferor } = call.incomingContext ?? {};
  const caller = sourceParticipantId ?? call.source?.participantId;
  return {
    type: 'callIncoming',
    tenantId,
    leg,
    instanceId: dialled,
    caller: partyFromGraph(call.source?.identity),
    ...(caller === undefined ? {} : { callerParticipantId: participantId(oneSpelling(caller)) }),
    ...(transferor === undefined ? {} : { transferredBy: partyFromGraph(transferor) }),
    ...(call.callChainId === undefined ? {} : { chainId: call.callChainId }),
  };
}
