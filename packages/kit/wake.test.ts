import { expect, test } from 'vitest';
import { Wake } from './wake.ts';

/** Whether a promise is fulfilled by now. */
async function isOver(promise: Promise<void>): Promise<boolean> {
  let over = false;
  void promise.then(() => (over = true));
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  return over;
}

test('a ring wakes whoever waits', async () => {
  const wake = new Wake();
  const waiting = wake.wait();
  expect(await isOver(waiting)).toBe(false);
  wake.ring();
  expect(await isOver(waiting)).toBe(true);
});

test('rings while nobody waits count as one, and are not lost', async () => {
  const wake = new Wake();
  wake.ring();
  wake.ring();
  expect(await isOver(wake.wait())).toBe(true);
  expect(await isOver(wake.wait())).toBe(false);
});

test('a ring wakes once', async () => {
  const wake = new Wake();
  const first = wake.wait();
  wake.ring();
  await first;
  expect(await isOver(wake.wait())).toBe(false);
});
