import { ManualClock } from '@switchboard/kit/clock';
import { expect, test } from 'vitest';
import { createRandom } from '../world/random.ts';
import { World } from '../world/world.ts';
import { startPresenceGenerator } from './presence-generator.ts';

/** A Monday at ten in London. */
const morning = Date.UTC(2026, 10, 23, 10);

function run(start: number, seconds: number): { changes: number; offline: number; pending: boolean } {
  const clock = new ManualClock(start);
  const world = new World({ clock, newId: () => 'id', seed: 1, people: 5_000 });
  let [changes, offline] = [0, 0];
  world.presence.onChange((personId) => {
    changes += 1;
    if (world.presence.of(personId).availability === 'Offline') offline += 1;
  });
  const stop = startPresenceGenerator({ world, clock, random: createRandom(1), changesPerSecond: 250 });
  clock.advance(seconds * 1_000);
  stop();
  return { changes, offline, pending: clock.nextDue() !== undefined };
}

test('so many people a second change what they show, guests and accounts of queues never', () => {
  const { changes, pending } = run(morning, 10);
  expect(changes).toBeGreaterThan(2_300);
  expect(changes).toBeLessThanOrEqual(2_500);
  expect(pending).toBe(false);
});

test('in the night most of them are offline', () => {
  const [day, night] = [run(morning, 4), run(morning + 16 * 3_600_000, 4)];
  expect(day.offline / day.changes).toBeLessThan(0.3);
  expect(night.offline / night.changes).toBeGreaterThan(0.6);
});
