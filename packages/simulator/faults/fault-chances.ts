import { mix } from '../world/random.ts';
import { type FaultName, type FaultSettings, faultNames, noFaultSettings } from './fault-settings.ts';

/** How often each fault was done. */
export type FaultCounts = Readonly<Record<FaultName, number>>;

const zero = (): Record<FaultName, number> =>
  Object.fromEntries(faultNames.map((name) => [name, 0])) as Record<FaultName, number>;

/** Which occasion of one fault is being decided; it has chances of its own for whatever else is to be chosen. */
export interface Occasion {
  /** Whether the fault is to happen now. */
  readonly happens: boolean;
  /** Even in [0, 1); another `purpose` gives another number. */
  chance(purpose: number): number;
}

/**
 * The settings, their counters, and chance. Each fault has a stream of its own that moves with every occasion,
 * whether the fault is switched on or not: the same seed and the same order of occasions give the same faults, and
 * turning one does not move another.
 */
export class FaultChances {
  readonly #seed: number;
  #settings: FaultSettings = noFaultSettings;
  #occasions = zero();
  #done = zero();

  constructor(seed: number) {
    this.#seed = seed;
  }

  get settings(): FaultSettings {
    return this.#settings;
  }

  get done(): FaultCounts {
    return { ...this.#done };
  }

  set(settings: FaultSettings): void {
    this.#settings = settings;
  }

  /** Everything as at the start, the streams of chance included. */
  reset(): void {
    this.#settings = noFaultSettings;
    this.#occasions = zero();
    this.#done = zero();
  }

  /** @param fits whether the fault is set for what is at hand */
  occasion(name: FaultName, fits: boolean): Occasion {
    const count = this.#occasions[name]++;
    const place = faultNames.indexOf(name);
    const chance = (purpose: number): number => mix(this.#seed, 71, place, count, purpose) / 0x1_0000_0000;
    const { next, probability } = this.#settings[name];
    return { happens: fits && (next > 0 || chance(0) < probability), chance };
  }

  /** To be called when a fault happens: counts it, and uses up one of `next`. */
  use(name: FaultName): void {
    this.#done[name] += 1;
    const setting = this.#settings[name];
    if (setting.next > 0)
      this.#settings = { ...this.#settings, [name]: { ...setting, next: setting.next - 1 } };
  }
}
