import { must } from '@switchboard/kit/assert';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { createPeople, type People } from './people.ts';
import type { Person, PersonChange } from './person.ts';

export type DirectoryChangeKind = 'created' | 'updated' | 'removed' | 'purged' | 'restored';

export interface DirectoryChange {
  readonly version: number;
  readonly at: Instant;
  readonly kind: DirectoryChangeKind;
  readonly personId: string;
  /** Names of the changed properties; empty for a creation or removal. `manager` is one of them. */
  readonly properties: readonly string[];
}

/** `before` is the person as they were, where somebody was changed. */
type DirectoryListener = (change: DirectoryChange, before?: Person) => void;

interface Override {
  readonly person: Person;
  /** undefined: as generated. null: none. */
  readonly managerId: string | null | undefined;
  readonly removed: boolean;
}

/** The tenant's directory: generated people, with what was changed since the start laid over them. */
export class Directory {
  readonly #people: People;
  readonly #clock: Clock;
  readonly #newId: IdSource;
  readonly #overrides = new Map<number, Override>();
  readonly #added = new Map<string, number>();
  readonly #names = new Map<string, number>();
  readonly #changes: DirectoryChange[] = [];
  readonly #listeners = new Set<DirectoryListener>();
  /** The numbers of those in the bin, by id. */
  readonly #bin = new Map<string, number>();
  #end: number;

  constructor(options: { seed: number; count: number; clock: Clock; newId: IdSource }) {
    this.#people = createPeople(options.seed, options.count);
    this.#clock = options.clock;
    this.#newId = options.newId;
    this.#end = this.#people.count;
  }

  /** One past the highest number in use. Numbers of removed people stay empty. */
  get end(): number {
    return this.#end;
  }

  /** The number of the last change; 0 before the first. */
  get version(): number {
    return this.#changes.length;
  }

  /** The person with this number, or undefined where one was removed. */
  at(number: number): Person | undefined {
    const override = this.#overrides.get(number);
    if (override) return override.removed ? undefined : override.person;
    return number < this.#people.count ? this.#people.at(number) : undefined;
  }

  /** The same as `at(number)?.department`, and much cheaper over many. */
  departmentAt(number: number): string | null {
    const override = this.#overrides.get(number);
    if (override) return override.removed ? null : override.person.department;
    return number < this.#people.count ? this.#people.departmentOf(number) : null;
  }

  *all(from = 0): Generator<Person> {
    for (let number = from; number < this.#end; number++) {
      const person = this.at(number);
      if (person) yield person;
    }
  }

  numberOf(idOrPrincipalName: string): number | undefined {
    const key = idOrPrincipalName.toLowerCase();
    const number = key.includes('@')
      ? (this.#names.get(key) ?? this.#people.numberOfPrincipalName(key))
      : (this.#added.get(key) ?? this.#people.numberOfId(key));
    if (number === undefined) return undefined;
    const person = this.at(number);
    if (!person) return undefined;
    return key.includes('@') && person.userPrincipalName.toLowerCase() !== key ? undefined : number;
  }

  /** By object id or user principal name, in any case. */
  find(idOrPrincipalName: string): Person | undefined {
    const number = this.numberOf(idOrPrincipalName);
    return number === undefined ? undefined : this.at(number);
  }

  managerOf(personId: string): Person | undefined {
    const number = this.numberOf(personId);
    if (number === undefined) return undefined;
    const given = this.#overrides.get(number)?.managerId;
    if (given !== undefined) return given === null ? undefined : this.find(given);
    const manager = number < this.#people.count ? this.#people.managerOf(number) : undefined;
    return manager === undefined ? undefined : this.at(manager);
  }

  changesSince(version: number): readonly DirectoryChange[] {
    return this.#changes.slice(version);
  }

  onChange(listener: DirectoryListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Adds a person like `pattern`, with a new id. */
  add(pattern: Person, change: PersonChange, managerId: string | null): Person {
    const person: Person = { ...pattern, ...change, id: this.#newId(), isOperator: false };
    const number = this.#end++;
    this.#added.set(person.id, number);
    this.#put(number, { person, managerId, removed: false });
    this.#record('created', person.id, []);
    return person;
  }

  /** @returns undefined when there is no such person */
  update(personId: string, change: PersonChange, managerId?: string | null): Person | undefined {
    const number = this.numberOf(personId);
    if (number === undefined) return undefined;
    const before = must(this.at(number), 'the person of a number');
    const person: Person = { ...before, ...change };
    const manager = managerId === undefined ? this.#overrides.get(number)?.managerId : managerId;
    this.#put(number, { person, managerId: manager, removed: false });
    const properties = [...Object.keys(change), ...(managerId === undefined ? [] : ['manager'])];
    this.#record('updated', person.id, properties, before);
    return person;
  }

  /** @param forGood whether it is gone for ever, not only in the bin. @returns false when there is no such person */
  remove(personId: string, forGood: boolean): boolean {
    const present = this.numberOf(personId);
    const number = present ?? (forGood ? this.#bin.get(personId.toLowerCase()) : undefined);
    if (number === undefined) return false;
    const person = must(this.#overrides.get(number)?.person ?? this.at(number), 'the person of a number');
    const managerId = this.managerOf(person.id)?.id ?? this.#overrides.get(number)?.managerId ?? null;
    this.#put(number, { person, managerId, removed: true });
    if (forGood) this.#bin.delete(person.id.toLowerCase());
    else this.#bin.set(person.id.toLowerCase(), number);
    this.#record(forGood ? 'purged' : 'removed', person.id, [], present === undefined ? undefined : person);
    return true;
  }

  /** Those in the bin, the last removed last. */
  removed(): Person[] {
    return [...this.#bin.values()].flatMap((number) => this.#overrides.get(number)?.person ?? []);
  }

  /** Takes a person out of the bin. @returns undefined when they are not in it */
  restore(personId: string): Person | undefined {
    const number = this.#bin.get(personId.toLowerCase());
    const override = number === undefined ? undefined : this.#overrides.get(number);
    if (number === undefined || override === undefined) return undefined;
    this.#bin.delete(personId.toLowerCase());
    this.#put(number, { ...override, removed: false });
    this.#record('restored', override.person.id, []);
    return override.person;
  }

  #put(number: number, override: Override): void {
    this.#overrides.set(number, override);
    this.#names.set(override.person.userPrincipalName.toLowerCase(), number);
  }

  #record(kind: DirectoryChangeKind, personId: string, properties: readonly string[], before?: Person): void {
    const change = { version: this.#changes.length + 1, at: this.#clock.now(), kind, personId, properties };
    this.#changes.push(change);
    for (const listener of this.#listeners) listener(change, before);
  }
}
