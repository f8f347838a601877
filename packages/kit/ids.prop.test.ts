import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUuid, uuidV7 } from './ids.ts';

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test('every id is a UUID of version 7 and of the usual variant', () => {
  fc.assert(
    fc.property(moment, random, (now, bytes) => {
      const id = uuidV7(now, bytes);
      expect(isUuid(id)).toBe(true);
      expect(id).toMatch(/^.{14}7.{4}[89ab]/);
      expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now);
    }),
  );
});

test('ids sort by the time they were made', () => {
  fc.assert(
    fc.property(moment, moment, random, random, (a, b, x, y) => {
      fc.pre(a < b);
      expect(uuidV7(a, x) < uuidV7(b, y)).toBe(true);
    }),
  );
});

test('different random bytes make different ids of the same moment', () => {
  const ids = Array.from({ length: 256 }, (_, byte) => uuidV7(0, new Uint8Array(10).fill(byte)));
  expect(new Set(ids).size).toBe(256);
});

test('what only looks like a UUID is none', () => {
  for (const text of [
    '',
    'abc',
    '0190163d8694739b8b2e3a7b6f4c1d2e',
    ' 0190163d-8694-739b-8b2e-3a7b6f4c1d2e',
  ]) {
    expect(isUuid(text)).toBe(false);
  }
  expect(isUuid('0190163D-8694-739B-8B2E-3A7B6F4C1D2E')).toBe(true);
});
