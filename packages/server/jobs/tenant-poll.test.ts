import { setImmediate } from 'node:timers/promises';
import { type PersonId, personId, tenantId } from '@switchboard/domain/ids';
import { ManualClock } from '@switchboard/kit/clock';
import { silentLogger } from '@switchboard/kit/logger';
import { ok, refused } from '@switchboard/kit/result';
import type { SaidPresence } from '@switchboard/store/presence/presences';
import { expect, onTestFinished, test } from 'vitest';
import type { PollShelf } from './poll-shelf.ts';
import { PresenceAsker, type ReadProblem } from './presence-asker.ts';
import { PresenceBudget } from './presence-budget.ts';
import { TenantPoll } from './tenant-poll.ts';

const contoso = tenantId('contoso');
const people = (prefix: string, count: number): PersonId[] =>
  Array.from({ length: count }, (_, index) => personId(`${prefix}${String(index).padStart(6, '0')}`));

interface World {
  readonly screens?: readonly PersonId[];
  readonly near?: readonly PersonId[];
  readonly everybody?: readonly PersonId[];
  readonly limit?: number;
}

/** A poll in virtual time, whose shelf is in memory and whose Graph notes what it is asked. */
function world({ screens = [], near = [], everybody = [], limit = 750 }: World) {
  const clock = new ManualClock(1_000_000);
  const start = clock.now();
  const asked: { at: number; ids: readonly PersonId[] }[] = [];
  const written: SaidPresence[] = [];
  const readAt = new Map<number, number>();
  const lists = new Map([[7, { version: 1, personIds: screens }]]);
  let problem: ReadProblem | undefined;
  const shelf: PollShelf = {
    lists: () => Promise.resolve([...lists].map(([list, each]) => ({ list, ...each }))),
    desk: () => Promise.resolve([]),
    near: () => Promise.resolve(near),
    after: (cursor, most) => Promise.resolve(everybody.filter((id) => id > cursor).slice(0, most)),
    put: () => Promise.resolve(1),
    noteRead(read, at) {
      for (const { list } of read) readAt.set(list, at - start);
      return Promise.resolve();
    },
  };
  const budget = new PresenceBudget(clock, limit);
  const asker = new PresenceAsker({
    tenantId: contoso,
    clock,
    budget,
    read(_tenant, ids) {
      asked.push({ at: clock.now() - start, ids });
      if (problem !== undefined) return Promise.resolve(refused(problem));
      return Promise.resolve(ok(ids.map((id) => ({ personId: id, availability: 'Away', activity: 'Away' }))));
    },
    write(said) {
      written.push(...said);
      return Promise.resolve();
    },
  });
  const round = { cursor: '', beganAt: 0, beganBefore: 0 };
  const poll = new TenantPoll({ tenantId: contoso, clock, log: silentLogger, shelf, budget, asker, round });
  const stop = new AbortController();
  const done = poll.run(stop.signal);
  onTestFinished(async () => {
    stop.abort();
    await done;
  });
  return {
    poll,
    asked,
    written,
    readAt,
    lists,
    fail(next: ReadProblem | undefined) {
      problem = next;
    },
    async pass(milliseconds: number) {
      for (let passed = 0; passed < milliseconds; passed += 50) {
        for (let turn = 0; turn < 6; turn += 1) await setImmediate();
        clock.advance(50);
      }
      for (let turn = 0; turn < 6; turn += 1) await setImmediate();
    },
    /** How often somebody was asked about, and the longest pause between two times. */
    ringOf(id: PersonId) {
      const times = asked.filter(({ ids }) => ids.includes(id)).map(({ at }) => at);
      const pauses = times.slice(1).map((at, index) => at - (times[index] ?? 0));
      return { count: times.length, longest: Math.max(...pauses) };
    },
  };
}

test('people on a screen are read every two seconds, those near every ten, everybody every minute', async () => {
  const [screens, near, everybody] = [people('a', 3), people('b', 3), people('c', 2_000)];
  const bench = world({ screens, near, everybody });
  await bench.pass(181_000);
  for (const id of screens) expect(bench.ringOf(id).longest).toBeLessThanOrEqual(2_050);
  for (const id of near) expect(bench.ringOf(id).longest).toBeLessThanOrEqual(10_100);
  for (const id of everybody) {
    expect(bench.ringOf(id).longest).toBeLessThanOrEqual(100_000);
    expect(bench.ringOf(id).count).toBeGreaterThanOrEqual(3);
  }
  expect(Math.max(...bench.asked.map(({ ids }) => ids.length))).toBeLessThanOrEqual(650);
});

test('whoever comes onto a screen is read within half a second, and nobody else for it', async () => {
  const bench = world({ screens: people('a', 3) });
  await bench.pass(2_500);
  const before = bench.asked.length;
  const [newcomer] = people('n', 1);
  if (newcomer === undefined) throw new Error('nobody');
  bench.lists.set(7, { version: 2, personIds: [...people('a', 3), newcomer] });
  bench.poll.ring();
  await bench.pass(500);
  expect(bench.asked.slice(before).map(({ ids }) => ids)).toEqual([[newcomer]]);
  await bench.pass(2_000);
  expect(bench.asked.at(-1)?.ids).toContain(newcomer);
});

test('a list is as old as its last reading that succeeded: ages grow while Graph does not answer', async () => {
  const bench = world({ screens: people('a', 700) });
  await bench.pass(10_000);
  const known = bench.readAt.get(7) ?? 0;
  expect(known).toBeGreaterThan(5_000);
  bench.fail({ message: 'unavailable', isThrottled: false });
  await bench.pass(20_000);
  expect(bench.readAt.get(7)).toBeLessThanOrEqual(known + 2_050);
  bench.fail(undefined);
  await bench.pass(3_000);
  expect(bench.readAt.get(7)).toBeGreaterThan(known + 18_000);
});

test('while Graph throttles nobody is asked about, in any ring, for as long as it says', async () => {
  const bench = world({ screens: people('a', 3), near: people('b', 3), everybody: people('c', 100) });
  await bench.pass(5_000);
  bench.fail({ message: 'too many', isThrottled: true, retryAfterMs: 20_000 });
  await bench.pass(2_500);
  const throttledAt = bench.asked.at(-1)?.at ?? 0;
  bench.fail(undefined);
  await bench.pass(40_000);
  const next = bench.asked.find(({ at }) => at > throttledAt);
  expect(next?.at).toBeGreaterThanOrEqual(throttledAt + 20_000);
  expect(next?.at).toBeLessThanOrEqual(throttledAt + 24_000);
});

test('a budget that is too small slows down everybody first, and the screens last', async () => {
  const bench = world({ screens: people('a', 3), everybody: people('c', 65_000), limit: 30 });
  await bench.pass(120_000);
  expect(bench.ringOf(personId('a000001')).longest).toBeLessThanOrEqual(2_100);
  const inHalfAMinute = bench.asked.filter(({ at }) => at > 60_000 && at <= 90_000).length;
  expect(inHalfAMinute).toBeLessThanOrEqual(30);
  expect(bench.asked.some(({ ids }) => ids.length === 650)).toBe(true);
});

test('of whom Microsoft says nothing, nothing is known', async () => {
  const [known, unknown] = people('a', 2);
  if (known === undefined || unknown === undefined) throw new Error('nobody');
  const clock = new ManualClock(0);
  const written: SaidPresence[] = [];
  const asker = new PresenceAsker({
    tenantId: contoso,
    clock,
    budget: new PresenceBudget(clock, 10),
    read: () => Promise.resolve(ok([{ personId: known, availability: 'Busy', activity: 'Busy' }])),
    write: (said) => Promise.resolve(void written.push(...said)),
  });
  await asker.ask([known, unknown], 'screens', new AbortController().signal);
  expect(written.map(({ availability }) => availability)).toEqual(['Busy', 'PresenceUnknown']);
});
