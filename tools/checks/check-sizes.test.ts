import { describe, expect, test } from 'vitest';
import { findSizeProblems, quantile } from './check-sizes.ts';
import { functionLengths } from './function-lengths.ts';

const file = (name: string, lines: number): { name: string; text: string } => ({
  name,
  text: '// a line\n'.repeat(lines),
});

describe('findSizeProblems', () => {
  test('accepts small files', () => {
    expect(findSizeProblems([file('a.ts', 20), file('b.ts', 100)])).toEqual([]);
  });

  test('names a file over the ceiling', () => {
    const small = Array.from({ length: 40 }, (_, index) => file(`small-${index}.ts`, 10));
    expect(findSizeProblems([...small, file('big.ts', 501)])).toEqual([
      'big.ts has 501 lines, more than 500: split it by what it decides',
    ]);
  });

  test('sees when half of the files are too long, though none is over the ceiling', () => {
    const problems = findSizeProblems([file('a.ts', 120), file('b.ts', 130), file('c.ts', 10)]);
    expect(problems).toEqual([expect.stringContaining('half of all files')]);
  });

  test('leaves data and pages alone', () => {
    expect(findSizeProblems([file('people.json', 9000), file('README.md', 9000)])).toEqual([]);
  });
});

describe('functionLengths', () => {
  test('counts each function from its first line to its last, with letters of several bytes before it', () => {
    const text = [
      '/** Ångström – żółć */',
      "import { a } from './a.ts';",
      'export function outer(): void {',
      '  const inner = () => {',
      '    a();',
      '  };',
      '  inner();',
      '}',
      'const short = () => 1;',
      'export class Thing {',
      '  work(): number {',
      '    return short();',
      '  }',
      '}',
    ].join('\n');
    for (let time = 0; time < 2; time += 1) {
      expect(functionLengths({ name: 'a.ts', text })).toEqual([
        { name: 'a.ts:3', lines: 6 },
        { name: 'a.ts:4', lines: 3 },
        { name: 'a.ts:11', lines: 3 },
      ]);
    }
  });

  test('reads JSX', () => {
    const text = 'export const View = () => (\n  <p>\n    hello\n  </p>\n);\n';
    expect(functionLengths({ name: 'view.tsx', text })).toEqual([{ name: 'view.tsx:1', lines: 5 }]);
  });
});

test('quantile is the smallest value that the share does not exceed', () => {
  expect(quantile([], 0.5)).toBe(0);
  expect(quantile([3, 1, 2], 0.5)).toBe(2);
  expect(
    quantile(
      Array.from({ length: 100 }, (_, index) => index + 1),
      0.95,
    ),
  ).toBe(95);
});
