import type { ReadCalendar, ReadSchedules } from '@switchboard/contract/commands/people-command';
import type { CalendarRead, SchedulesRead } from '@switchboard/contract/feed/schedules-read';
import type { Clock, Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import type { Choice } from './choices.ts';
import { browserLocality, type Locality } from './locality.ts';
import { PersonCalendar } from './person-calendar.ts';
import { ScheduleBook } from './schedule-book.ts';
import { eachMinute, Ticker } from './ticker.ts';

export interface ColleagueTimesParts {
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly serverNow: () => Instant;
  readonly send: (message: ReadSchedules | ReadCalendar) => boolean;
  /** Of the browser unless given. */
  readonly locality?: Locality | undefined;
}

/** When colleagues are free: the day of each row on the screen, and the appointments of the one chosen. */
export class ColleagueTimes {
  readonly locality: Locality;
  readonly minute: Ticker;
  readonly rows: ScheduleBook;
  readonly chosen: PersonCalendar;

  constructor({ locality = browserLocality(), ...parts }: ColleagueTimesParts) {
    this.locality = locality;
    this.minute = new Ticker(parts.clock, parts.serverNow, eachMinute);
    const all = { ...parts, minute: this.minute, timeZone: locality.timeZone };
    this.rows = new ScheduleBook(all);
    this.chosen = new PersonCalendar(all);
  }

  heard(message: SchedulesRead | CalendarRead): void {
    if (message.type === 'schedules') this.rows.heard(message);
    else this.chosen.heard(message);
  }

  /** A question that is not one of these is passed by. */
  refused(id: string): void {
    this.rows.refused(id);
    this.chosen.refused(id);
  }

  reconnected(): void {
    this.rows.reconnected();
    this.chosen.reconnected();
  }

  /** Whose calendar may not be read has none here. */
  choose(choice: Choice | undefined): void {
    const person = choice?.kind === 'person' ? choice.person : undefined;
    this.chosen.choose(person?.can.includes('readCalendar') === true ? person.personId : undefined);
  }
}
