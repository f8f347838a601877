import type { ReadSchedules } from '@switchboard/contract/commands/people-command';
import type { SchedulesRead } from '@switchboard/contract/feed/schedules-read';
import type { CalendarProblem, ScheduleView } from '@switchboard/contract/views/schedule-view';
import type { Cancel, Clock, Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { Cell, type Readable } from '../connection/cell.ts';
import { isDue, isOver, type ToldDay } from './schedule-age.ts';
import type { Ticker } from './ticker.ts';

export interface ScheduleBookParts {
  readonly clock: Clock;
  readonly serverNow: () => Instant;
  readonly minute: Ticker;
  readonly newId: IdSource;
  readonly timeZone: string;
  /** False: not connected, nothing was sent. */
  readonly send: (message: ReadSchedules) => boolean;
}

/** The days that are known, all of the same midnight. */
export interface KnownDays {
  readonly from: Instant;
  readonly to: Instant;
  readonly byPerson: ReadonlyMap<string, ScheduleView>;
  /** Why nobody's day is known. */
  readonly problem: CalendarProblem | undefined;
}

/** Whoever scrolls or types on is not asked for. */
const pause = 300;
/** What the contract takes. */
const mostAtOnce = 80;
/** The server gives up sooner, and says so. */
const answerLimit = 15_000;
/** Those scrolled past are kept for whoever scrolls back. */
const mostKept = 400;

const nothing: KnownDays = { from: 0, to: 0, byPerson: new Map(), problem: undefined };

/** The day of everybody whose row is on the screen: asked for a page at a time, and again as time goes on. */
export class ScheduleBook {
  readonly #parts: ScheduleBookParts;
  readonly #days = new Cell<KnownDays>(nothing);
  readonly #wanted = new Map<string, number>();
  readonly #told = new Map<string, ToldDay>();
  #asked: { readonly id: string; readonly personIds: readonly string[]; readonly cancel: Cancel } | undefined;
  #cancelPause: Cancel = () => {};
  #stopTicking: (() => void) | undefined;

  constructor(parts: ScheduleBookParts) {
    this.#parts = parts;
  }

  get days(): Readable<KnownDays> {
    return this.#days;
  }

  /** A row is on the screen until the returned function is called. */
  want(personId: string): () => void {
    this.#wanted.set(personId, (this.#wanted.get(personId) ?? 0) + 1);
    this.#askSoon();
    this.#stopTicking ??= this.#parts.minute.subscribe(() => this.#minutePassed());
    return () => {
      const count = (this.#wanted.get(personId) ?? 1) - 1;
      if (count > 0) this.#wanted.set(personId, count);
      else this.#wanted.delete(personId);
      if (this.#wanted.size > 0) return;
      this.#cancelPause();
      this.#stopTicking?.();
      this.#stopTicking = undefined;
    };
  }

  heard({ id, from, to, problem, schedules }: SchedulesRead): void {
    if (id !== this.#asked?.id) return;
    const told = new Map(schedules.map((schedule) => [schedule.personId, schedule]));
    const now = this.#parts.serverNow();
    for (const personId of this.#asked.personIds) {
      const known = this.#told.get(personId);
      this.#told.delete(personId);
      // Of a Microsoft that is away for a moment the old answer is better than none.
      if (problem === 'unavailable' && known?.to === to) {
        this.#told.set(personId, { ...known, askedAt: now, isFailing: true });
        continue;
      }
      const failed = problem === undefined ? undefined : { personId, problem, intervals: [] };
      const schedule = told.get(personId) ?? failed;
      const isFailing = schedule?.problem === 'unavailable';
      this.#told.set(personId, { askedAt: now, readAt: now, to, schedule, isFailing });
    }
    this.#done();
    this.#show({ from, to, problem });
    this.#ask();
  }

  /** The question of this id was refused; another's id is passed by. The minute asks again. */
  refused(id: string): void {
    if (id === this.#asked?.id) this.#done();
  }

  /** What was asked on the old connection has no answer. */
  reconnected(): void {
    this.#done();
    this.#ask();
  }

  #done(): void {
    this.#asked?.cancel();
    this.#asked = undefined;
  }

  #askSoon(): void {
    this.#cancelPause();
    this.#cancelPause = this.#parts.clock.after(pause, () => this.#ask());
  }

  #minutePassed(): void {
    const now = this.#parts.serverNow();
    const gone = [...this.#told].filter(([, each]) => isOver(each, now));
    for (const [personId] of gone) this.#told.delete(personId);
    if (gone.length > 0) this.#show(this.#days.getSnapshot());
    this.#ask();
  }

  /** One page at a time: a second question would take the place of one that waits at the server. */
  #ask(): void {
    if (this.#asked !== undefined) return;
    const { clock, newId, send, serverNow, timeZone } = this.#parts;
    const now = serverNow();
    const personIds = [...this.#wanted.keys()]
      .filter((personId) => {
        const told = this.#told.get(personId);
        return told === undefined || isDue(told, now);
      })
      .slice(0, mostAtOnce);
    if (personIds.length === 0) return;
    const id = newId();
    if (!send({ type: 'readSchedules', id, personIds, timeZone })) return;
    this.#asked = { id, personIds, cancel: clock.after(answerLimit, () => this.#done()) };
  }

  #show({ from, to, problem }: Omit<KnownDays, 'byPerson'>): void {
    for (const personId of this.#told.keys()) {
      if (this.#told.size <= mostKept) break;
      if (!this.#wanted.has(personId)) this.#told.delete(personId);
    }
    const byPerson = new Map<string, ScheduleView>();
    for (const [personId, told] of this.#told) {
      if (told.schedule !== undefined && told.to === to) byPerson.set(personId, told.schedule);
    }
    this.#days.set({ from, to, byPerson, problem });
    this.#parts.minute.refresh();
  }
}
