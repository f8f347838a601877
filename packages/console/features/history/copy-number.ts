import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import type { HistoryActions } from '../../state/history/history-actions.ts';

/** Puts the caller's number where it can be pasted, and says so. */
export function copyNumber({ dial }: PastCallView, actions: HistoryActions): void {
  if (dial === undefined) return;
  navigator.clipboard.writeText(dial).then(
    () => actions.sayCopied(dial, true),
    // The browser asks its user, or its administrator forbids it.
    () => actions.sayCopied(dial, false),
  );
}
