import type { CallIncoming } from '@switchboard/domain/call/fact';
import { instanceId, type LegId, participantId, type TenantId } from '@switchboard/domain/ids';
import { callSchema, type GraphCall } from '../wire/call.ts';
import { partyFromGraph } from '../wire/identity.ts';
import { oneSpelling } from '../wire/lenient.ts';
import { outcomeFromGraph } from '../wire/result-info.ts';
import { ignoredBecause, type Reading, reading } from './reading.ts';

/** A change of a call: it came in, carries sound, or is gone. Its other states change nothing for us. */
export function readCall(change: string | undefined, leg: LegId, data: unknown, tenantId: TenantId): Reading {
  const parsed = callSchema.safeParse(data ?? {});
  const call = parsed.success ? parsed.data : undefined;
  if (change === 'deleted' || call?.state === 'terminated') {
    const outcome = outcomeFromGraph(call?.resultInfo, call?.terminationReason);
    return reading(leg, { type: 'legEnded', leg, outcome });
  }
  if (call === undefined) return ignoredBecause(`call ${leg}: resourceData is not a call object`);
  if (call.state === 'established') return reading(leg, { type: 'legEstablished', leg });
  if (call.state === 'incoming' && change === 'created') return readIncoming(call, leg, tenantId);
  return ignoredBecause(
    `call ${leg}: ${change ?? 'unnamed change'} to state ${call.state ?? 'unsaid'} changes nothing`,
  );
}

function readIncoming(call: GraphCall, leg: LegId, tenantId: TenantId): Reading {
  if (call.direction === 'outgoing') return ignoredBecause(`call ${leg}: created by us, not incoming`);
  const instance = call.targets
    ?.map((target) => target?.identity?.applicationInstance?.id)
    .find((id) => id !== undefined);
  if (instance === undefined) {
    return ignoredBecause(`call ${leg}: targets no application instance, so it belongs to no queue`);
  }
  const { sourceParticipantId, transferor } = call.incomingContext ?? {};
  const caller = sourceParticipantId ?? call.source?.participantId;
  const fact: CallIncoming = {
    type: 'callIncoming',
    tenantId,
    leg,
    instanceId: instanceId(oneSpelling(instance)),
    caller: partyFromGraph(call.source?.identity),
    ...(caller === undefined ? {} : { callerParticipantId: participantId(oneSpelling(caller)) }),
    ...(transferor === undefined ? {} : { transferredBy: partyFromGraph(transferor) }),
    ...(call.callChainId === undefined ? {} : { chainId: call.callChainId }),
  };
  return reading(leg, fact);
}
