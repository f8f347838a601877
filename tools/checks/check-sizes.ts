import { functionLengths } from './function-lengths.ts';
import { isCode, isTest, lineCount, type SourceFile } from './source-files.ts';

/** Lines, as convention 14 of docs/architecture.md has them. */
const fileCeiling = 500;
const fileHigh = 350;
const fileMedian = 100;
const functionHigh = 60;

/** Files and functions stay small: the largest file of every telephony client that was measured has thousands of lines. */
export function findSizeProblems(files: readonly SourceFile[]): readonly string[] {
  const code = files.filter(isCode);
  const sizes = code.map(({ name, text }) => ({ name, lines: lineCount(text) }));
  const functions = code.filter((file) => !isTest(file)).flatMap(functionLengths);
  return [
    ...sizes
      .filter(({ lines }) => lines > fileCeiling)
      .map(
        ({ name, lines }) =>
          `${name} has ${lines} lines, more than ${fileCeiling}: split it by what it decides`,
      ),
    ...exceeds('95 % of all files', sizes, 0.95, fileHigh),
    ...exceeds('half of all files', sizes, 0.5, fileMedian),
    ...exceeds('95 % of all functions', functions, 0.95, functionHigh),
  ];
}

interface Sized {
  readonly name: string;
  readonly lines: number;
}

function exceeds(which: string, all: readonly Sized[], share: number, limit: number): readonly string[] {
  const value = quantile(
    all.map(({ lines }) => lines),
    share,
  );
  if (value <= limit) return [];
  const largest = all.toSorted((a, b) => b.lines - a.lines).slice(0, 5);
  const names = largest.map(({ name, lines }) => `${name} (${lines})`).join(', ');
  return [`${which} should have at most ${limit} lines, and have ${value}. The largest: ${names}`];
}

/** The smallest value that the share of all values does not exceed; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
