import type { Cancel, Clock } from '@switchboard/kit/clock';
import type { Control } from '../control/control.ts';
import { createRandom, mix } from '../world/random.ts';
import { startCallers } from './callers.ts';
import { startColleagues } from './colleagues.ts';
import { startPresenceDrift } from './presence-drift.ts';
import { startPresenceGenerator } from './presence-generator.ts';

export interface ScenarioOptions {
  readonly seed: number;
  /** 0: nobody calls, and colleagues' clients wait for a visitor. */
  readonly callsPerMinute: number;
  readonly operators: 'auto' | 'manual';
  /** 0: everybody keeps the presence they have. */
  readonly presenceChangesPerMinute: number;
  /** The same for a bench, in which a hundred thousand people come and go; default 0. */
  readonly presenceChangesPerSecond?: number;
}

/** A day at Contoso that goes on by itself; the same seed gives the same day. */
export function startScenario(control: Control, clock: Clock, options: ScenarioOptions): Cancel {
  const { seed, callsPerMinute, presenceChangesPerMinute: changesPerMinute } = options;
  const stops: Cancel[] = [];
  // Each part has its own stream of chance, so that one more call does not change who answers.
  if (callsPerMinute > 0) {
    stops.push(startCallers({ control, clock, random: createRandom(mix(seed, 31)), callsPerMinute }));
  }
  if (callsPerMinute > 0 || options.operators === 'auto') {
    const random = createRandom(mix(seed, 32));
    stops.push(startColleagues({ world: control.world, clock, random, operators: options.operators }));
  }
  if (changesPerMinute > 0) {
    const random = createRandom(mix(seed, 33));
    stops.push(startPresenceDrift({ world: control.world, clock, random, changesPerMinute }));
  }
  const changesPerSecond = options.presenceChangesPerSecond ?? 0;
  if (changesPerSecond > 0) {
    const random = createRandom(mix(seed, 34));
    stops.push(startPresenceGenerator({ world: control.world, clock, random, changesPerSecond }));
  }
  return () => {
    for (const stop of stops) stop();
  };
}
