import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';

/** Of every row, in pixels: so the place of each is known before it is drawn. */
export const rowHeight = 52;
const overscan = 8;
/** Rows before the end at which the next page is read. */
const readAhead = 15;

/**
 * Only the rows in sight are drawn. What comes in above them does not move them.
 *
 * @param onEnd called when the end comes in sight
 */
export function useHistoryRows(
  calls: readonly PastCallView[],
  chosen: string | undefined,
  onEnd: () => void,
) {
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(calls);
  const selected = calls.findIndex(({ callId }) => callId === chosen);
  // oxlint-disable-next-line react/incompatible-library -- the console is built without React's compiler
  const drawn = useVirtualizer({
    count: calls.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => calls[index]?.callId ?? index,
    overscan,
  });
  useLayoutEffect(() => {
    const known = before.current;
    before.current = calls;
    const { current } = list;
    if (current === null || current.scrollTop === 0) return;
    const first = known[Math.floor(current.scrollTop / rowHeight)];
    const moved =
      first === undefined
        ? 0
        : calls.findIndex(({ callId }) => callId === first.callId) - known.indexOf(first);
    if (moved > 0) current.scrollTop += moved * rowHeight;
  }, [calls]);
  useEffect(() => {
    if (selected >= 0) drawn.scrollToIndex(selected, { align: 'auto' });
    // Where the choice stands changes as calls come in; only another choice is to be seen.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [drawn, chosen]);
  const last = drawn.range?.endIndex ?? 0;
  useEffect(() => {
    if (calls.length > 0 && last >= calls.length - readAhead) onEnd();
    // oxlint-disable-next-line react/exhaustive-deps -- asks once for each end that comes in sight
  }, [last, calls.length]);
  return { list, drawn };
}
