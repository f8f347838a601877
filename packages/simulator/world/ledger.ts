import { must } from '@switchboard/kit/assert';
import type { Clock, Instant } from '@switchboard/kit/clock';

export type LedgerChangeKind = 'created' | 'updated' | 'removed' | 'purged' | 'restored';

export interface LedgerChange {
  readonly version: number;
  readonly at: Instant;
  readonly kind: LedgerChangeKind;
  readonly id: string;
  /** Names of what changed; empty where the whole is new or gone. */
  readonly properties: readonly string[];
}

/** A list of things in the order in which they came, and everything that ever happened to it. */
export class Ledger<T extends { readonly id: string }> {
  readonly #clock: Clock;
  readonly #entries: (T | undefined)[];
  readonly #places: Map<string, number>;
  readonly #bin = new Map<string, T>();
  readonly #changes: LedgerChange[] = [];
  readonly #listeners = new Set<(change: LedgerChange) => void>();

  /** @param entries there from the start; nobody is told of them as changes */
  constructor(clock: Clock, entries: Iterable<T> = []) {
    this.#clock = clock;
    this.#entries = [...entries];
    this.#places = new Map(this.#entries.map((entry, place) => [must(entry, 'an entry').id, place]));
  }

  /** One past the highest place in use; places of what is gone stay empty. */
  get end(): number {
    return this.#entries.length;
  }

  /** The number of the last change; 0 before the first. */
  get version(): number {
    return this.#changes.length;
  }

  at(place: number): T | undefined {
    return this.#entries[place];
  }

  all(): T[] {
    return this.#entries.filter((entry) => entry !== undefined);
  }

  find(id: string): T | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.#entries[place];
  }

  /** What was removed and can be restored. */
  removed(): T[] {
    return [...this.#bin.values()];
  }

  changesSince(version: number): readonly LedgerChange[] {
    return this.#changes.slice(version);
  }

  onChange(listener: (change: LedgerChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add(entry: T): T {
    this.#places.set(entry.id, this.#entries.length);
    this.#entries.push(entry);
    this.#record('created', entry.id, []);
    return entry;
  }

  /**
   * @param properties what is told to have changed, where that is not the names in `change`
   * @returns undefined when there is none of this id
   */
  update(id: string, change: Partial<Omit<T, 'id'>>, properties?: readonly string[]): T | undefined {
    const place = this.#places.get(id);
    const before = place === undefined ? undefined : this.#entries[place];
    if (place === undefined || before === undefined) return undefined;
    const entry = { ...before, ...change };
    this.#entries[place] = entry;
    this.#record('updated', id, properties ?? Object.keys(change));
    return entry;
  }

  /** @param forGood whether it cannot be restored. @returns whether there was one */
  remove(id: string, forGood: boolean): boolean {
    const place = this.#places.get(id);
    const entry = place === undefined ? undefined : this.#entries[place];
    const binned = this.#bin.get(id);
    if (entry === undefined && (binned === undefined || !forGood)) return false;
    if (place !== undefined) this.#entries[place] = undefined;
    this.#bin.delete(id);
    if (!forGood && entry !== undefined) this.#bin.set(id, entry);
    this.#record(forGood ? 'purged' : 'removed', id, []);
    return true;
  }

  restore(id: string): T | undefined {
    const entry = this.#bin.get(id);
    const place = this.#places.get(id);
    if (entry === undefined || place === undefined) return undefined;
    this.#bin.delete(id);
    this.#entries[place] = entry;
    this.#record('restored', id, []);
    return entry;
  }

  #record(kind: LedgerChangeKind, id: string, properties: readonly string[]): void {
    const change = { version: this.#changes.length + 1, at: this.#clock.now(), kind, id, properties };
    this.#changes.push(change);
    for (const listener of this.#listeners) listener(change);
  }
}
