import type { EffectProblem, Outcome } from './fact.ts';

/** Why somebody who was rung is not in the call. */
export type MissReason = 'noAnswer' | 'declined' | 'busy' | 'notSignedIn' | 'failed' | 'left';

/** Why a call is over. */
export type EndReason =
  | 'callerHungUp'
  | 'operatorHungUp'
  | 'handedOver'
  | 'rejected'
  | 'notAnswered'
  | 'lostByPlatform';

/** HTTP-like codes of `resultInfo` for an invitation that failed (call-delete page, "Call end reason codes"). */
export function missReasonOf(outcome: Outcome): MissReason {
  if (outcome.code === 408) return 'noAnswer';
  if (outcome.code === 480) return 'notSignedIn';
  if (outcome.code === 486 || outcome.code === 600) return 'busy';
  if (outcome.code === 603 || outcome.code === 403) return 'declined';
  return 'failed';
}

/** Subcodes with which a leg ends because the platform let it go, not because somebody hung up. */
const platformSubcodes: ReadonlySet<number> = new Set([8537, 1106, 1005, 301005]);

/** Who ended a leg that we did not end ourselves. */
export function endReasonOf(outcome: Outcome): EndReason {
  if (platformSubcodes.has(outcome.subcode) || outcome.code >= 500) return 'lostByPlatform';
  return 'callerHungUp';
}

export const isGone = (problem: EffectProblem): boolean => problem === 'gone';
