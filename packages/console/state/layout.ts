import { type LayoutPreference, type PaneName, paneNames } from '@switchboard/contract/preferences/layout';

/** Where the panes stand and how large they are; see the preference for its fields. */
export type Layout = Omit<LayoutPreference, 'tourSeen'>;

/**
 * How many panes stand beside each other: `wide` all; `narrow` three do not fit, and two share a column; `tiny` one
 * under the other, and the page scrolls.
 */
export type WindowWidth = 'wide' | 'narrow' | 'tiny';

/** Below this width, in pixels, a pane is of no use: its buttons would stand in three rows. */
export const leastWidth: Readonly<Record<PaneName, number>> = { calls: 280, people: 280, details: 240 };
/** The same of the height of one of two that share a column. */
export const leastHeight = 120;

/** A line between two panes, along which their sizes are changed. */
export interface Split {
  readonly before: PaneName;
  readonly after: PaneName;
  /** `column`: it stands upright between two columns. */
  readonly between: 'column' | 'row';
  /** The part of both together that the first has, in percent. */
  readonly part: number;
}

/** Where each visible pane stands. */
export interface Arrangement {
  /** Side by side, or the calls beside a column of the two others, or one under the other. */
  readonly kind: 'columns' | 'stack' | 'page';
  /** The visible panes as one reads. */
  readonly visible: readonly PaneName[];
  /** With `stack`: on which side the calls are. */
  readonly callsSide: 'start' | 'end';
  readonly splits: readonly Split[];
}

/** @param visible the panes that are shown in this window */
export function arrange(layout: Layout, visible: readonly PaneName[], width: WindowWidth): Arrangement {
  const shown = layout.order.filter((pane) => visible.includes(pane));
  const callsSide = layout.order.indexOf('calls') === 2 ? 'end' : 'start';
  if (width === 'tiny') return { kind: 'page', visible: shown, callsSide, splits: [] };
  if (width === 'narrow' && shown.length === paneNames.length) {
    const others = shown.filter((pane) => pane !== 'calls');
    const visible = callsSide === 'start' ? (['calls', ...others] as const) : ([...others, 'calls'] as const);
    return { kind: 'stack', visible, callsSide, splits: stackSplits(layout, others, callsSide) };
  }
  const splits = shown.slice(1).map((after, i): Split => {
    const before = shown[i] ?? after;
    const { widths } = layout;
    return { before, after, between: 'column', part: percent(widths[before], widths[after]) };
  });
  return { kind: 'columns', visible: shown, callsSide, splits };
}

/**
 * The panes as one reads, absent ones among them. In one column who types sees first whom it finds; the call in hand
 * stands in the bar meanwhile.
 */
export function readingOrder(
  layout: Layout,
  { kind, visible }: Arrangement,
  isSearching: boolean,
): readonly PaneName[] {
  if (kind === 'stack') return visible;
  if (kind === 'columns' || !isSearching || !visible.includes('people')) return layout.order;
  return ['people', ...layout.order.filter((pane) => pane !== 'people')];
}

function stackSplits(
  layout: Layout,
  [upper = 'people', lower = 'details']: readonly PaneName[],
  callsSide: 'start' | 'end',
): readonly Split[] {
  const isFirst = callsSide === 'start';
  return [
    {
      before: isFirst ? 'calls' : upper,
      after: isFirst ? upper : 'calls',
      between: 'column',
      part: isFirst ? layout.narrowWidth : 100 - layout.narrowWidth,
    },
    { before: upper, after: lower, between: 'row', part: layout.narrowHeight },
  ];
}

const percent = (one: number, other: number): number => Math.round((100 * one) / (one + other));

/** What both sides of a split have on the screen now, in pixels. */
export interface SplitSizes {
  readonly before: number;
  readonly after: number;
}

/** The layout after a split was moved by some pixels. No pane becomes smaller than it may. */
export function moveSplit(
  layout: Layout,
  { kind, callsSide }: Arrangement,
  split: Split,
  sizes: SplitSizes,
  by: number,
): Layout {
  const { before, after, between } = split;
  const least = between === 'row' ? rowLeast : leastWidth;
  const all = sizes.before + sizes.after;
  // Where there is no room for both, both have half.
  const lower = Math.min(least[before], all / 2);
  const upper = Math.max(all - least[after], all / 2);
  const part = Math.min(upper, Math.max(lower, sizes.before + by)) / all;
  if (kind === 'stack') {
    const percents = Math.round(part * 1000) / 10;
    if (between === 'row') return { ...layout, narrowHeight: within(percents) };
    return { ...layout, narrowWidth: within(callsSide === 'start' ? percents : 100 - percents) };
  }
  const both = layout.widths[before] + layout.widths[after];
  const first = Math.round(both * part * 10) / 10;
  return { ...layout, widths: { ...layout.widths, [before]: first, [after]: both - first } };
}

const rowLeast: Readonly<Record<PaneName, number>> = {
  calls: leastHeight,
  people: leastHeight,
  details: leastHeight,
};

const within = (percents: number): number => Math.min(90, Math.max(10, percents));

/** By how much a press makes a pane larger: by a fifth where all stand side by side, up to so much; else by percents. */
const larger = { factor: 1.2, most: 0.7, percents: 6 };

/** The pane has more of the window, in every arrangement: for who cannot drag a line. */
export function enlargePane(layout: Layout, pane: PaneName): Layout {
  const { widths, narrowWidth, narrowHeight, order } = layout;
  const all = widths.calls + widths.people + widths.details;
  const had = widths[pane] / all;
  const has = Math.max(had, Math.min(larger.most, had * larger.factor));
  const width = (each: PaneName): number => {
    const part = each === pane ? has : ((widths[each] / all) * (1 - has)) / (1 - had);
    return Math.round(part * all * 10) / 10;
  };
  const wider = {
    ...layout,
    widths: { calls: width('calls'), people: width('people'), details: width('details') },
  };
  if (pane === 'calls') return { ...wider, narrowWidth: within(narrowWidth + larger.percents) };
  const isUpper = order.find((each) => each !== 'calls') === pane;
  return { ...wider, narrowHeight: within(narrowHeight + (isUpper ? larger.percents : -larger.percents)) };
}

/** The pane changes places with its neighbour. */
export function movePane(layout: Layout, pane: PaneName, by: -1 | 1): Layout {
  const order = Array.from(layout.order);
  const from = order.indexOf(pane);
  const other = order[from + by];
  if (other === undefined) return layout;
  order[from] = other;
  order[from + by] = pane;
  return { ...layout, order };
}

/** Hidden or shown. One pane always stays. */
export function hidePane(layout: Layout, pane: PaneName, isHidden: boolean): Layout {
  const others = layout.hidden.filter((each) => each !== pane);
  if (!isHidden) return { ...layout, hidden: others };
  return others.length === paneNames.length - 1 ? layout : { ...layout, hidden: [...others, pane] };
}
