import type { Cancel, Clock } from '@switchboard/kit/clock';
import type { Person } from '../world/person.ts';
import { type Presence, presenceByChance } from '../world/presence-book.ts';
import type { Random } from '../world/random.ts';
import { wallOf } from '../world/time-zones.ts';
import type { World } from '../world/world.ts';

export interface PresenceGeneratorOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly random: Random;
  readonly changesPerSecond: number;
}

/** Changes come in small handfuls: one timer for each would be what a bench measures. */
const tickMs = 100;
const offline: Presence = { availability: 'Offline', activity: 'Offline' };

/** Outside their hours four of five are offline. */
function presenceNow({ world, random }: PresenceGeneratorOptions, person: Person): Presence {
  const wall = new Date(wallOf(world.calendars.zoneOf(person), world.clock.now()));
  const { days, start, end } = world.calendars.hoursOf(person);
  const minutes = wall.getUTCHours() * 60 + wall.getUTCMinutes();
  const isAtWork = days.includes(wall.getUTCDay()) && minutes >= start && minutes < end;
  return isAtWork || random.below(5) === 0 ? presenceByChance(random.below(100)) : offline;
}

/** So many people a second change what they show. Operators are left alone. */
export function startPresenceGenerator(options: PresenceGeneratorOptions): Cancel {
  const { world, clock, random, changesPerSecond } = options;
  let owed = 0;
  let next: Cancel = () => undefined;
  const tick = (): void => {
    owed += (changesPerSecond * tickMs) / 1_000;
    for (; owed >= 1; owed -= 1) {
      const person = world.directory.at(random.below(world.directory.end));
      if (person?.kind !== 'member' || person.isOperator) continue;
      world.presence.set(person.id, presenceNow(options, person));
    }
    next = clock.after(tickMs, tick);
  };
  next = clock.after(tickMs, tick);
  return () => next();
}
