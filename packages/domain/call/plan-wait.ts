import { isVip } from '../queue/caller-lists.ts';
import type { Rank } from './call-base.ts';
import type { Decision } from './decision.ts';

/**
 * The queue keeps the call: when the waiting is looked at next. What was planned in this queue before stays planned.
 * `mayOverflow`: false once the queue has tried in vain to divert a call that waited too long.
 */
export function planWait(decision: Decision, mayOverflow = true): void {
  const { state, settings, now } = decision;
  if (state.name !== 'waiting') return;
  const { maxWait, announcement, diversions } = settings;
  const isLimited = mayOverflow && maxWait !== undefined && diversions.waitedTooLong !== undefined;
  const until = isLimited ? { until: state.wait.until ?? now + maxWait } : {};
  const announceAt =
    announcement === undefined ? {} : { announceAt: state.wait.announceAt ?? now + announcement.every };
  decision.record({ type: 'waitPlanned', ...until, ...announceAt, ...newRank(decision) });
}

/** How the queue ranks the call, if that is not known yet: after a move from another queue. */
function newRank({ state, settings }: Decision): { readonly rank?: Rank } {
  const rank: Rank = { isVip: isVip(settings, state.caller), priority: settings.priority };
  const isKnown = rank.isVip === state.rank.isVip && rank.priority === state.rank.priority;
  return isKnown ? {} : { rank };
}
