import { widthOf, wrap } from './text-width.ts';

/** One cell: its lines, each broken further where it does not fit. */
export type Cell = string | readonly string[];

export interface Column {
  readonly title: string;
  /** Ids are never cut: such a column keeps its width, the others give way. */
  readonly isFixed?: boolean;
}

/** Every terminal has this many columns. */
export const lineWidth = 80;
const gap = 2;
/** A column narrower than this is hard to read. */
const narrowest = 8;

/** A table as plain text of at most {@link lineWidth} columns, with its titles as first line. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const widths = fit(columns, rows);
  const line = (cells: readonly Cell[]): string[] => {
    const broken = widths.map((width, at) => linesOf(cells[at] ?? '').flatMap((text) => wrap(text, width)));
    const height = Math.max(...broken.map((lines) => lines.length));
    return Array.from({ length: height }, (_, row) =>
      widths
        .map((width, at) => pad(broken[at]?.[row] ?? '', width))
        .join(' '.repeat(gap))
        .trimEnd(),
    );
  };
  return [columns.map(({ title }) => title), ...rows].flatMap(line).join('\n');
}

function fit(columns: readonly Column[], rows: readonly (readonly Cell[])[]): readonly number[] {
  const widths = columns.map(({ title }, at) =>
    Math.max(...[title, ...rows.flatMap((row) => linesOf(row[at] ?? ''))].map(widthOf)),
  );
  let excess = widths.reduce((sum, width) => sum + width, gap * (columns.length - 1)) - lineWidth;
  for (; excess > 0; excess -= 1) {
    const widest = widestOf(columns, widths);
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function widestOf(columns: readonly Column[], widths: readonly number[]): number | undefined {
  let widest: number | undefined;
  for (const [at, column] of columns.entries()) {
    const width = widths[at] ?? 0;
    if (column.isFixed === true || width <= narrowest) continue;
    if (widest === undefined || width > (widths[widest] ?? 0)) widest = at;
  }
  return widest;
}

const linesOf = (cell: Cell): readonly string[] => (typeof cell === 'string' ? [cell] : cell);

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
