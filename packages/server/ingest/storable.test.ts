import { expect, test } from 'vitest';
import { isStorable, makeStorable } from './storable.ts';

test('texts lose what the database cannot keep, wherever they are, and keep all else', () => {
  const body = {
    name: 'Ann\0e',
    list: ['\ud83d', { deep: 'a\ud800b' }],
    plain: 'Łukasz 😀',
    number: 1,
    none: null,
  };
  makeStorable(body);
  expect(body).toEqual({
    name: 'Anne',
    list: ['\ufffd', { deep: 'a\ufffdb' }],
    plain: 'Łukasz 😀',
    number: 1,
    none: null,
  });
});

test('a body of any depth is walked', () => {
  let body: unknown = 'a\0b';
  for (let depth = 0; depth < 200_000; depth += 1) body = [body];
  makeStorable(body);
  let inner = body;
  while (Array.isArray(inner)) inner = inner[0] as unknown;
  expect(inner).toBe('ab');
});

test.each([null, 7, 'text', undefined])('a body that is no object is left alone: %s', (body) => {
  expect(() => makeStorable(body)).not.toThrow();
});

test('tells what can be stored', () => {
  expect(['a', '😀', 'a\0', '\ud800'].map(isStorable)).toEqual([true, true, false, false]);
});
