import { expect, test } from 'vitest';
import { percentile } from './percentile.ts';
import { asJson, asTable } from './report.ts';

const report = {
  rows: [
    { bench: 'calls', measure: 'notification → answer, p50', unit: 'ms', ours: 9.8765, floor: 4.9383 },
    { bench: 'calls', measure: 'new calls, sustained', unit: '1/s', ours: 120, floor: 480 },
  ],
  remarks: ['3 calls were lost'],
} as const;

test('percentiles are values that occur, by the nearest rank', () => {
  const samples = [5, 1, 4, 2, 3];
  expect([0, 0.2, 0.5, 0.99, 1].map((share) => percentile(samples, share))).toEqual([1, 1, 3, 5, 5]);
  expect(percentile([], 0.5)).toBeNaN();
});

test('the table has the ratio to the floor, and what must be known', () => {
  const lines = asTable(report).split('\n');
  expect(lines[1]).toMatch(/^notification → answer, p50 +ms +9\.88 +4\.94 +2 ×$/);
  expect(lines[2]).toMatch(/0\.25 ×$/);
  expect(lines[3]).toBe('! 3 calls were lost');
});

test('the JSON holds the same', () => {
  expect(JSON.parse(asJson(report, { cores: 2 }))).toMatchObject({
    cores: 2,
    rows: [{ ours: 9.88, floor: 4.94, ratio: 2 }, { ratio: 0.25 }],
    remarks: ['3 calls were lost'],
  });
});
