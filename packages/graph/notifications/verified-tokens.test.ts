import { tenantId } from '@switchboard/domain/ids';
import { expect, test } from 'vitest';
import { VerifiedTokens } from './verified-tokens.ts';

const good = { tenantId: tenantId('contoso'), edition: 1, verifiedAt: 1_000, until: 5_000 };

test('a token is known by its whole text, from when it was verified until its time is over', () => {
  const tokens = new VerifiedTokens(10);
  tokens.keep('a.b.c', good);
  expect(tokens.find('a.b.c', 1_000)).toEqual(good);
  expect(tokens.find('a.b.cc', 1_000)).toBeUndefined();
  expect(tokens.find('a.b.c', 4_999)).toEqual(good);
  expect(tokens.find('a.b.c', 5_000)).toBeUndefined();
});

test('a token is not known to a clock that has gone back', () => {
  const tokens = new VerifiedTokens(10);
  tokens.keep('a.b.c', good);
  expect(tokens.find('a.b.c', 999)).toBeUndefined();
});

test('a token whose time is nearly over is not kept', () => {
  const tokens = new VerifiedTokens(10);
  tokens.keep('a.b.c', { ...good, until: 1_000 });
  expect(tokens.find('a.b.c', 1_000)).toBeUndefined();
});

test('the one that was not seen for longest makes room', () => {
  const tokens = new VerifiedTokens(2);
  tokens.keep('first', good);
  tokens.keep('second', good);
  tokens.find('first', 1_000);
  tokens.keep('third', good);
  expect(['first', 'second', 'third'].map((token) => tokens.find(token, 1_000) !== undefined)).toEqual([
    true,
    false,
    true,
  ]);
});

test('with other keys, those that other keys vouched for are forgotten', () => {
  const tokens = new VerifiedTokens(10);
  tokens.keep('old', good);
  tokens.keep('new', { ...good, edition: 2 });
  tokens.dropOthersThan(2);
  expect(tokens.find('old', 1_000)).toBeUndefined();
  expect(tokens.find('new', 1_000)).toBeDefined();
});
