import { ManualClock } from '@switchboard/kit/clock';
import { expect, test } from 'vitest';
import { PresenceBudget } from './presence-budget.ts';

const never = new AbortController().signal;

/** Takes as much as it can for so long, looking each 10 ms. @returns when each was taken */
function takeAll(clock: ManualClock, budget: PresenceBudget, milliseconds: number): number[] {
  const taken: number[] = [];
  for (let passed = 0; passed < milliseconds; passed += 10) {
    while (budget.waitMs('screens') === 0) {
      void budget.take('screens', never);
      taken.push(clock.now());
    }
    clock.advance(10);
  }
  return taken;
}

const mostInHalfAMinute = (taken: readonly number[]): number =>
  Math.max(...taken.map((at) => taken.filter((other) => other > at - 30_000 && other <= at).length));

test('in no half minute are there more requests than the limit', () => {
  const clock = new ManualClock(1_000_000);
  const taken = takeAll(clock, new PresenceBudget(clock, 20), 120_000);
  expect(mostInHalfAMinute(taken)).toBe(20);
  expect(taken.length).toBeGreaterThanOrEqual(80);
});

test('a server that follows another begins with what that one spent, so both together keep the limit', () => {
  const clock = new ManualClock(1_000_000);
  const first = new PresenceBudget(clock, 20);
  const before = takeAll(clock, first, 10_000);
  const after = takeAll(clock, new PresenceBudget(clock, 20, first.spent), 60_000);
  expect(mostInHalfAMinute([...before, ...after])).toBeLessThanOrEqual(20);
});

test('the less urgent leave what the more urgent need', () => {
  const clock = new ManualClock(1_000_000);
  const budget = new PresenceBudget(clock, 10);
  budget.reserve('screens', 3);
  budget.reserve('near', 1);
  for (let each = 0; each < 6; each += 1) {
    expect(budget.waitMs('everybody')).toBe(0);
    void budget.take('everybody', never);
  }
  expect(budget.waitMs('everybody')).toBe(30_000);
  expect(budget.waitMs('near')).toBe(0);
  void budget.take('near', never);
  expect(budget.waitMs('near')).toBeGreaterThan(0);
  expect(budget.waitMs('screens')).toBe(0);
});

test('nobody asks while Graph wants nothing, and who is stopped waits no longer', async () => {
  const clock = new ManualClock(1_000_000);
  const budget = new PresenceBudget(clock, 10);
  budget.pause(12_000);
  expect(budget.waitMs('screens')).toBe(12_000);
  const stop = new AbortController();
  const taken = budget.take('screens', stop.signal);
  stop.abort();
  expect(await taken).toBe(false);
  clock.advance(12_000);
  expect(await budget.take('screens', never)).toBe(true);
});
