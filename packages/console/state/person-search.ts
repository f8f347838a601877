import type { Search } from '@switchboard/contract/commands/search';
import type { DirectoryProgress } from '@switchboard/contract/feed/directory-progress';
import type { PeopleFound } from '@switchboard/contract/feed/people-found';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { Cancel, Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { Cell, type Readable } from '../connection/cell.ts';
import { bestChoice, type Choice, type ChoiceScope, choicesOf } from './choices.ts';

export interface SearchState {
  /** What is typed. */
  readonly text: string;
  /** `slow`: asked, and no answer in time. `offline`: cannot be asked now. */
  readonly status: 'idle' | 'asking' | 'shown' | 'slow' | 'offline';
  readonly people: readonly PersonView[];
  /** The rows of the list: the people, and what else the text finds. */
  readonly choices: readonly Choice[];
  /** The text that found `people` and `choices`. */
  readonly foundBy: string;
  readonly more: boolean;
  /** How many people are here while the directory is still being read. */
  readonly filling: number | undefined;
  readonly selectedKey: string | undefined;
}

export interface PersonSearchParts {
  readonly clock: Clock;
  readonly newId: IdSource;
  /** False: not connected, nothing was sent. */
  readonly send: (message: Search) => boolean;
  /** What else than people can be chosen now. */
  readonly scope: () => ChoiceScope;
}

const empty: SearchState = {
  text: '',
  status: 'idle',
  people: [],
  choices: [],
  foundBy: '',
  more: false,
  filling: undefined,
  selectedKey: undefined,
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

  /** The question that waits for its answer. */
  get askedId(): string | undefined {
    return this.#askedId;
  }

  selected(): Choice | undefined {
    const { choices, selectedKey } = this.#state.getSnapshot();
    return choices.find(({ key }) => key === selectedKey);
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
      this.#state.update(({ filling }) => ({ ...empty, text: short, filling }));
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
    const { choices, selectedKey } = this.#state.getSnapshot();
    const from = choices.findIndex(({ key }) => key === selectedKey);
    const to = choices[Math.min(choices.length - 1, Math.max(0, from + rows))];
    if (to !== undefined) this.select(to.key);
  }

  select(key: string): void {
    this.#movedByHand = true;
    this.#state.update((state) => (state.selectedKey === key ? state : { ...state, selectedKey: key }));
  }

  heard(found: PeopleFound): void {
    if (found.id !== this.#askedId) return;
    this.#cancelLimit();
    this.#askedId = undefined;
    this.#state.update((state) =>
      this.#arranged({
        ...state,
        status: 'shown',
        people: found.people,
        foundBy: this.#askedText,
        more: found.more,
      }),
    );
  }

  /** How far the directory is. */
  directoryIs({ state, read }: DirectoryProgress): void {
    const filling = state === 'filling' ? read : undefined;
    this.#state.update((known) => (known.filling === filling ? known : { ...known, filling }));
  }

  /** What can be chosen besides people may be another now. */
  refresh(): void {
    this.#state.update((state) => {
      const next = this.#arranged(state);
      const isSame =
        next.choices.length === state.choices.length &&
        next.choices.every(({ key }, index) => key === state.choices[index]?.key);
      return isSame ? state : next;
    });
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

  /** A choice made by hand stays as long as it is in the list; otherwise the best hit is chosen. */
  #arranged(state: SearchState): SearchState {
    const choices = choicesOf(state.foundBy, state.people, this.#parts.scope());
    const isThere = this.#movedByHand && choices.some(({ key }) => key === state.selectedKey);
    const selectedKey = isThere ? state.selectedKey : bestChoice(state.foundBy, choices)?.key;
    return { ...state, choices, selectedKey };
  }
}

const nothing = (): void => {};
