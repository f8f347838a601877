import { unreachable } from '@switchboard/kit/assert';
import type { GraphProblem, GraphProblemKind } from './graph-problem.ts';

/**
 * `never`: an action on a call, a message. It is sent once; whoever asked decides what a problem means.
 * `safe`: reading, and whatever may be done twice. It is repeated a few times.
 */
export type RetryRule = 'never' | 'safe';

/**
 * What the client itself does about a problem:
 * `refreshToken` asks for a new token and sends again, once; `waitThenRepeat` obeys Retry-After when it is short;
 * `repeat` sends again after a pause; `repeatIfSafe` does so for `safe` requests only; `tell` hands it on.
 */
type Remedy = 'refreshToken' | 'waitThenRepeat' | 'repeatIfSafe' | 'tell';

/**
 * The one table of what is repeated. 401 and 429 are answered before anything is executed. After 5xx and time-outs an
 * action may have been executed: it is never sent again blindly.
 */
const remedies: Record<GraphProblemKind, Remedy> = {
  unauthorized: 'refreshToken',
  throttled: 'waitThenRepeat',
  unavailable: 'repeatIfSafe',
  forbidden: 'tell',
  gone: 'tell',
  conflict: 'tell',
  invalid: 'tell',
};

/** Pauses before the second and third try of a `safe` request. */
const pausesMs: readonly number[] = [200, 1_000];

/** A `safe` request waits this long for a throttled service; beyond it, the one who asked plans anew. */
export const longestWaitMs = 5_000;

export interface Attempt {
  readonly rule: RetryRule;
  /** Tries made, the first included. */
  readonly tries: number;
  readonly tokenIsRefreshed: boolean;
  /** Whether another one is to be had: of the application always, of a person where the request says from where. */
  readonly canRefreshToken: boolean;
}

export type NextStep =
  | { readonly step: 'tell' }
  | { readonly step: 'refreshToken' }
  | { readonly step: 'repeat'; readonly afterMs: number };

const tell: NextStep = { step: 'tell' };

/** What comes after a problem. */
export function nextStep(problem: GraphProblem, attempt: Attempt): NextStep {
  const pause = pausesMs[attempt.tries - 1];
  const mayRepeat = attempt.rule === 'safe' && pause !== undefined;
  const remedy = remedies[problem.kind];
  switch (remedy) {
    case 'tell':
      return tell;
    case 'refreshToken':
      return attempt.canRefreshToken && !attempt.tokenIsRefreshed && problem.status === 401
        ? { step: 'refreshToken' }
        : tell;
    case 'repeatIfSafe':
      return mayRepeat ? { step: 'repeat', afterMs: pause } : tell;
    case 'waitThenRepeat': {
      const afterMs = (problem.kind === 'throttled' ? problem.retryAfterMs : undefined) ?? pause ?? 0;
      return mayRepeat && afterMs <= longestWaitMs ? { step: 'repeat', afterMs } : tell;
    }
    default:
      return unreachable(remedy);
  }
}
