import { expect, test } from 'vitest';
import { growth } from './hour.ts';

test('what stays as it is does not grow, and what grows evenly grows by what was added', () => {
  expect(growth([50, 50, 50, 50])).toBe(0);
  expect(growth([10, 12, 14, 16, 18])).toBe(8);
});

test('one high moment between others is no growth', () => {
  expect(growth([50, 50, 90, 50, 50])).toBe(0);
});
