import type { RingFate } from '../world/bells.ts';
import type { World } from '../world/world.ts';
import type { FaultChances, Occasion } from './fault-chances.ts';

type RingFault = 'signedOut' | 'voicemail' | 'otherPickUp';

/** So many colleagues are looked at to find one who can pick up. */
const tries = 8;

/** What befalls the ring of a person that begins now. */
export function fateByChance(chances: FaultChances, world: World, personId: string): RingFate | undefined {
  const { settings } = chances;
  const occasionOf = (name: RingFault): Occasion => {
    const { people } = settings[name];
    return chances.occasion(
      name,
      people.length === 0 || people.some((one) => isPerson(world, one, personId)),
    );
  };
  const signedOut = occasionOf('signedOut');
  const voicemail = occasionOf('voicemail');
  const other = occasionOf('otherPickUp');
  if (signedOut.happens) {
    chances.use('signedOut');
    return { kind: 'signedOut' };
  }
  if (voicemail.happens) {
    chances.use('voicemail');
    return { kind: 'voicemail', afterSeconds: settings.voicemail.afterSeconds };
  }
  const colleague = other.happens ? colleagueOf(world, personId, other) : undefined;
  if (colleague === undefined) return undefined;
  chances.use('otherPickUp');
  return { kind: 'pickedUpBy', person: colleague, afterSeconds: settings.otherPickUp.afterSeconds };
}

const isPerson = (world: World, named: string, personId: string): boolean =>
  world.directory.find(named)?.id.toLowerCase() === personId.toLowerCase();

/** Somebody at work who is neither the one who rings nor in a call. */
function colleagueOf(world: World, personId: string, occasion: Occasion): string | undefined {
  const { directory, exchange } = world;
  for (let round = 1; round <= tries; round++) {
    const person = directory.at(Math.floor(occasion.chance(round) * directory.end));
    const fits =
      person?.kind === 'member' &&
      person.accountEnabled &&
      person.id.toLowerCase() !== personId.toLowerCase() &&
      exchange.where(`person:${person.id}`) === undefined;
    if (fits) return person.id;
  }
  return undefined;
}
