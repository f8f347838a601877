import type { OperatorStatusView } from '@switchboard/contract/views/operator-status-view';
import type { Texts } from '../../i18n/texts.ts';

/** The badge of Teams that stands for an operator's status. */
export const statusBadge = { available: 'available', break: 'away', offline: 'offline' } as const;

/** An operator's status in words: wrapping up and for how long, on a break and why. */
export function statusWords(
  { status, reason, wrapUpUntil }: OperatorStatusView,
  now: number,
  { screen }: Texts,
): string {
  const say = screen.desk.status;
  if (wrapUpUntil !== undefined && wrapUpUntil > now) return say.wrapUp(screen.clockTime(wrapUpUntil - now));
  if (status === 'break' && reason !== undefined) return say.breakFor(reason);
  return say[status];
}
