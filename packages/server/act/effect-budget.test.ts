import { expect, test } from 'vitest';
import { nextAttempt } from './effect-budget.ts';

const tried = (now: number, wanted?: number) => ({
  attempts: 1,
  askedAt: 0,
  now,
  ...(wanted === undefined ? {} : { wanted }),
});

test('an effect is tried again after a pause that grows, until its time is over', () => {
  expect(nextAttempt('invite', tried(0))).toBe(150);
  expect(nextAttempt('invite', { ...tried(0), attempts: 4 })).toBe(1_200);
  expect(nextAttempt('invite', tried(8_000))).toBeUndefined();
});

test('the last moment of its time is used', () => {
  expect(nextAttempt('invite', { ...tried(7_000), attempts: 9 })).toBe(8_000);
  expect(nextAttempt('invite', { ...tried(7_900), attempts: 9 })).toBeUndefined();
});

test('what Graph wants is waited for, and what would come too late is given up', () => {
  expect(nextAttempt('invite', tried(0, 2_000))).toBe(2_000);
  expect(nextAttempt('invite', tried(0, 9_000))).toBeUndefined();
});

test('a call that rings is tried once more at the end of its time, however long Graph wants to be left alone', () => {
  for (const type of ['answer', 'reject', 'redirect'] as const) {
    expect(nextAttempt(type, tried(0, 60_000))).toBe(14_000);
    expect(nextAttempt(type, tried(14_000, 60_000))).toBeUndefined();
  }
});
