import { expect, test } from 'vitest';
import { callId } from '../ids.ts';
import { type AnsweredCall, announcedMinutes, expectedWait, positionOf } from './expected-wait.ts';
import type { InLine } from './waiting-order.ts';

const minute = 60_000;
const talks = (...minutes: number[]): readonly AnsweredCall[] =>
  minutes.map((one) => ({ answeredAfter: 10_000, talked: one * minute }));

test('so many calls must end before it is the turn of a caller', () => {
  const last = talks(2, 3, 4);
  expect(expectedWait(1, last, 1)).toEqual({ milliseconds: 3 * minute, minutes: 3 });
  expect(expectedWait(4, last, 1)).toEqual({ milliseconds: 12 * minute, minutes: 12 });
  expect(expectedWait(4, last, 3)).toEqual({ milliseconds: 4 * minute, minutes: 4 });
});

test('one endless talk does not make all wait', () => {
  expect(expectedWait(1, talks(2, 2, 600, 2, 2), 1)?.minutes).toBe(2);
});

test('with many operators a caller still waits as long as callers do, but not longer than a call', () => {
  const last = [20_000, 30_000, 40_000].map((answeredAfter) => ({ answeredAfter, talked: 2 * minute }));
  expect(expectedWait(1, last, 100)).toEqual({ milliseconds: 30_000, minutes: 0 });
  const afterRush = last.map(({ talked }) => ({ answeredAfter: 20 * minute, talked }));
  expect(expectedWait(1, afterRush, 100)).toEqual({ milliseconds: 2 * minute, minutes: 2 });
});

test('nothing is said where nothing is known', () => {
  const last = talks(2, 2, 2);
  expect(expectedWait(1, last.slice(0, 2), 1)).toBeUndefined();
  expect(expectedWait(1, [], 1)).toBeUndefined();
  for (const operators of [0, -1, Number.NaN]) expect(expectedWait(1, last, operators)).toBeUndefined();
  for (const position of [0, -1, Number.NaN]) expect(expectedWait(position, last, 1)).toBeUndefined();
});

test('times that are no time are passed over', () => {
  const wrong = [Number.NaN, -1, Number.POSITIVE_INFINITY].flatMap((time) => [
    { answeredAfter: time, talked: minute },
    { answeredAfter: 0, talked: time },
  ]);
  expect(expectedWait(1, wrong, 1)).toBeUndefined();
  expect(expectedWait(1, [...wrong, ...talks(2, 2, 2)], 1)?.minutes).toBe(2);
});

test('what is announced are whole minutes, rounded up, or less than one', () => {
  const said = [0, 1, 59_999, 60_000, 60_001, 119_999, 120_000].map((time) => announcedMinutes(time));
  expect(said).toEqual([0, 0, 0, 1, 2, 2, 2]);
});

const inLine = (id: string, changes: Partial<InLine> = {}): InLine => ({
  callId: callId(id),
  isFront: false,
  isVip: false,
  priority: 0,
  arrivedAt: 1_000,
  ...changes,
});

test('who is back goes first, then the important, then priority, then waiting time, then the id', () => {
  const line = [
    inLine('front', { isFront: true, arrivedAt: 9_000 }),
    inLine('vip', { isVip: true, arrivedAt: 8_000 }),
    inLine('urgent', { priority: 2, arrivedAt: 7_000 }),
    inLine('early', { arrivedAt: 500 }),
    inLine('a'),
    inLine('b'),
  ];
  for (const calls of [line, line.toReversed()]) {
    expect(line.map((call) => positionOf(calls, call.callId))).toEqual([1, 2, 3, 4, 5, 6]);
  }
});

test('a call that does not wait has no position', () => {
  expect(positionOf([inLine('a')], callId('b'))).toBeUndefined();
});
