import type { RingOutcome } from '../../world/bells.ts';
import { chosen, type ResultInfo, results } from './result-info.ts';

type Missed = Exclude<RingOutcome, { kind: 'answered' } | { kind: 'voicemail' }>;

export const isPickedUp = (outcome: RingOutcome): outcome is Exclude<RingOutcome, Missed> =>
  outcome.kind === 'answered' || outcome.kind === 'voicemail';

/**
 * How a ring that nobody picked up is told. No answer and nobody signed in are documented; a decline, somebody
 * busy or not to be disturbed and a withdrawn invitation are not, and the likeliest code was taken.
 */
export function resultOfMissed(outcome: Missed): ResultInfo {
  switch (outcome.kind) {
    case 'declined':
      return chosen.declined;
    case 'noAnswer':
      return results.noAnswer;
    case 'notSignedIn':
      return results.notSignedIn;
    case 'doNotDisturb':
      return results.unreachable;
    case 'busy':
      return chosen.busy;
    case 'unknown':
      return results.noRoute;
    case 'withdrawn':
      return results.operationCancelled;
  }
}
