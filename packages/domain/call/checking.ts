import type { Instant } from '@switchboard/kit/clock';
import type { Decision } from './decision.ts';
import { openInvitation } from './invite.ts';
import { whileAnswering } from './limits.ts';

/**
 * While somebody rings Graph has nothing to say, and that they have answered may get lost: a caller who is answered and
 * not connected is worse than a question too many.
 */
const whileRinging = 5_000;

/** When Graph is to be asked how the leg stands, if it says nothing before. */
export function nextCheck({ state, now, settings }: Decision): Instant {
  const isRinging = openInvitation(state) !== undefined;
  const soonest = state.name === 'answering' ? whileAnswering : isRinging ? whileRinging : settings.check;
  return now + Math.min(settings.check, soonest);
}

/** Graph has said how the leg stands, or somebody rings now: the next question is planned anew. Small differences do not count. */
export function planCheck(decision: Decision): void {
  const { state, settings } = decision;
  if (state.name === 'ended') return;
  const checkAt = nextCheck(decision);
  const isLate = state.checkAt > checkAt;
  const isEarly = state.checkAt < checkAt - settings.check / 2;
  if (isLate || isEarly) decision.record({ type: 'checkPlanned', checkAt });
}
