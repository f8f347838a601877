import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import type { RowActions } from '../../state/history/row-actions.ts';

/** Puts the caller's number where it can be pasted, and says so. */
export function copyNumber({ dial }: PastCallView, rows: RowActions): void {
  if (dial === undefined) return;
  navigator.clipboard.writeText(dial).then(
    () => rows.sayCopied(dial, true),
    // The browser asks its user, or its administrator forbids it.
    () => rows.sayCopied(dial, false),
  );
}
