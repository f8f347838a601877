import { assert } from '@switchboard/kit/assert';
import { type Result, refused } from '@switchboard/kit/result';
import type { FaultDoors } from '../graph-api/graph-api.ts';
import type { World } from '../world/world.ts';
import { FaultChances, type FaultCounts } from './fault-chances.ts';
import { changeFaults, type FaultChange, type FaultSettings } from './fault-settings.ts';
import { planByChance } from './notification-faults.ts';
import { RequestFaults } from './request-faults.ts';
import { fateByChance } from './ring-faults.ts';
import { roundByChance, subscriptionsByChance } from './sync-faults.ts';

export interface FaultDialParts {
  readonly world: World;
  /** The same seed and the same order of requests, notifications and rings give the same faults. */
  readonly seed: number;
  /** Loses a leg. @returns false when there is none of this id */
  readonly forgetCall: (callId: string) => boolean;
}

/** Everything that can go wrong at Microsoft, to be turned at any time. */
export class FaultDial {
  readonly doors: FaultDoors;
  readonly #world: World;
  readonly #chances: FaultChances;
  readonly #requests: RequestFaults;

  constructor({ world, seed, forgetCall }: FaultDialParts) {
    const chances = new FaultChances(seed);
    const onChange = (): void => world.touch();
    this.#world = world;
    this.#chances = chances;
    this.#requests = new RequestFaults({
      chances,
      clock: world.clock,
      log: world.log,
      forgetCall,
      onChange,
    });
    this.doors = {
      requests: this.#requests,
      plan: (outgoing) => planByChance(chances, outgoing),
      round: () => roundByChance(chances),
      subscriptions: subscriptionsByChance(chances),
    };
    world.bells.befall((personId) => fateByChance(chances, world, personId));
  }

  /** As they are now: `next` counts down. */
  get settings(): FaultSettings {
    return this.#chances.settings;
  }

  /** How often each fault was done since the start or the last reset. */
  get done(): FaultCounts {
    return this.#chances.done;
  }

  /**
   * Turns what is named and leaves the rest: `set({ unavailable: { next: 1, kinds: ['invite'], done: 'always' } })`.
   *
   * @throws a Defect for what cannot be set; {@link change} refuses it instead
   */
  set(change: FaultChange): FaultSettings {
    const changed = this.change(change);
    assert(changed.ok, changed.ok ? '' : changed.refusal);
    return changed.value;
  }

  /** The same for what comes from outside. @returns the settings, or a sentence that names fault and member */
  change(change: unknown): Result<FaultSettings, string> {
    const changed = changeFaults(this.settings, change);
    if (!changed.ok) return changed;
    const { signedOut, voicemail, otherPickUp } = changed.value;
    for (const [name, { people }] of Object.entries({ signedOut, voicemail, otherPickUp })) {
      const unknown = people.find((person) => this.#world.directory.find(person) === undefined);
      if (unknown !== undefined)
        return refused(`${name}.people: there is nobody with the id or principal name ${unknown}`);
    }
    this.#chances.set(changed.value);
    this.#world.touch();
    return changed;
  }

  /** Nothing goes wrong any more; counts and chance begin anew. */
  reset(): FaultSettings {
    this.#chances.reset();
    this.#requests.reset();
    this.#world.touch();
    return this.settings;
  }
}
