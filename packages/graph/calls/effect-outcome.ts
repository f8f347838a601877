import type { EffectProblem, LegObserved, Outcome } from '@switchboard/domain/call/fact';

/** What became of an effect. */
export type EffectOutcome =
  /** Graph took it. For what runs on (a prompt, an invitation, a hold) the end comes by a notification. */
  | {
      readonly type: 'done';
      readonly operationId?: string;
      /** The direct answer says the end already; then no notification follows. */
      readonly operationEnded?: { readonly completed: boolean; readonly outcome: Outcome };
    }
  /** The answer to the effect `observe`. */
  | { readonly type: 'observed'; readonly fact: LegObserved }
  /** Graph will never take it as it is. */
  | { readonly type: 'refused'; readonly problem: EffectProblem; readonly message: string }
  /** Certainly not executed; may be sent again, not before `afterMs` if that is given. */
  | { readonly type: 'retry'; readonly afterMs?: number; readonly reason: string }
  /** Perhaps executed: ask what became of it (`settleDoubt`) before it is sent again. */
  | { readonly type: 'doubt'; readonly reason: string };

export const done: EffectOutcome = { type: 'done' };

export const refusedBecause = (problem: EffectProblem, message: string): EffectOutcome => ({
  type: 'refused',
  problem,
  message,
});

export const retryBecause = (reason: string, afterMs?: number): EffectOutcome => ({
  type: 'retry',
  reason,
  ...(afterMs === undefined ? {} : { afterMs }),
});

export const doubtBecause = (reason: string): EffectOutcome => ({ type: 'doubt', reason });
