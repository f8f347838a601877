import { ok, type Refused, type Result, refused } from '@switchboard/kit/result';
import type { Absence } from '../world/absences.ts';
import type { CalendarEvent, Sharing, ShowAs } from '../world/calendar-event.ts';
import type { Person } from '../world/person.ts';
import { outlookId } from '../world/personal-contact.ts';
import type { StatusNote, WorkLocation } from '../world/presence-details.ts';
import { zoneOf } from '../world/time-zones.ts';
import { dayMs, type WorkingHours } from '../world/working-week.ts';
import type { World } from '../world/world.ts';
import { badRequest, type ControlRefusal, conflict, notFound } from './refusal.ts';

export type TenantAnswer<T> = Result<T, ControlRefusal>;

/** What shows of somebody besides their telephones and their presence. */
export interface TenantView {
  readonly person: Person;
  readonly manager: { readonly id: string; readonly displayName: string } | null;
  readonly absence: Absence | null;
  readonly note: StatusNote | null;
  readonly workLocation: WorkLocation;
  readonly sharing: Sharing;
  readonly zone: string;
  readonly hours: WorkingHours;
  readonly hasMailbox: boolean;
  /** Of today and tomorrow. */
  readonly events: readonly CalendarEvent[];
}

export interface NewMeeting {
  readonly subject: string;
  /** ISO 8601 */
  readonly start: string;
  readonly minutes: number;
  readonly location?: string;
  readonly showAs?: ShowAs;
  readonly isPrivate?: boolean;
}

/** What is to be different about a mailbox. */
export interface MailboxChange {
  readonly hasMailbox?: boolean;
  /** By its Windows or its IANA name. */
  readonly timeZone?: string;
  readonly hours?: WorkingHours;
}

/** What an administrator, or the person themselves, does in the tenant. Deltas and notifications tell of it. */
export class TenantControl {
  readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  view(idOrName: string): TenantAnswer<TenantView> {
    return this.on(idOrName, (person) => ok(this.#viewOf(person)));
  }

  /** Those who were removed and can come back. */
  bin(): readonly Person[] {
    return this.world.directory.removed();
  }

  restore(personId: string): TenantAnswer<TenantView> {
    const person = this.world.directory.restore(personId);
    if (person) return ok(this.#viewOf(person));
    return refused(notFound(`person: ${personId} is not in the bin; GET /control/bin lists who is`));
  }

  /** @param until ISO 8601; null: until further notice */
  away(
    idOrName: string,
    absence: { message: string; from?: string; until: string | null },
  ): TenantAnswer<TenantView> {
    const from = absence.from === undefined ? this.world.clock.now() : Date.parse(absence.from);
    const until = absence.until === null ? null : Date.parse(absence.until);
    if (until !== null && until <= from) return refused(badRequest('until: lies before the absence begins'));
    return this.change(idOrName, ({ id }) =>
      this.world.absences.set(id, { message: absence.message, from, until }),
    );
  }

  back(idOrName: string): TenantAnswer<TenantView> {
    return this.change(idOrName, ({ id }) => this.world.absences.set(id, null));
  }

  /** @param minutes how long it stays; undefined: until it is taken away */
  note(idOrName: string, text: string | null, minutes?: number): TenantAnswer<TenantView> {
    const publishedAt = this.world.clock.now();
    const expiresAt = minutes === undefined ? null : publishedAt + minutes * 60_000;
    const note = text === null ? null : { text, publishedAt, expiresAt };
    return this.change(idOrName, ({ id }) => this.world.presence.setNote(id, note));
  }

  workAt(idOrName: string, location: WorkLocation): TenantAnswer<TenantView> {
    return this.change(idOrName, ({ id }) => this.world.presence.setLocation(id, location));
  }

  share(idOrName: string, sharing: Sharing): TenantAnswer<TenantView> {
    return this.change(idOrName, (person) => this.world.calendars.share(person, sharing));
  }

  /** Whether somebody has a mailbox, and where and when they work. */
  settle(idOrName: string, { hasMailbox, timeZone, hours }: MailboxChange): TenantAnswer<TenantView> {
    const { calendars } = this.world;
    const zone = timeZone === undefined ? undefined : zoneOf(timeZone);
    if (timeZone !== undefined && zone === undefined)
      return refused(
        badRequest(
          `timeZone: there is no ${timeZone}; give a name such as Europe/London or GMT Standard Time`,
        ),
      );
    if (hours !== undefined && hours.end <= hours.start)
      return refused(badRequest('hours.end: lies before hours.start; both are minutes after midnight'));
    return this.on(idOrName, (person) => {
      if (hasMailbox === true && person.kind !== 'member')
        return refused(
          conflict(`hasMailbox: ${person.displayName} is no member; only members have a mailbox`),
        );
      if (hasMailbox === true) calendars.giveMailbox(person);
      if (hasMailbox === false) calendars.takeMailbox(person);
      calendars.settle(person, {
        ...(zone === undefined ? {} : { zone }),
        ...(hours === undefined ? {} : { hours }),
      });
      return ok(this.#viewOf(person));
    });
  }

  addMeeting(idOrName: string, meeting: NewMeeting): TenantAnswer<TenantView> {
    const start = Date.parse(meeting.start);
    return this.change(idOrName, (person) =>
      this.world.calendars.add(person, {
        id: outlookId('meeting', this.world.newId()),
        subject: meeting.subject,
        location: meeting.location ?? null,
        start,
        end: start + meeting.minutes * 60_000,
        isAllDay: false,
        showAs: meeting.showAs ?? 'busy',
        isPrivate: meeting.isPrivate ?? false,
        seriesId: null,
        isOnline: false,
      }),
    );
  }

  removeMeeting(idOrName: string, eventId: string): TenantAnswer<TenantView> {
    return this.change(idOrName, (person) => this.world.calendars.remove(person, eventId));
  }

  changeMembers(
    groupId: string,
    added: readonly string[],
    removed: readonly string[],
  ): TenantAnswer<{ readonly changed: string }> {
    const group = this.world.groups.ledger.find(groupId.toLowerCase());
    if (!group) return refused(notFound(`group: there is none with the id ${groupId}; GET /control/groups`));
    const find = (who: string): string | undefined => this.world.directory.find(who)?.id;
    const nobody = [...added, ...removed].find((who) => find(who) === undefined);
    if (nobody !== undefined) return this.#nobody(nobody);
    const ids = (names: readonly string[]): string[] => names.flatMap((who) => find(who) ?? []);
    return this.world.groups.changeMembers(group.id, { added: ids(added), removed: ids(removed) })
      ? ok({ changed: group.id })
      : refused(conflict(`${group.displayName} follows a rule; change the people instead`));
  }

  /** Does something to a person and shows what became of them. */
  change(idOrName: string, act: (person: Person) => unknown): TenantAnswer<TenantView> {
    return this.on(idOrName, (person) => {
      act(person);
      return ok(this.#viewOf(person));
    });
  }

  on<T>(idOrName: string, act: (person: Person) => TenantAnswer<T>): TenantAnswer<T> {
    const person = this.world.directory.find(idOrName);
    return person ? act(person) : this.#nobody(idOrName);
  }

  #viewOf(person: Person): TenantView {
    const { absences, calendars, clock, directory, presence } = this.world;
    const now = clock.now();
    const manager = directory.managerOf(person.id);
    const midnight = Math.floor(now / dayMs) * dayMs;
    return {
      person,
      manager: manager ? { id: manager.id, displayName: manager.displayName } : null,
      absence: absences.of(person.id) ?? absences.planned(person.id),
      note: presence.noteOf(person.id, now),
      workLocation: presence.locationOf(person.id),
      sharing: calendars.sharingOf(person),
      zone: calendars.zoneOf(person),
      hours: calendars.hoursOf(person),
      hasMailbox: calendars.hasMailbox(person),
      events: calendars.between(person, midnight, midnight + 2 * dayMs),
    };
  }

  #nobody(idOrName: string): Refused<ControlRefusal> {
    return refused(notFound(`person: there is nobody with the id or principal name ${idOrName}`));
  }
}
