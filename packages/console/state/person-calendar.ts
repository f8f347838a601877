import type { ReadCalendar } from '@switchboard/contract/commands/people-command';
import type { CalendarRead } from '@switchboard/contract/feed/schedules-read';
import type { Cancel, Clock, Instant } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { Cell, type Readable } from '../connection/cell.ts';
import { isDue, isOver, type ToldDay } from './schedule-age.ts';
import type { Ticker } from './ticker.ts';

export interface PersonCalendarParts {
  readonly clock: Clock;
  readonly serverNow: () => Instant;
  readonly minute: Ticker;
  readonly newId: IdSource;
  readonly timeZone: string;
  /** False: not connected, nothing was sent. */
  readonly send: (message: ReadCalendar) => boolean;
}

export interface CalendarState {
  readonly personId: string;
  /** `failed`: asked, and no answer; `offline`: cannot be asked now. What was read before is there all the same. */
  readonly status: 'reading' | 'shown' | 'failed' | 'offline';
  readonly calendar: CalendarRead | undefined;
}

interface Kept extends ToldDay {
  readonly calendar: CalendarRead;
}

/** Whoever steps through the list with a key held down asks for nobody on the way. */
const pause = 250;
/** The server gives up sooner, and says so. */
const answerLimit = 15_000;
/** Those looked at last: who steps back sees them at once. */
const mostKept = 30;

/** The appointments of the one person chosen, asked for after a short pause, and again as time goes on. */
export class PersonCalendar {
  readonly #parts: PersonCalendarParts;
  readonly #state = new Cell<CalendarState | undefined>(undefined);
  readonly #kept = new Map<string, Kept>();
  #asked: { readonly id: string; readonly cancel: Cancel } | undefined;
  #cancelPause: Cancel = () => {};
  #stopTicking: (() => void) | undefined;

  constructor(parts: PersonCalendarParts) {
    this.#parts = parts;
  }

  /** Absent: nobody is chosen, or they have no calendar here. */
  get state(): Readable<CalendarState | undefined> {
    return this.#state;
  }

  /** Undefined: nobody any more. */
  choose(personId: string | undefined): void {
    if (this.#state.getSnapshot()?.personId === personId) return;
    this.#cancelPause();
    this.#forget();
    if (personId === undefined) {
      this.#stopTicking?.();
      this.#stopTicking = undefined;
      return this.#state.set(undefined);
    }
    const now = this.#parts.serverNow();
    const known = this.#kept.get(personId);
    const calendar = known === undefined || isOver(known, now) ? undefined : known.calendar;
    const isFresh = known !== undefined && !isDue(known, now);
    this.#state.set({ personId, calendar, status: isFresh ? 'shown' : 'reading' });
    this.#stopTicking ??= this.#parts.minute.subscribe(() => this.#minutePassed());
    if (!isFresh) this.#cancelPause = this.#parts.clock.after(pause, () => this.#ask());
  }

  heard(calendar: CalendarRead): void {
    const state = this.#state.getSnapshot();
    if (calendar.id !== this.#asked?.id || state === undefined) return;
    this.#forget();
    const { schedule, to } = calendar;
    const now = this.#parts.serverNow();
    const isFailing = schedule.problem === 'unavailable';
    const known = this.#kept.get(state.personId);
    this.#kept.delete(state.personId);
    // Of a Microsoft that is away for a moment the old answer is better than none.
    const kept: Kept =
      isFailing && known?.to === to
        ? { ...known, askedAt: now, isFailing }
        : { askedAt: now, readAt: now, to, schedule, isFailing, calendar };
    this.#kept.set(state.personId, kept);
    const [first] = this.#kept.keys();
    if (this.#kept.size > mostKept && first !== undefined) this.#kept.delete(first);
    this.#state.set({ ...state, status: 'shown', calendar: kept.calendar });
    this.#parts.minute.refresh();
  }

  /** The question of this id was refused; another's id is passed by. The minute asks again. */
  refused(id: string): void {
    if (id === this.#asked?.id) this.#fail('failed');
  }

  /** What was asked on the old connection has no answer. */
  reconnected(): void {
    this.#forget();
    if (this.#state.getSnapshot() !== undefined) this.#minutePassed();
  }

  #forget(): void {
    this.#asked?.cancel();
    this.#asked = undefined;
  }

  #fail(status: 'failed' | 'offline'): void {
    this.#forget();
    this.#state.update((state) => (state === undefined ? state : { ...state, status }));
  }

  #minutePassed(): void {
    const state = this.#state.getSnapshot();
    if (state === undefined || this.#asked !== undefined) return;
    const now = this.#parts.serverNow();
    const known = this.#kept.get(state.personId);
    if (known !== undefined && !isDue(known, now)) return;
    if (known !== undefined && isOver(known, now)) this.#state.set({ ...state, calendar: undefined });
    this.#ask();
  }

  #ask(): void {
    const state = this.#state.getSnapshot();
    if (state === undefined) return;
    this.#cancelPause();
    this.#forget();
    const { clock, newId, send, timeZone } = this.#parts;
    const id = newId();
    if (!send({ type: 'readCalendar', id, personId: state.personId, timeZone })) return this.#fail('offline');
    this.#asked = { id, cancel: clock.after(answerLimit, () => this.#fail('failed')) };
    this.#state.update((now) => (now === undefined ? now : { ...now, status: 'reading' }));
  }
}
