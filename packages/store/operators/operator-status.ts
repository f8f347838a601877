import type { PersonId } from '@switchboard/domain/ids';
import type { Instant } from '@switchboard/kit/clock';

/** An operator's state of work. */
export interface OperatorStatus {
  readonly operatorId: PersonId;
  /** `offline`: they chose to be, or no console of theirs is connected, nor was within the grace. */
  readonly status: 'available' | 'break' | 'offline';
  /** Of a break, when the operator gave one. */
  readonly reason?: string;
  readonly since: Instant;
  /** They finish the last call until then. May be over. */
  readonly wrapUpUntil?: Instant;
  /** Their Teams presence sets the status too. */
  readonly followsPresence: boolean;
}

/** What is kept of an operator's state of work, beyond what others see. */
export interface OperatorWork {
  readonly operatorId: PersonId;
  readonly status: OperatorStatus['status'];
  readonly since: Instant;
  /** Of the break that they are on, or go back to when they come again; '' when it has no reason. */
  readonly breakReason: string | null;
  /** Their Teams presence began the break and ends it. */
  readonly isBreakByPresence: boolean;
  readonly wrapUpUntil: Instant | null;
  readonly idleSince: Instant;
  readonly followsPresence: boolean;
  /** They are offline since they said so: a console that comes changes nothing. */
  readonly isOffByChoice: boolean;
}

/** What others see of it. */
export function statusOf(work: OperatorWork): OperatorStatus {
  const { operatorId, status, since, breakReason, wrapUpUntil, followsPresence } = work;
  const isOnBreak = status === 'break' && breakReason !== null && breakReason !== '';
  return {
    operatorId,
    status,
    ...(isOnBreak ? { reason: breakReason } : {}),
    since,
    ...(wrapUpUntil === null ? {} : { wrapUpUntil }),
    followsPresence,
  };
}
