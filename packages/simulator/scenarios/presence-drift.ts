import type { Cancel, Clock } from '@switchboard/kit/clock';
import { presenceByChance } from '../world/presence-book.ts';
import type { Random } from '../world/random.ts';
import type { World } from '../world/world.ts';

export interface PresenceDriftOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly random: Random;
  readonly changesPerMinute: number;
}

/** People come, go and sit in meetings: one after the other changes what they show. Operators are left alone. */
export function startPresenceDrift(options: PresenceDriftOptions): Cancel {
  const { world, clock, random } = options;
  let next: Cancel = () => undefined;
  const change = (): void => {
    const person = world.directory.at(random.below(world.directory.end));
    if (person?.kind === 'member' && !person.isOperator) {
      world.presence.set(person.id, presenceByChance(random.below(100)));
    }
    next = clock.after(60_000 / options.changesPerMinute, change);
  };
  next = clock.after(60_000 / options.changesPerMinute, change);
  return () => next();
}
