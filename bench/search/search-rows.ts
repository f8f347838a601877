import { percentile } from '../report/percentile.ts';
import type { Row } from '../report/report.ts';
import type { Measured } from './engine.ts';
import { type QueryKind, queryKinds } from './queries.ts';

/** What was measured of one who answers queries. */
export interface EngineFigures {
  /** Seconds that filling took. */
  readonly filling: number;
  readonly kinds: ReadonlyMap<QueryKind, Measured>;
}

/** What there is of ours alone. */
export interface OurFigures extends EngineFigures {
  readonly megabytes: number;
  readonly changesASecond: number;
  readonly ready: { readonly seconds: number; readonly floor: number; readonly megabytes: number };
}

export interface SearchFigures {
  readonly people: number;
  readonly ours: OurFigures;
  readonly floor: EngineFigures;
  readonly others: readonly (readonly [name: string, figures: EngineFigures])[];
}

type Figure = (figures: EngineFigures) => number;

const time =
  (kind: QueryKind, share: number): Figure =>
  ({ kinds }) =>
    percentile(kinds.get(kind)?.times ?? [], share);

const hits =
  (kind: QueryKind): Figure =>
  ({ kinds }) =>
    kinds.get(kind)?.hits ?? Number.NaN;

export function searchRows({ people, ours, floor, others }: SearchFigures): readonly Row[] {
  const alone = (measure: string, unit: string, value: number, least = Number.NaN): Row => ({
    bench: 'search',
    measure: `${measure}, ${people} people`,
    unit,
    ours: value,
    floor: least,
  });
  const compared = (measure: string, unit: string, figure: Figure, least?: number): Row => ({
    ...alone(measure, unit, figure(ours), least),
    beside: Object.fromEntries(others.map(([name, figures]) => [name, figure(figures)])),
  });
  const timed = (kind: QueryKind, name: string, share: number): Row =>
    compared(`${kind}, ${name}`, 'ms', time(kind, share), time(kind, share)(floor));
  const { ready } = ours;
  return [
    ...queryKinds.flatMap((kind) => [
      timed(kind, 'p50', 0.5),
      timed(kind, 'p99', 0.99),
      compared(`${kind}, among the first ten`, '', hits(kind)),
    ]),
    compared('filling', 's', ({ filling }) => filling),
    alone('memory', 'MB', ours.megabytes),
    alone('changes', '1/s', ours.changesASecond),
    alone('ready from a snapshot', 's', ready.seconds, ready.floor),
    alone('snapshot', 'MB', ready.megabytes),
  ];
}
