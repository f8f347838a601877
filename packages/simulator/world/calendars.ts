import type { Instant } from '@switchboard/kit/clock';
import type { Absences } from './absences.ts';
import type { CalendarEvent, Sharing } from './calendar-event.ts';
import { contoso } from './contoso.ts';
import type { Directory } from './directory.ts';
import type { Person } from './person.ts';
import { outlookId } from './personal-contact.ts';
import { mix } from './random.ts';
import { wallOf } from './time-zones.ts';
import { eventsOfDay, type Worker } from './working-day.ts';
import { dayMs, shiftOf, type WorkingHours, workingHoursOf, zoneOfPerson } from './working-week.ts';

interface Kept {
  readonly added: Map<string, CalendarEvent>;
  readonly removed: Set<string>;
}

/** The fixed people share in every way there is, so that each can be tried. */
const fixedSharing = new Map<string, Sharing>([
  [contoso.people.eva, 'calendar'],
  [contoso.people.omar, 'calendar'],
  [contoso.people.jan, 'calendar'],
  [contoso.people.sigridur, 'details'],
  [contoso.people.lukasz, 'freeBusy'],
  [contoso.people.nguyen, 'none'],
  [contoso.people.siobhan, 'calendar'],
  [contoso.people.director, 'freeBusy'],
]);

/** Of a hundred: twenty share the calendar, fifteen titles and places, five nothing, and the rest free and busy. */
function sharingByChance(chance: number): Sharing {
  const rest = chance % 100;
  if (rest < 20) return 'calendar';
  if (rest < 35) return 'details';
  return rest < 40 ? 'none' : 'freeBusy';
}

/** Everybody's calendar: made up from seed and number, with what was added and taken away since the start. */
export class Calendars {
  readonly #parts: { readonly directory: Directory; readonly seed: number; readonly absences: Absences };
  readonly #onChange: () => void;
  readonly #kept = new Map<string, Kept>();
  readonly #sharing = new Map<string, Sharing>(fixedSharing);
  readonly #zones = new Map<string, string>();
  readonly #hours = new Map<string, WorkingHours>();
  readonly #withoutMailbox = new Set<string>();
  #isOpenDaily = false;

  constructor(
    parts: { readonly directory: Directory; readonly seed: number; readonly absences: Absences },
    onChange: () => void,
  ) {
    this.#parts = parts;
    this.#onChange = onChange;
  }

  zoneOf(person: Person): string {
    return this.#zones.get(person.id) ?? zoneOfPerson(person);
  }

  hoursOf(person: Person): WorkingHours {
    const settled = this.#hours.get(person.id);
    if (settled !== undefined) return settled;
    const number = this.#numberOf(person);
    const hours = workingHoursOf(this.#parts.seed, number);
    return this.#isOpenDaily ? { ...hours, days: shiftOf(number) } : hours;
  }

  /** From now on people work at weekends too: everybody on five days of the seven. */
  openDaily(): void {
    this.#isOpenDaily = true;
    this.#onChange();
  }

  /** Where somebody works, and when, other than their city and number say. */
  settle(person: Person, { zone, hours }: { readonly zone?: string; readonly hours?: WorkingHours }): void {
    if (zone !== undefined) this.#zones.set(person.id, zone);
    if (hours !== undefined) this.#hours.set(person.id, hours);
    this.#onChange();
  }

  /** People of the directory have a mailbox, unless it was taken from them; guests and resource accounts have none. */
  hasMailbox(person: Person): boolean {
    return person.kind === 'member' && !this.#withoutMailbox.has(person.id);
  }

  takeMailbox(person: Person): void {
    this.#withoutMailbox.add(person.id);
    this.#onChange();
  }

  /** Gives it back, with all that was in it. */
  giveMailbox(person: Person): void {
    this.#withoutMailbox.delete(person.id);
    this.#onChange();
  }

  /** What touches the time between, in the order of the beginnings. */
  between(person: Person, from: Instant, to: Instant): CalendarEvent[] {
    const worker: Worker = {
      seed: this.#parts.seed,
      number: this.#numberOf(person),
      zone: this.zoneOf(person),
      hours: this.hoursOf(person),
    };
    const kept = this.#kept.get(person.id);
    const found: CalendarEvent[] = [...(kept?.added.values() ?? [])];
    const first = Math.floor(wallOf(worker.zone, from) / dayMs);
    const last = Math.floor(wallOf(worker.zone, to) / dayMs);
    // A week off is found on its Monday, which may lie before.
    for (let day = first - 6; day <= last; day++) {
      found.push(...eventsOfDay(worker, day).filter(({ id }) => !kept?.removed.has(id)));
    }
    const absence = this.#parts.absences.planned(person.id);
    if (absence?.until) found.push(this.#absent(worker.number, absence.from, absence.until));
    return found.filter(({ start, end }) => start < to && end > from).toSorted((a, b) => a.start - b.start);
  }

  add(person: Person, event: CalendarEvent): CalendarEvent {
    this.#keptOf(person).added.set(event.id, event);
    this.#onChange();
    return event;
  }

  remove(person: Person, eventId: string): void {
    const kept = this.#keptOf(person);
    if (!kept.added.delete(eventId)) kept.removed.add(eventId);
    this.#onChange();
  }

  sharingOf(person: Person): Sharing {
    const { seed } = this.#parts;
    return this.#sharing.get(person.id) ?? sharingByChance(mix(seed, this.#numberOf(person), 76));
  }

  share(person: Person, sharing: Sharing): void {
    this.#sharing.set(person.id, sharing);
    this.#onChange();
  }

  #numberOf(person: Person): number {
    return this.#parts.directory.numberOf(person.id) ?? 0;
  }

  #keptOf(person: Person): Kept {
    const kept = this.#kept.get(person.id) ?? { added: new Map(), removed: new Set() };
    this.#kept.set(person.id, kept);
    return kept;
  }

  #absent(number: number, start: Instant, end: Instant): CalendarEvent {
    const id = outlookId('absent', number, start);
    const subject = 'Out of office';
    const plain = { location: null, isAllDay: false, isPrivate: false, seriesId: null, isOnline: false };
    return { ...plain, id, subject, start, end, showAs: 'oof' };
  }
}
