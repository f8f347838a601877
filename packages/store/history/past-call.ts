import type { CallOutcome } from '@switchboard/domain/call/outcome';
import type { EndReason } from '@switchboard/domain/call/reasons';
import type { CallId, PersonId, QueueId } from '@switchboard/domain/ids';
import { isAnonymous, type Party } from '@switchboard/domain/party/party';
import type { Instant } from '@switchboard/kit/clock';

/** A call that is over. */
export interface PastCall {
  readonly callId: CallId;
  /** Where it was when it ended. */
  readonly queueId: QueueId;
  readonly caller: Party;
  /** Whom it was put through to, or last rang. */
  readonly target?: Party;
  readonly arrivedAt: Instant;
  /** When an operator first talked to the caller. */
  readonly answeredAt?: Instant;
  readonly endedAt: Instant;
  readonly reason: EndReason;
  readonly outcome: CallOutcome;
  /** Somebody to whom it was handed over did not take it. */
  readonly cameBack: boolean;
  /** The operators who talked to the caller, in their order. */
  readonly takenBy: readonly PersonId[];
  readonly foundBy: readonly PastKey[];
}

/** Under what past calls are found. */
export type PastKey = `${'queue' | 'operator' | 'caller'} ${string}`;

export const keyOfQueue = (queueId: QueueId): PastKey => `queue ${queueId}`;
export const keyOfOperator = (operatorId: PersonId): PastKey => `operator ${operatorId}`;

/** Undefined: nothing tells this caller from others. */
export function keyOfCaller(caller: Party): PastKey | undefined {
  if (caller.kind === 'unknown' || isAnonymous(caller)) return undefined;
  return `caller ${caller.kind === 'number' ? caller.number.replaceAll(/\D/g, '') : caller.id.toLowerCase()}`;
}
