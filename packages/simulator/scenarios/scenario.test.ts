import { ManualClock } from '@switchboard/kit/clock';
import { afterEach, expect, test } from 'vitest';
import { Control } from '../control/control.ts';
import { Bench, inviteBody } from '../graph-api/bench.testing.ts';
import { contoso } from '../world/contoso.ts';
import { World } from '../world/world.ts';
import { startScenario } from './scenario.ts';

const { eva } = contoso.people;
let bench: Bench | undefined;
afterEach(async () => {
  await bench?.stop();
  bench = undefined;
});

const quiet = { seed: 5, callsPerMinute: 0, operators: 'manual', presenceChangesPerMinute: 0 } as const;

/** Who dialled when in ten minutes of a world in which nobody answers. */
function dialled(seed: number): string[] {
  const clock = new ManualClock(0);
  let count = 0;
  const world = new World({ clock, newId: () => `id-${++count}`, seed: 1, people: 100 });
  const control = new Control({ world, settled: async () => undefined, pressed: () => false });
  const stop = startScenario(control, clock, { ...quiet, seed, callsPerMinute: 12 });
  clock.advance(600_000);
  stop();
  return world.lines.all().map(({ number, startedAt }) => `${startedAt} ${number}`);
}

test('callers come at about the rate asked for, the same ones for the same seed', () => {
  const calls = dialled(5);
  expect(calls.length).toBeGreaterThan(80);
  expect(calls.length).toBeLessThan(170);
  expect(dialled(5)).toEqual(calls);
  expect(dialled(6)).not.toEqual(calls);
});

test('a caller whom nobody talks to gives up after a while', async () => {
  bench = await Bench.start({ answerWithinSeconds: 3_600 });
  const stop = startScenario(bench.control, bench.clock, { ...quiet, callsPerMinute: 1 });
  await bench.pass(1_200);
  stop();
  const ended = bench.control.truth().lines.filter(({ state }) => state === 'ended');
  expect(ended.length).toBeGreaterThan(3);
  expect(new Set(ended.map(({ endReason }) => endReason))).toEqual(new Set(['hung up']));
});

test('automatic operators pick up, and hang up when they are left alone', async () => {
  bench = await Bench.start();
  const stop = startScenario(bench.control, bench.clock, { ...quiet, operators: 'auto' });
  const { path, lineId } = await bench.answered();
  await bench.post(`${path}/participants/invite`, inviteBody(eva));
  await bench.pass(4);
  expect(bench.line(lineId).hears).toEqual({ kind: 'talk', with: ['Eva Berg'] });
  bench.control.hangUpLine(lineId);
  await bench.pass(2);
  expect(bench.world.exchange.where(`person:${eva}`)).toBeUndefined();
  stop();
});

test('manual operators are left to whoever plays them', async () => {
  bench = await Bench.start();
  const stop = startScenario(bench.control, bench.clock, { ...quiet, callsPerMinute: 1 });
  const { path } = await bench.answered();
  await bench.post(`${path}/participants/invite`, inviteBody(eva));
  await bench.pass(10);
  expect(bench.world.bells.forPerson(eva)).toHaveLength(1);
  stop();
});

test('presence drifts when asked to, and stops when told to', () => {
  const clock = new ManualClock(0);
  const world = new World({ clock, newId: () => 'id', seed: 1, people: 100 });
  const control = new Control({ world, settled: async () => undefined, pressed: () => false });
  let changes = 0;
  world.presence.onChange(() => {
    changes += 1;
  });
  const stop = startScenario(control, clock, { ...quiet, presenceChangesPerMinute: 60 });
  clock.advance(60_000);
  expect(changes).toBeGreaterThan(40);
  stop();
  const before = changes;
  clock.advance(60_000);
  expect(changes).toBe(before);
});
