import type { Instant } from '@switchboard/kit/clock';
import type { Directory } from './directory.ts';
import type { StatusNote, WorkLocation } from './presence-details.ts';
import { mix } from './random.ts';

export interface Presence {
  readonly availability: string;
  readonly activity: string;
}

export interface PresenceNow extends Presence {
  /** Sorts as text in the order of the changes. */
  readonly sequenceNumber: string;
}

/** Availability and activity as the presence pages pair them, with how many of a hundred people show each. */
const usual: readonly (readonly [share: number, availability: string, activity: string])[] = [
  [55, 'Available', 'Available'],
  [12, 'Busy', 'InAMeeting'],
  [10, 'Away', 'Away'],
  [4, 'BeRightBack', 'BeRightBack'],
  [4, 'DoNotDisturb', 'Presenting'],
  [3, 'Busy', 'Busy'],
  [12, 'Offline', 'Offline'],
];

export function presenceByChance(chance: number): Presence {
  let rest = chance % 100;
  for (const [share, availability, activity] of usual) {
    if (rest < share) return { availability, activity };
    rest -= share;
  }
  return { availability: 'Available', activity: 'Available' };
}

/** The presence of everybody: what they show, and Busy/InACall while they talk. */
export class PresenceBook {
  readonly #seed: number;
  readonly #directory: Directory;
  readonly #shown = new Map<string, Presence>();
  readonly #talking = new Set<string>();
  readonly #notes = new Map<string, StatusNote>();
  readonly #locations = new Map<string, WorkLocation>();
  readonly #versions = new Map<string, number>();
  readonly #listeners = new Set<(personId: string) => void>();
  #version = 0;

  constructor(seed: number, directory: Directory) {
    this.#seed = seed;
    this.#directory = directory;
  }

  onChange(listener: (personId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  of(personId: string): PresenceNow {
    const sequenceNumber = String(this.#versions.get(personId) ?? 0).padStart(12, '0');
    const shown = this.#talking.has(personId)
      ? { availability: 'Busy', activity: 'InACall' }
      : this.#chosen(personId);
    return { ...shown, sequenceNumber };
  }

  set(personId: string, presence: Presence): void {
    this.#shown.set(personId, presence);
    this.tellAgain(personId);
  }

  noteOf(personId: string, now: Instant): StatusNote | null {
    const note = this.#notes.get(personId);
    return note && (note.expiresAt === null || note.expiresAt > now) ? note : null;
  }

  setNote(personId: string, note: StatusNote | null): void {
    if (note === null) this.#notes.delete(personId);
    else this.#notes.set(personId, note);
    this.tellAgain(personId);
  }

  /** Half of the people have never said where they work. */
  locationOf(personId: string): WorkLocation {
    const set = this.#locations.get(personId);
    if (set) return set;
    const chance = mix(this.#seed, this.#directory.numberOf(personId) ?? 0, 21) % 4;
    return chance === 0 ? 'remote' : chance === 1 ? 'office' : 'unspecified';
  }

  setLocation(personId: string, location: WorkLocation): void {
    this.#locations.set(personId, location);
    this.tellAgain(personId);
  }

  setTalking(personId: string, talking: boolean): void {
    if (talking === this.#talking.has(personId)) return;
    if (talking) this.#talking.add(personId);
    else this.#talking.delete(personId);
    this.tellAgain(personId);
  }

  /** Something that shows with the presence is different. */
  tellAgain(personId: string): void {
    this.#versions.set(personId, ++this.#version);
    for (const listener of this.#listeners) listener(personId);
  }

  #chosen(personId: string): Presence {
    const shown = this.#shown.get(personId);
    if (shown) return shown;
    const number = this.#directory.numberOf(personId) ?? 0;
    // The first numbers are the fixed people that tests and visitors use: they are at their desks.
    return number < 20 ? presenceByChance(0) : presenceByChance(mix(this.#seed, number, 20));
  }
}
