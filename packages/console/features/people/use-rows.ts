import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Row } from '../../state/choices.ts';
import type { SearchState } from '../../state/person-search.ts';

/** Of a row, in pixels, until it is measured. */
const rowHeight = 51;
const headingHeight = 30;
/** Rows beyond the edges that are drawn too: who scrolls or steps sees no gap. */
const overscan = 4;

/** Only the rows in sight are drawn, and the one chosen, which the search names to screen readers. */
export function useRows(rows: readonly Row[], chosen: string | undefined, found: SearchState) {
  const list = useRef<HTMLUListElement>(null);
  const selected = rows.findIndex(({ key }) => key === chosen);
  // The console is built without React's compiler, and what this returns goes into no memo.
  // oxlint-disable-next-line react/incompatible-library -- it would only stand in that compiler’s way
  const drawn = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: (index) => (rows[index]?.kind === 'heading' ? headingHeight : rowHeight),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan,
    rangeExtractor(range) {
      const inSight = defaultRangeExtractor(range);
      if (selected < 0 || inSight.includes(selected)) return inSight;
      return [...inSight, selected].toSorted((one, other) => one - other);
    },
  });
  // Another list begins at its top.
  const question = `${found.foundBy}\n${JSON.stringify(found.foundWith)}`;
  // To scroll the browser has to lay the page out first: not at each letter, where the list is at its top already.
  const isMoved = useRef(false);
  useEffect(() => {
    if (isMoved.current || drawn.scrollOffset !== 0) drawn.scrollToOffset(0);
    isMoved.current = false;
  }, [drawn, question]);
  useEffect(() => {
    if (selected < 0 || (selected === 0 && !isMoved.current && drawn.scrollOffset === 0)) return;
    isMoved.current = true;
    drawn.scrollToIndex(selected, { align: 'auto' });
  }, [drawn, selected]);
  const inSight = [drawn.range?.startIndex ?? 0, drawn.range?.endIndex ?? 0] as const;
  return { list, drawn, inSight };
}
