import { describe, expect, test } from 'vitest';
import { afterLook, afterTry, afterWish, inDoubt, messageWishes } from './decide-message.ts';

const now = 1_000_000;
const tried = { tries: 1, wantedSince: now, since: now };

describe('after a try a message', () => {
  test('that Microsoft took is sent; one that it refused has failed, with the reason', () => {
    expect(afterTry({ type: 'sent' }, tried, now)).toEqual({ name: 'sent', at: now });
    expect(afterTry({ type: 'refused', why: 'noRight' }, tried, now)).toEqual({
      name: 'failed',
      why: 'noRight',
    });
  });

  test('that was not taken for now waits longer each time, and as long as Microsoft says', () => {
    const due = (tries: number, afterMs?: number) =>
      afterTry({ type: 'later', ...(afterMs === undefined ? {} : { afterMs }) }, { ...tried, tries }, now);
    expect([1, 2, 3, 4, 9].map((tries) => due(tries))).toEqual(
      [2, 5, 15, 60, 60].map((seconds) => ({ name: 'waiting', dueAt: now + seconds * 1_000 })),
    );
    expect(due(1, 40_000)).toEqual({ name: 'waiting', dueAt: now + 40_000 });
  });

  test('that nobody takes for half an hour has failed: it must not arrive when the caller is long gone', () => {
    const old = { ...tried, tries: 30, wantedSince: now - 29 * 60_000 };
    expect(afterTry({ type: 'later' }, old, now)).toMatchObject({ name: 'waiting' });
    expect(afterTry({ type: 'later' }, old, now + 60_000)).toEqual({ name: 'failed', why: 'unavailable' });
  });

  test('of which the answer is lost is in doubt, and is looked for; it never waits to be sent', () => {
    expect(afterTry({ type: 'doubt' }, tried, now)).toEqual(inDoubt(now, now));
    expect(inDoubt(now, now)).toEqual({ name: 'doubtful', since: now, dueAt: now + 3_000 });
  });
});

describe('a message in doubt', () => {
  test('that is found was sent', () => {
    expect(afterLook('there', { since: now, looks: 1 }, now)).toEqual({ name: 'sent', at: now });
  });

  test.each(['notThere', 'unknown'] as const)(
    'is looked for three times while it is %s, and stays in doubt',
    (found) => {
      const after = (looks: number) => afterLook(found, { since: now, looks }, now);
      expect(after(1)).toEqual({ name: 'doubtful', since: now, dueAt: now + 15_000 });
      expect(after(2)).toEqual({ name: 'doubtful', since: now, dueAt: now + 60_000 });
      expect(after(3)).toEqual({ name: 'doubtful', since: now });
    },
  );
});

test('what an operator may ask depends on the state, and one on its way, or sent, cannot be held back', () => {
  const states = ['waiting', 'sending', 'sent', 'failed', 'doubtful', 'withdrawn'] as const;
  expect(states.map(messageWishes)).toEqual([
    ['withdraw'],
    [],
    [],
    ['tryAgain', 'withdraw'],
    ['sendAgain', 'withdraw'],
    [],
  ]);
  expect(afterWish('failed', 'tryAgain', now)).toEqual({ name: 'waiting', dueAt: now });
  expect(afterWish('doubtful', 'sendAgain', now)).toEqual({ name: 'waiting', dueAt: now });
  expect(afterWish('waiting', 'withdraw', now)).toEqual({ name: 'withdrawn' });
  expect(afterWish('doubtful', 'tryAgain', now)).toBeUndefined();
  expect(afterWish('sending', 'withdraw', now)).toBeUndefined();
});
