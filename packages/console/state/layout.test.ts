import { readSection } from '@switchboard/contract/preferences/define-section';
import { layout as section } from '@switchboard/contract/preferences/layout';
import { describe, expect, it } from 'vitest';
import { keptFor } from '../testing/kept.testing.ts';
import {
  arrange,
  enlargePane,
  type Layout,
  leastWidth,
  moveSplit,
  readingOrder,
  type Split,
} from './layout.ts';
import { LayoutModel } from './layout-model.ts';

const { defaults } = section;
const all = ['calls', 'people', 'details'] as const;

describe('The panes', () => {
  it('stand side by side in a wide window, with a line between each two', () => {
    const { kind, visible, splits } = arrange(defaults, all, 'wide');
    expect([kind, visible]).toEqual(['columns', all]);
    expect(splits.map(({ before, after, between, part }) => [before, after, between, part])).toEqual([
      ['calls', 'people', 'column', 35],
      ['people', 'details', 'column', 65],
    ]);
  });

  it('share a column in a narrow one, beside the calls', () => {
    const { kind, callsSide, splits } = arrange(defaults, all, 'narrow');
    expect([kind, callsSide]).toEqual(['stack', 'start']);
    expect(splits.map(({ before, after, between, part }) => [before, after, between, part])).toEqual([
      ['calls', 'people', 'column', 33],
      ['people', 'details', 'row', 57],
    ]);
  });

  it('have the calls on the side where the operator has put them', () => {
    const layout: Layout = { ...defaults, order: ['details', 'people', 'calls'] };
    const { callsSide, splits } = arrange(layout, all, 'narrow');
    expect(callsSide).toBe('end');
    expect(splits.map(({ before, after, part }) => [before, after, part])).toEqual([
      ['details', 'calls', 67],
      ['details', 'people', 57],
    ]);
  });

  it('stand side by side in a narrow window, too, when one is hidden', () => {
    expect(arrange(defaults, ['people', 'details'], 'narrow')).toMatchObject({
      kind: 'columns',
      visible: ['people', 'details'],
    });
  });

  it('stand one under the other in a tiny one, and cannot be resized', () => {
    expect(arrange(defaults, all, 'tiny')).toMatchObject({ kind: 'page', visible: all, splits: [] });
  });

  it('have the people first there while something is typed, if they are in this window', () => {
    const tiny = arrange(defaults, all, 'tiny');
    expect(readingOrder(defaults, tiny, true)).toEqual(['people', 'calls', 'details']);
    expect(readingOrder(defaults, tiny, false)).toEqual(all);
    expect(readingOrder(defaults, arrange(defaults, all, 'wide'), true)).toEqual(all);
    expect(readingOrder(defaults, arrange(defaults, ['calls', 'details'], 'tiny'), true)).toEqual(all);
  });
});

describe('A line between two panes', () => {
  const arrangement = arrange(defaults, all, 'wide');
  const [first] = arrangement.splits as readonly [Split, ...Split[]];
  const sizes = { before: 350, after: 650 };
  const partOf = (layout: Layout): number =>
    layout.widths.calls / (layout.widths.calls + layout.widths.people);

  it('moves with the pointer, and leaves the third pane as it is', () => {
    const moved = moveSplit(defaults, arrangement, first, sizes, 100);
    expect(partOf(moved)).toBeCloseTo(0.45, 2);
    expect(moved.widths.details).toBe(defaults.widths.details);
  });

  it.each([
    [-10_000, leastWidth.calls / 1000],
    [10_000, 1 - leastWidth.people / 1000],
  ])('moved by %d stops where a pane would be too small', (by, part) => {
    expect(partOf(moveSplit(defaults, arrangement, first, sizes, by))).toBeCloseTo(part, 2);
  });

  it('stays in the middle where there is no room for both', () => {
    const moved = moveSplit(defaults, arrangement, first, { before: 100, after: 100 }, 500);
    expect(partOf(moved)).toBeCloseTo(0.5, 2);
  });

  it('changes the height of those that share a column', () => {
    const stacked = arrange(defaults, all, 'narrow');
    const row = stacked.splits[1] as Split;
    expect(moveSplit(defaults, stacked, row, { before: 300, after: 200 }, -50).narrowHeight).toBe(50);
    expect(moveSplit(defaults, stacked, row, { before: 300, after: 200 }, -500).narrowHeight).toBe(24);
  });

  it('changes the width of the calls from either side', () => {
    const mirrored: Layout = { ...defaults, order: ['people', 'details', 'calls'] };
    const stacked = arrange(mirrored, all, 'narrow');
    const column = stacked.splits[0] as Split;
    expect(moveSplit(mirrored, stacked, column, { before: 600, after: 400 }, 50).narrowWidth).toBe(35);
  });
});

describe('The layout of an operator', () => {
  const open = () => {
    const kept = keptFor(defaults);
    return { kept, model: new LayoutModel(kept), now: () => kept.value.getSnapshot() };
  };

  it('hides panes, but never the last', () => {
    const { model, now } = open();
    expect(model.hide('details')).toBe(true);
    expect(model.hide('people')).toBe(true);
    expect(model.hide('calls')).toBe(false);
    expect(now().hidden).toEqual(['details', 'people']);
    model.show('people');
    expect(now().hidden).toEqual(['details']);
  });

  it('swaps neighbours, and stops at the ends', () => {
    const { model, now } = open();
    model.move('calls', 1);
    expect(now().order).toEqual(['people', 'calls', 'details']);
    model.move('people', -1);
    expect(now().order).toEqual(['people', 'calls', 'details']);
  });

  it('goes back to how it was, a line alone or all', () => {
    const { model, now } = open();
    const arrangement = arrange(defaults, all, 'wide');
    const [first] = arrangement.splits as readonly [Split, ...Split[]];
    model.moveSplit(arrangement, first, { before: 350, after: 650 }, 60);
    expect(now().widths).not.toEqual(defaults.widths);
    model.resetSplit(arrangement, first);
    expect(now().widths.calls).toBeCloseTo(defaults.widths.calls);
    model.hide('people');
    model.move('calls', 1);
    model.reset();
    expect(now()).toEqual(defaults);
  });

  it('are enlarged without a line being dragged, in every arrangement, and as often as one likes', () => {
    const share = ({ widths }: Layout, pane: 'calls' | 'people' | 'details'): number =>
      widths[pane] / (widths.calls + widths.people + widths.details);
    for (const pane of all) {
      const once = enlargePane(defaults, pane);
      expect(share(once, pane)).toBeGreaterThan(share(defaults, pane));
      const often = Array.from({ length: 40 }).reduce<Layout>(
        (layout) => enlargePane(layout, pane),
        defaults,
      );
      expect(readSection(section, { ...defaults, ...often })).toMatchObject(often);
    }
    expect(enlargePane(defaults, 'calls').narrowWidth).toBeGreaterThan(defaults.narrowWidth);
    expect(enlargePane(defaults, 'people').narrowHeight).toBeGreaterThan(defaults.narrowHeight);
    expect(enlargePane(defaults, 'details').narrowHeight).toBeLessThan(defaults.narrowHeight);
  });

  it.each([
    ['order', ['calls', 'people']],
    ['order', ['calls', 'calls', 'people']],
    ['hidden', ['calls', 'people', 'details']],
    ['widths', { calls: 0, people: 1, details: 1 }],
    ['narrowWidth', 99],
  ])('that says %s: %j is as it ships', (field, value) => {
    expect(readSection(section, { [field]: value })).toEqual(defaults);
  });
});
