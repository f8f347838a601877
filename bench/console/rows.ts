import { percentile } from '../report/percentile.ts';
import type { Row } from '../report/report.ts';
import type { BusyTime } from './busy.ts';
import { growth, type Held, partsOfAnHour } from './hour.ts';

interface Painted {
  readonly cold: readonly number[];
  readonly warm: readonly number[];
}

const row = (measure: string, unit: string, ours: number, floor: number): Row => ({
  ...{ bench: 'console', measure, unit, ours, floor },
});

export const paintRows = (ours: Painted, floor: Painted): readonly Row[] =>
  (['cold', 'warm'] as const).flatMap((cache) => [
    row(
      `signed-in console painted, ${cache} cache, p50`,
      'ms',
      percentile(ours[cache], 0.5),
      percentile(floor[cache], 0.5),
    ),
    row(
      `signed-in console painted, ${cache} cache, slowest`,
      'ms',
      percentile(ours[cache], 1),
      percentile(floor[cache], 1),
    ),
  ]);

export const timeRows = (
  measure: string,
  ours: readonly number[],
  floor: readonly number[],
): readonly Row[] =>
  [0.5, 0.95, 0.99].map((share) =>
    row(`${measure}, p${share * 100}`, 'ms', percentile(ours, share), percentile(floor, share)),
  );

type Busy = Omit<BusyTime, 'said'>;

const droppedOf = ({ frames: { shown, dropped } }: Busy): number => (100 * dropped) / (shown + dropped);
const longOf = ({ longTasks, seconds }: Busy): number => (longTasks.length * 60) / seconds;
const longestOf = ({ longTasks }: Busy): number => Math.max(0, ...longTasks);

export const busyRows = (ours: Busy, floor: Busy): readonly Row[] => [
  ...timeRows(
    'key press → people painted, busy',
    ours.keys.map(({ painted }) => painted),
    floor.keys.map(({ painted }) => painted),
  ),
  row('frames dropped, busy', '%', droppedOf(ours), droppedOf(floor)),
  row('tasks above 50 ms, busy', '1/min', longOf(ours), longOf(floor)),
  row('longest task, busy', 'ms', longestOf(ours), longestOf(floor)),
];

export function hourRows(held: readonly Held[]): readonly Row[] {
  const heaps = held.map(({ heap }) => heap / 1_048_576);
  const nodes = held.map((each) => each.nodes);
  const grown = (values: readonly number[]): number => growth(values.slice(-partsOfAnHour - 1));
  return [
    row('heap, before two hours', 'MB', heaps[0] ?? Number.NaN, Number.NaN),
    row('heap, after two hours', 'MB', heaps.at(-1) ?? Number.NaN, Number.NaN),
    row('heap, growth in the second hour', 'MB', grown(heaps), Number.NaN),
    row('DOM nodes, before two hours', '', nodes[0] ?? Number.NaN, Number.NaN),
    row('DOM nodes, after two hours', '', nodes.at(-1) ?? Number.NaN, Number.NaN),
    row('DOM nodes, growth in the second hour', '', grown(nodes), Number.NaN),
  ];
}
