import type { DivertReason } from '../queue/queue.ts';
import type { EffectProblem, Outcome } from './fact.ts';

/** Why a call did not stay with somebody; `tooLong`: it was parked or camped for as long as the queue allows. */
export type MissReason = 'noAnswer' | 'declined' | 'busy' | 'notSignedIn' | 'failed' | 'left' | 'tooLong';

/**
 * Why a call is over. `blocked`: the number is on the queue's list; `promisedCallBack`: the caller heard that somebody
 * calls back; those of a diversion: the caller was told why nobody answers.
 */
export type EndReason =
  | 'callerHungUp'
  | 'operatorHungUp'
  | 'handedOver'
  | 'rejected'
  | 'blocked'
  | 'promisedCallBack'
  | 'notAnswered'
  | 'lostByPlatform'
  | DivertReason;

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

/** With this one a leg ends that was transferred (call-delete page). */
const transferredSubcode = 7015;

/** Who ended a leg that we did not end ourselves. */
export function endReasonOf(outcome: Outcome): EndReason {
  if (outcome.subcode === transferredSubcode) return 'handedOver';
  if (platformSubcodes.has(outcome.subcode) || outcome.code >= 500) return 'lostByPlatform';
  return 'callerHungUp';
}

export const isGone = (problem: EffectProblem): boolean => problem === 'gone';

/** Whether Graph may have done what it did not confirm. */
export const isInDoubt = (problem: EffectProblem): boolean =>
  problem === 'exhausted' || problem === 'uncertain';
