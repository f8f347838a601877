import type { CallFact } from '@switchboard/domain/call/fact';
import type { LegId, TenantId } from '@switchboard/domain/ids';
import { callSchema, type GraphCall } from '../wire/call.ts';
import { type LegSnapshot, legSnapshot } from '../wire/leg-snapshot.ts';
import { outcomeFromGraph } from '../wire/result-info.ts';
import { ignoredBecause, type Reading, reading } from './reading.ts';

/**
 * A change of a call: it came in, carries sound, or is gone. Its other states change nothing for us. With what the
 * resource says of the leg, for whoever does not know it.
 */
export function readCall(change: string | undefined, leg: LegId, data: unknown, tenantId: TenantId): Reading {
  const parsed = callSchema.safeParse(data ?? {});
  const call = parsed.success ? parsed.data : undefined;
  if (change === 'deleted' || call?.state === 'terminated') {
    const outcome = outcomeFromGraph(call?.resultInfo, call?.terminationReason);
    return { ...reading(leg, { type: 'legEnded', leg, outcome }), snapshot: ended(call, leg, tenantId) };
  }
  if (call === undefined) return ignoredBecause(`call ${leg}: resourceData is not a call object`);
  const snapshot = legSnapshot(call, leg, tenantId);
  return { ...factsOf(change, call, snapshot), snapshot };
}

/** Whatever the resource still says of the state: nothing rings any more. */
const ended = (call: GraphCall | undefined, leg: LegId, tenantId: TenantId): LegSnapshot =>
  call === undefined ? { leg, state: 'gone' } : legSnapshot({ ...call, state: 'terminated' }, leg, tenantId);

/** `incoming` is taken under any name of the change: the notification that called it `created` may be lost. */
function factsOf(change: string | undefined, call: GraphCall, snapshot: LegSnapshot): Reading {
  const { leg, state, direction, incoming } = snapshot;
  if (state === 'established') return established(call, leg);
  if (state !== 'incoming') {
    return ignoredBecause(
      `call ${leg}: ${change ?? 'unnamed change'} to state ${call.state ?? 'unsaid'} changes nothing`,
    );
  }
  if (incoming !== undefined) return reading(leg, incoming);
  return ignoredBecause(
    direction === 'outgoing'
      ? `call ${leg}: created by us, not incoming`
      : `call ${leg}: targets no application instance, so it belongs to no queue`,
  );
}

/**
 * A transfer that fails has no operation that ends: the leg is established again, with the reason in `resultInfo`
 * (https://learn.microsoft.com/graph/api/call-transfer, read 2026-11-23). It is told as the end of `transfer`.
 */
function established(call: GraphCall, leg: LegId): Reading {
  const facts: CallFact[] = [{ type: 'legEstablished', leg }];
  const outcome = outcomeFromGraph(call.resultInfo);
  if (outcome.code >= 400) {
    facts.push({ type: 'operationEnded', leg, operationId: 'transfer', completed: false, outcome });
  }
  return { facts: facts.map((fact) => ({ leg, fact })), ignored: [] };
}
