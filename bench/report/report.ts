/** One figure, ours beside the floor's. */
export interface Row {
  readonly bench: 'calls' | 'feed' | 'search' | 'presence' | 'console';
  readonly measure: string;
  readonly unit: string;
  readonly ours: number;
  /** NaN where there is none. */
  readonly floor: number;
  /** Figures of others by name, where there are any. */
  readonly beside?: Readonly<Record<string, number>>;
}

/** Anything that a reader must know to believe the figures: failures, warnings of a server. */
export interface Report {
  readonly rows: readonly Row[];
  readonly remarks: readonly string[];
}

const rounded = (value: number): number => Number(value.toPrecision(3));

/** How many times the floor: more is worse for times, and better for rates. */
const ratioOf = ({ ours, floor }: Row): number => rounded(ours / floor);

const besideOf = (beside: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(beside).map(([name, value]) => [name, rounded(value)]));

export function asJson(report: Report, machine: Readonly<Record<string, string | number>>): string {
  const rows = report.rows.map((row) => ({
    ...row,
    ours: rounded(row.ours),
    floor: rounded(row.floor),
    ratio: ratioOf(row),
    ...(row.beside === undefined ? {} : { beside: besideOf(row.beside) }),
  }));
  return JSON.stringify({ ...machine, rows, remarks: report.remarks }, null, 2);
}

const shown = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '–' : String(rounded(value));

export function asTable({ rows, remarks }: Report): string {
  const others = [...new Set(rows.flatMap(({ beside }) => Object.keys(beside ?? {})))];
  const lines = rows.map((row) => [
    row.measure,
    row.unit,
    shown(row.ours),
    shown(row.floor),
    Number.isNaN(row.floor) ? '–' : `${ratioOf(row)} ×`,
    ...others.map((name) => shown(row.beside?.[name])),
  ]);
  const table = [['measure', 'unit', 'Switchboard', 'floor', 'ratio', ...others], ...lines];
  const widths = (table[0] ?? []).map((_, n) => Math.max(...table.map((line) => (line[n] ?? '').length)));
  const text = table.map((line) =>
    line
      .map((cell, n) => (n < 2 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [...text, ...remarks.map((remark) => `! ${remark}`)].join('\n');
}
