import { expect, test } from 'vitest';
import { createClock, ManualClock } from './clock.ts';

test('a manual clock stands still until it is told to move', () => {
  const clock = new ManualClock(1_000);
  let ran = 0;
  clock.after(50, () => (ran += 1));
  clock.advance(49);
  expect([ran, clock.now()]).toEqual([0, 1_049]);
  clock.advance(1);
  expect([ran, clock.now(), clock.nextDue()]).toEqual([1, 1_050, undefined]);
});

test('what falls due runs in the order of its time, each at its own moment', () => {
  const clock = new ManualClock(0);
  const order: string[] = [];
  const note = (name: string) => () => order.push(`${name} at ${clock.now()}`);
  clock.after(30, note('late'));
  clock.after(10, note('early'));
  clock.after(10, note('second'));
  clock.after(20, () => clock.after(5, note('planned on the way')));
  clock.advance(100);
  expect(order).toEqual(['early at 10', 'second at 10', 'planned on the way at 25', 'late at 30']);
  expect(clock.now()).toBe(100);
});

test('a cancelled task does not run, and does not count as due', () => {
  const clock = new ManualClock(0);
  const cancel = clock.after(10, () => expect.unreachable());
  clock.after(20, () => {});
  expect(clock.nextDue()).toBe(10);
  cancel();
  cancel();
  expect(clock.nextDue()).toBe(20);
  clock.advance(20);
});

test('a time in the past is due at once', () => {
  const clock = new ManualClock(500);
  let ran = false;
  clock.after(-100, () => (ran = true));
  expect(clock.nextDue()).toBe(500);
  clock.advance(0);
  expect(ran).toBe(true);
});

test('a real clock keeps its delays within what timers can bear', () => {
  const delays: number[] = [];
  const cleared: number[] = [];
  const clock = createClock<number>({
    now: () => 42,
    setTimeout: (_task, milliseconds) => delays.push(milliseconds),
    clearTimeout: (handle) => cleared.push(handle),
  });
  clock.after(-5, () => {});
  clock.after(2 ** 40, () => {});
  clock.after(250, () => {})();
  expect(delays).toEqual([0, 2 ** 31 - 1, 250]);
  expect(cleared).toEqual([3]);
  expect(clock.now()).toBe(42);
});
