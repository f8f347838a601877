import type { Search } from '@switchboard/contract/commands/search';
import type { PeopleFound } from '@switchboard/contract/feed/people-found';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { Cancel, Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { Cell, type Readable } from '../connection/cell.ts';

export interface SearchState {
  /** What is typed. */
  readonly text: string;
  /** `slow`: asked, and no answer in time. `offline`: cannot be asked now. */
  readonly status: 'idle' | 'asking' | 'shown' | 'slow' | 'offline';
  readonly people: readonly PersonView[];
  /** The text that found `people`. */
  readonly foundBy: string;
  readonly more: boolean;
  /** How many people are here while the directory is still being read. */
  readonly filling: number | undefined;
  readonly selectedId: string | undefined;
}

export interface PersonSearchParts {
  readonly clock: Clock;
  readonly newId: IdSource;
  /** False: not connected, nothing was sent. */
  readonly send: (message: Search) => boolean;
}

const empty: SearchState = {
  text: '',
  status: 'idle',
  people: [],
  foundBy: '',
  more: false,
  filling: undefined,
  selectedId: undefined,
};

/** Between two questions while somebody types: a fast typist presses a key every 80 ms. */
const pauseBetween = 60;
/** An answer takes a few milliseconds; after this the operator is told that it does not come. */
const answerLimit = 3_000;
/** As many as anybody reads; more letters find better than more rows. */
const mostPeople = 50;
/** What the contract takes. */
const longestText = 200;

/** Looks for people while somebody types. Old results stay until new ones are here; late answers are left out. */
export class PersonSearch {
  readonly #parts: PersonSearchParts;
  readonly #state = new Cell<SearchState>(empty);
  #askedId: string | undefined;
  #askedText = '';
  #askedAt = Number.NEGATIVE_INFINITY;
  #movedByHand = false;
  #cancelPause: Cancel = nothing;
  #cancelLimit: Cancel = nothing;

  constructor(parts: PersonSearchParts) {
    this.#parts = parts;
  }

  get state(): Readable<SearchState> {
    return this.#state;
  }

  selected(): PersonView | undefined {
    const { people, selectedId } = this.#state.getSnapshot();
    return people.find((person) => person.personId === selectedId);
  }

  /** True: the list shows what the typed text finds. */
  isUpToDate(): boolean {
    const { status, foundBy, text } = this.#state.getSnapshot();
    return status === 'shown' && foundBy === text;
  }

  type(text: string): void {
    const short = text.slice(0, longestText);
    if (short === this.#state.getSnapshot().text) return;
    this.#movedByHand = false;
    this.#cancelPause();
    if (short.trim() === '') {
      this.#cancelLimit();
      this.#askedId = undefined;
      this.#state.set({ ...empty, text: short });
      return;
    }
    this.#state.update((state) => ({ ...state, text: short, status: 'asking' }));
    const wait = this.#askedAt + pauseBetween - this.#parts.clock.now();
    if (wait <= 0) this.#ask();
    else this.#cancelPause = this.#parts.clock.after(wait, () => this.#ask());
  }

  clear(): void {
    this.type('');
  }

  /** Moves the choice by rows, and stops at the ends. */
  move(rows: number): void {
    const { people, selectedId } = this.#state.getSnapshot();
    const from = people.findIndex((person) => person.personId === selectedId);
    const to = people[Math.min(people.length - 1, Math.max(0, from + rows))];
    if (to !== undefined) this.select(to.personId);
  }

  select(personId: string): void {
    this.#movedByHand = true;
    this.#state.update((state) =>
      state.selectedId === personId ? state : { ...state, selectedId: personId },
    );
  }

  heard(found: PeopleFound): void {
    if (found.id !== this.#askedId) return;
    this.#cancelLimit();
    this.#askedId = undefined;
    this.#state.update((state) => ({
      ...state,
      status: 'shown',
      people: found.people,
      foundBy: this.#askedText,
      more: found.more,
      filling: found.filling,
      selectedId: this.#choice(state.selectedId, found.people),
    }));
  }

  /** The connection is back: what is typed is asked again. */
  reconnected(): void {
    if (this.#state.getSnapshot().text.trim() !== '') this.#ask();
  }

  #ask(): void {
    const { text } = this.#state.getSnapshot();
    const id = this.#parts.newId();
    this.#cancelLimit();
    if (!this.#parts.send({ type: 'search', id, text: text.trim(), limit: mostPeople })) {
      this.#askedId = undefined;
      this.#state.update((state) => ({ ...state, status: 'offline' }));
      return;
    }
    this.#askedId = id;
    this.#askedText = text;
    this.#askedAt = this.#parts.clock.now();
    this.#cancelLimit = this.#parts.clock.after(answerLimit, () =>
      this.#state.update((state) => ({ ...state, status: 'slow' })),
    );
  }

  /** A choice made by hand stays as long as that person is in the list; otherwise the best hit is chosen. */
  #choice(selectedId: string | undefined, people: readonly PersonView[]): string | undefined {
    const isThere = this.#movedByHand && people.some((person) => person.personId === selectedId);
    return isThere ? selectedId : people[0]?.personId;
  }
}

const nothing = (): void => {};
