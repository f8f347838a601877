import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSeal } from './seal.ts';

const old = randomBytes(32);
const young = randomBytes(32);
const seal = createSeal([old], randomBytes);

test('what is sealed is opened by the same key for the same owner', () => {
  const sealed = seal.seal('a refresh token: ä', 'contoso eva');
  expect(seal.open(sealed, 'contoso eva')).toBe('a refresh token: ä');
  expect(sealed.includes('refresh')).toBe(false);
});

test('the same text is never sealed to the same bytes', () => {
  expect(seal.seal('text', 'eva').equals(seal.seal('text', 'eva'))).toBe(false);
});

test('a row that was moved to somebody else does not open', () => {
  expect(seal.open(seal.seal('text', 'contoso eva'), 'contoso omar')).toBeUndefined();
});

test('nothing opens that was changed, cut, or sealed by a key that is gone', () => {
  const sealed = seal.seal('text', 'eva');
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(seal.open(changed, 'eva')).toBeUndefined();
    expect(seal.open(sealed.subarray(0, at), 'eva')).toBeUndefined();
  }
  expect(createSeal([young], randomBytes).open(sealed, 'eva')).toBeUndefined();
});

test('a new key put before the old one seals, and both open', () => {
  const both = createSeal([young, old], randomBytes);
  expect(both.open(seal.seal('by the old one', 'eva'), 'eva')).toBe('by the old one');
  expect(createSeal([young], randomBytes).open(both.seal('by the new one', 'eva'), 'eva')).toBe(
    'by the new one',
  );
});

test('a key of another length is no key', () => {
  expect(() => createSeal([randomBytes(16)], randomBytes)).toThrow('32 bytes');
  expect(() => createSeal([], randomBytes)).toThrow('32 bytes');
});
