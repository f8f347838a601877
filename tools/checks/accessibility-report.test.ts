import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const docs = path.resolve(import.meta.dirname, '../../docs');
const report = readFileSync(path.join(docs, 'accessibility.md'), 'utf8');

/** The criteria of WCAG 2.2 at levels A and AA (https://www.w3.org/TR/WCAG22/, 2026-11-29), and 4.1.1, which it removed. */
const criteria = [
  ...['1.1.1', '1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5', '1.3.1', '1.3.2', '1.3.3', '1.3.4', '1.3.5'],
  ...['1.4.1', '1.4.2', '1.4.3', '1.4.4', '1.4.5', '1.4.10', '1.4.11', '1.4.12', '1.4.13'],
  ...['2.1.1', '2.1.2', '2.1.4', '2.2.1', '2.2.2', '2.3.1', '2.4.1', '2.4.2', '2.4.3', '2.4.4', '2.4.5'],
  ...['2.4.6', '2.4.7', '2.4.11', '2.5.1', '2.5.2', '2.5.3', '2.5.4', '2.5.7', '2.5.8'],
  ...['3.1.1', '3.1.2', '3.2.1', '3.2.2', '3.2.3', '3.2.4', '3.2.6', '3.3.1', '3.3.2', '3.3.3', '3.3.4'],
  ...['3.3.7', '3.3.8', '4.1.1', '4.1.2', '4.1.3'],
];
const verdicts = ['supports', 'partially supports', 'does not support', 'not applicable', 'removed'];

const rows = report.split('\n').flatMap((line) => {
  const cells = /^\| (\d+\.\d+\.\d+) [^|]+ \| (A|AA) \| ([^|]+) \| ([^|]+) \|$/.exec(line);
  return cells === null ? [] : [{ number: cells[1], verdict: cells[3] ?? '', why: cells[4] ?? '' }];
});

describe('The report on accessibility', () => {
  it('has each criterion once, in order, with a verdict and a test or a reason', () => {
    expect(rows.map(({ number }) => number)).toEqual(criteria);
    expect(rows.filter(({ verdict, why }) => !verdicts.includes(verdict) || why.trim() === '')).toEqual([]);
  });

  it('counts what it says in short', () => {
    const count = (wanted: string): number => rows.filter(({ verdict }) => verdict === wanted).length;
    expect(count('supports') + count('not applicable')).toBe(criteria.length - 1);
    expect(report).toContain(
      `${count('supports')} criteria are supported, ${count('not applicable')} do not apply`,
    );
  });

  it('names only tests that are there', () => {
    const named = Array.from(
      report.matchAll(/\]\(([^)]+\.test\.ts)\)(?: “([^”]+)”)?/g),
      ([, file = '', name = '']) => {
        const whole = path.join(docs, file);
        const isThere = existsSync(whole) && readFileSync(whole, 'utf8').includes(name);
        return { test: `${file} ${name}`, isThere };
      },
    );
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(({ isThere }) => !isThere)).toEqual([]);
  });
});
