import {
  type LayoutPreference,
  layout as layoutSection,
  type PaneName,
} from '@switchboard/contract/preferences/layout';
import type { Readable } from '../connection/cell.ts';
import type { Kept } from './kept.ts';
import {
  type Arrangement,
  enlargePane,
  hidePane,
  type Layout,
  movePane,
  moveSplit,
  type Split,
  type SplitSizes,
} from './layout.ts';

/** Where the operator has the panes. Every change is remembered for them. */
export class LayoutModel {
  readonly #kept: Kept<LayoutPreference>;

  constructor(kept: Kept<LayoutPreference>) {
    this.#kept = kept;
  }

  get layout(): Readable<Layout> {
    return this.#kept.value;
  }

  isHidden(pane: PaneName): boolean {
    return this.#now().hidden.includes(pane);
  }

  /** False: it is the last one that is shown, and stays. */
  hide(pane: PaneName): boolean {
    this.#change(hidePane(this.#now(), pane, true));
    return this.isHidden(pane);
  }

  show(pane: PaneName): void {
    if (this.isHidden(pane)) this.#change(hidePane(this.#now(), pane, false));
  }

  move(pane: PaneName, by: -1 | 1): void {
    this.#change(movePane(this.#now(), pane, by));
  }

  enlarge(pane: PaneName): void {
    this.#change(enlargePane(this.#now(), pane));
  }

  moveSplit(arrangement: Arrangement, split: Split, sizes: SplitSizes, by: number): void {
    this.#change(moveSplit(this.#now(), arrangement, split, sizes, by));
  }

  /** Both sides of a split as they are for who has changed nothing. */
  resetSplit({ kind }: Arrangement, { before, after, between }: Split): void {
    const { widths, narrowHeight, narrowWidth } = layoutSection.defaults;
    if (kind === 'stack') return this.#change(between === 'row' ? { narrowHeight } : { narrowWidth });
    const now = this.#now().widths;
    const factor = (now[before] + now[after]) / (widths[before] + widths[after]);
    const first = widths[before] * factor;
    this.#change({ widths: { ...now, [before]: first, [after]: widths[after] * factor } });
  }

  /** All panes, where and as large as they are for who has changed nothing. */
  reset(): void {
    const { order, hidden, widths, narrowWidth, narrowHeight } = layoutSection.defaults;
    this.#change({ order, hidden, widths, narrowWidth, narrowHeight });
  }

  #now(): Layout {
    return this.#kept.value.getSnapshot();
  }

  #change(fields: Partial<Layout>): void {
    this.#kept.change(fields);
  }
}
