import type { Clock, Instant } from '@switchboard/kit/clock';
import type { Directory } from './directory.ts';
import { instantOf, wallOf } from './time-zones.ts';
import { dayMs, isAway, mondayOf, weekOf, zoneOfPerson } from './working-week.ts';

/** Somebody is out of the office, and says so. */
export interface Absence {
  readonly message: string;
  readonly from: Instant;
  /** null: until further notice. */
  readonly until: Instant | null;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateIn(zone: string, instant: Instant): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone } as const;
  const format = dateFormats.get(zone) ?? new Intl.DateTimeFormat('en-GB', options);
  dateFormats.set(zone, format);
  return format.format(instant);
}

/** Who is away: by a week off of their own making, or because an administrator has set it. */
export class Absences {
  readonly #parts: { readonly directory: Directory; readonly clock: Clock; readonly seed: number };
  readonly #set = new Map<string, Absence | null>();
  readonly #listeners = new Set<(personId: string) => void>();

  constructor(parts: { readonly directory: Directory; readonly clock: Clock; readonly seed: number }) {
    this.#parts = parts;
  }

  onChange(listener: (personId: string) => void): void {
    this.#listeners.add(listener);
  }

  /** @returns null while somebody is in the office */
  of(personId: string): Absence | null {
    const now = this.#parts.clock.now();
    const set = this.#set.get(personId);
    if (set === null) return null;
    if (set !== undefined && set.from <= now && (set.until === null || set.until > now)) return set;
    return this.#weekOff(personId, now);
  }

  /** What was set, whether it has begun or not. */
  planned(personId: string): Absence | null {
    return this.#set.get(personId) ?? null;
  }

  /** @param absence null: they are in the office, whatever their calendar says */
  set(personId: string, absence: Absence | null): void {
    this.#set.set(personId, absence);
    for (const listener of this.#listeners) listener(personId);
  }

  #weekOff(personId: string, now: Instant): Absence | null {
    const { directory, seed } = this.#parts;
    const number = directory.numberOf(personId);
    const person = number === undefined ? undefined : directory.at(number);
    if (number === undefined || person?.kind !== 'member') return null;
    const zone = zoneOfPerson(person);
    const day = Math.floor(wallOf(zone, now) / dayMs);
    const week = weekOf(day);
    const monday = mondayOf(week);
    if (day > monday + 4 || !isAway(seed, number, week)) return null;
    const back = instantOf(zone, (monday + 7) * dayMs);
    return {
      message: `I am away and back on ${dateIn(zone, back)}. The reception knows who stands in for me.`,
      from: instantOf(zone, monday * dayMs),
      until: instantOf(zone, (monday + 5) * dayMs),
    };
  }
}
