import type { Cancel, Clock } from '@switchboard/kit/clock';
import type { Behaviour } from '../world/clients.ts';
import { humansIn } from '../world/conversation.ts';
import type { Random } from '../world/random.ts';
import type { World } from '../world/world.ts';

export interface ColleaguesOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly random: Random;
  /** `manual`: operators' clients wait for a visitor or a test. */
  readonly operators: 'auto' | 'manual';
}

/** Whoever is left alone notices it within so long. */
const noticesAfterMs = 1_500;

function byChance(random: Random): Behaviour {
  const chance = random.next();
  if (chance < 0.75) return { kind: 'answer', afterSeconds: 2 + random.below(7) };
  return chance < 0.85 ? { kind: 'decline', afterSeconds: 1 + random.below(4) } : { kind: 'ignore' };
}

/** Lets people whose clients are manual answer, decline and ignore by chance, and hang up when they are left alone. */
export function startColleagues(options: ColleaguesOptions): Cancel {
  const { world, clock, random } = options;
  const isLeftAlone = (personId: string): boolean => {
    const place = world.exchange.where(`person:${personId}`);
    return place !== undefined && !place.member.hold && humansIn(place.conversation).length === 1;
  };
  const acts = (personId: string): boolean =>
    options.operators === 'auto' || !(world.directory.find(personId)?.isOperator ?? false);

  world.clients.actBy((personId) => {
    if (!acts(personId)) return undefined;
    const isOperator = world.directory.find(personId)?.isOperator ?? false;
    return isOperator ? { kind: 'answer', afterSeconds: 1 + random.below(3) } : byChance(random);
  });
  const forget = world.exchange.onEvent((event) => {
    if (event.kind !== 'left') return;
    for (const { party } of humansIn(event.conversation)) {
      if (party.kind !== 'person' || party.endpoint === 'voicemail' || !acts(party.id)) continue;
      clock.after(noticesAfterMs, () => {
        const place = isLeftAlone(party.id) ? world.exchange.where(`person:${party.id}`) : undefined;
        if (place) world.exchange.leave(place.conversation, place.member.id, 'hungUp');
      });
    }
  });
  return () => {
    world.clients.actBy(undefined);
    forget();
  };
}
