import type { PaneName } from '@switchboard/contract/preferences/layout';
import { type Arrangement, type Layout, leastHeight, leastWidth, type Split } from '../state/layout.ts';

/** The tracks and areas of a CSS grid. */
export interface PaneGrid {
  readonly gridTemplateColumns: string;
  readonly gridTemplateRows: string;
  readonly gridTemplateAreas: string;
}

/** Between two panes, in pixels. */
const gap = '8px';
/** Of what stands where a pane is not, in pixels: a button that a finger hits. */
const rail = '44px';

const gapAfter = (pane: PaneName): string => `after-${pane}`;
/** Between the calls and the column of the two others, and between those two. */
const columnGap = 'between-columns';
const rowGap = 'between-rows';

/** The area where a line stands. */
export function areaOf({ kind }: Arrangement, { before, between }: Split): string {
  if (kind === 'stack') return between === 'row' ? rowGap : columnGap;
  return gapAfter(before);
}

/**
 * Where panes, lines and what stands for absent panes go. Every area is named for its pane.
 *
 * @param order the panes and what stands for them, as one reads
 */
export function paneGrid(layout: Layout, arrangement: Arrangement, order: readonly PaneName[]): PaneGrid {
  const { kind, visible } = arrangement;
  if (kind === 'page') {
    return {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'none',
      gridTemplateAreas: order.map((pane) => `"${pane}"`).join(' '),
    };
  }
  return kind === 'stack' ? stackGrid(layout, arrangement) : columnGrid(layout, visible, order);
}

function columnGrid(layout: Layout, visible: readonly PaneName[], order: readonly PaneName[]): PaneGrid {
  const column = (pane: PaneName): string =>
    visible.includes(pane) ? `minmax(${leastWidth[pane]}px, ${layout.widths[pane]}fr)` : rail;
  return {
    gridTemplateColumns: order.map(column).join(` ${gap} `),
    gridTemplateRows: 'minmax(0, 1fr)',
    gridTemplateAreas: `"${order
      .flatMap((pane, i) => (i === order.length - 1 ? [pane] : [pane, gapAfter(pane)]))
      .join(' ')}"`,
  };
}

function stackGrid(layout: Layout, { visible, callsSide }: Arrangement): PaneGrid {
  const [upper = 'people', lower = 'details'] = visible.filter((pane) => pane !== 'calls');
  const isFirst = callsSide === 'start';
  const { narrowWidth, narrowHeight } = layout;
  const columns = [`minmax(${leastWidth.calls}px, ${narrowWidth}fr)`, `minmax(0, ${100 - narrowWidth}fr)`];
  const row = (area: string): string =>
    `"${(isFirst ? ['calls', columnGap, area] : [area, columnGap, 'calls']).join(' ')}"`;
  return {
    gridTemplateColumns: (isFirst ? columns : columns.toReversed()).join(` ${gap} `),
    gridTemplateRows: [
      `minmax(${leastHeight}px, ${narrowHeight}fr)`,
      gap,
      `minmax(${leastHeight}px, ${100 - narrowHeight}fr)`,
    ].join(' '),
    gridTemplateAreas: [row(upper), row(rowGap), row(lower)].join(' '),
  };
}
