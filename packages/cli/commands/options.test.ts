import { expect, test } from 'vitest';
import { readDuration, showDuration } from './options.ts';

test.each([
  ['15', 15_000, '15 s'],
  ['2.5', 2_500, '2.5 s'],
  ['90s', 90_000, '1 min 30 s'],
  ['5m', 300_000, '5 min'],
  ['1.5m', 90_000, '1 min 30 s'],
  ['1h', 3_600_000, '1 h'],
  ['1h2m3s', 3_723_000, '1 h 2 min 3 s'],
  ['0', 0, '0 s'],
])('%s are %i milliseconds, shown as %s', (text, milliseconds, shown) => {
  expect(readDuration(text)).toBe(milliseconds);
  expect(showDuration(milliseconds)).toBe(shown);
});

test.each(['', 'long', '5 minutes', '-1', '5m1h', '1:30', 's'])('%j is no time', (text) => {
  expect(() => readDuration(text)).toThrow('Write a time');
});
