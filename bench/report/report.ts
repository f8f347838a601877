/** One figure, ours beside the floor's. */
export interface Row {
  readonly bench: 'calls' | 'feed';
  readonly measure: string;
  readonly unit: string;
  readonly ours: number;
  readonly floor: number;
}

/** Anything that a reader must know to believe the figures: failures, warnings of a server. */
export interface Report {
  readonly rows: readonly Row[];
  readonly remarks: readonly string[];
}

const rounded = (value: number): number => Number(value.toPrecision(3));

/** How many times the floor: more is worse for times, and better for rates. */
const ratioOf = ({ ours, floor }: Row): number => rounded(ours / floor);

export function asJson(report: Report, machine: Readonly<Record<string, string | number>>): string {
  const rows = report.rows.map((row) => ({
    ...row,
    ours: rounded(row.ours),
    floor: rounded(row.floor),
    ratio: ratioOf(row),
  }));
  return JSON.stringify({ ...machine, rows, remarks: report.remarks }, null, 2);
}

export function asTable({ rows, remarks }: Report): string {
  const lines = rows.map((row) => [
    row.measure,
    row.unit,
    String(rounded(row.ours)),
    String(rounded(row.floor)),
    `${ratioOf(row)} ×`,
  ]);
  const table = [['measure', 'unit', 'Switchboard', 'floor', 'ratio'], ...lines];
  const widths = [0, 1, 2, 3, 4].map((n) => Math.max(...table.map((line) => (line[n] ?? '').length)));
  const text = table.map((line) =>
    line
      .map((cell, n) => (n < 2 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [...text, ...remarks.map((remark) => `! ${remark}`)].join('\n');
}
