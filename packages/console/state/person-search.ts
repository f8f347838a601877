import type { Search, SearchFiltersView } from '@switchboard/contract/commands/search';
import type { PeopleFound } from '@switchboard/contract/feed/people-found';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { Cancel, Clock } from '@switchboard/kit/clock';
import type { IdSource } from '@switchboard/kit/ids';
import { Cell, type Readable } from '../connection/cell.ts';
import {
  bestChoice,
  type Choice,
  type ChoiceScope,
  choicesIn,
  followedKey,
  personKey,
  type Row,
  rowsOf,
} from './choices.ts';
import {
  changedPeople,
  type FoundPeople,
  missingPage,
  nobodyFound,
  pageSize,
  withAnswer,
  withChanges,
} from './found-people.ts';
import { areSame, hasFilters, noFilters } from './search-filters.ts';

export interface SearchState {
  /** What is typed. */
  readonly text: string;
  readonly filters: SearchFiltersView;
  /** `slow`: asked, and no answer in time. `offline`: cannot be asked now. */
  readonly status: 'idle' | 'asking' | 'shown' | 'slow' | 'offline';
  readonly found: FoundPeople;
  /** The list: what the text and the filters find; with neither the favourites. */
  readonly rows: readonly Row[];
  /** What of the rows can be chosen now. */
  readonly choices: readonly Choice[];
  /** The text and the filters that found what is here. */
  readonly foundBy: string;
  readonly foundWith: SearchFiltersView;
  readonly selectedKey: string | undefined;
  /** Somebody who is looked at without being in the list. */
  readonly opened: PersonView | undefined;
}

export interface PersonSearchParts {
  readonly clock: Clock;
  readonly newId: IdSource;
  /** False: not connected, nothing was sent. */
  readonly send: (message: Search) => boolean;
  /** What else than people can be chosen now. */
  readonly scope: () => ChoiceScope;
  /** What the list holds while nothing is looked for. */
  readonly favourites: () => readonly Row[];
}

/** A question on its way. `isLate`: its time is over, and another may be asked. */
interface Question {
  readonly id: string;
  readonly text: string;
  readonly filters: SearchFiltersView;
  readonly offset: number;
  readonly isLate: boolean;
}

const empty: SearchState = {
  text: '',
  filters: noFilters,
  status: 'idle',
  found: nobodyFound,
  rows: [],
  choices: [],
  foundBy: '',
  foundWith: noFilters,
  selectedKey: undefined,
  opened: undefined,
};

/** Between two questions while somebody types: a fast typist presses a key every 80 ms. */
const pauseBetween = 60;
/** An answer takes a few milliseconds; after this the operator is told that it does not come. */
const answerLimit = 3_000;
/** Who finds nobody, and waits, is told when there is somebody after all: the directory may be read just now. */
const lookAgainAfter = 5_000;
/** Rows beyond those in sight that are read too: who scrolls on finds them there. */
const readAhead = 25;
/** What the contract takes. */
const longestText = 200;

/**
 * Looks for people while somebody types, and page by page while somebody scrolls. Old results stay until new ones are
 * here; late answers are left out.
 */
export class PersonSearch {
  readonly #parts: PersonSearchParts;
  readonly #state = new Cell<SearchState>(empty);
  readonly #sight = new Cell<number>(0);
  #question: Question | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #movedByHand = false;
  #inSight: readonly [first: number, last: number] = [0, 0];
  #cancelPause: Cancel = nothing;
  #cancelAgain: Cancel = nothing;
  #cancelLimit: Cancel = nothing;

  constructor(parts: PersonSearchParts) {
    this.#parts = parts;
  }

  get state(): Readable<SearchState> {
    return this.#state;
  }

  /** The page of the list that is in sight, counted from 0. */
  get sight(): Readable<number> {
    return this.#sight;
  }

  /** The question that waits for its answer. */
  get askedId(): string | undefined {
    return this.#question?.id;
  }

  /** Whom the keys are about. */
  selected(): Choice | undefined {
    return chosenIn(this.#state.getSnapshot());
  }

  /** True: the list shows what is looked for now. */
  isUpToDate(): boolean {
    const { status, foundBy, text, foundWith, filters, opened } = this.#state.getSnapshot();
    if (opened !== undefined || !this.isLooking()) return true;
    return status === 'shown' && foundBy === text && areSame(foundWith, filters);
  }

  /** True: the operator chose the row that is chosen; it is meant, whatever the list becomes. */
  isChosenByHand(): boolean {
    return this.#movedByHand && this.selected() !== undefined;
  }

  /** True: a text or filters find the list. */
  isLooking(): boolean {
    const { text, filters } = this.#state.getSnapshot();
    return text.trim() !== '' || hasFilters(filters);
  }

  /** The people of the page in sight and of the next. */
  near(): readonly PersonView[] {
    const from = this.#sight.getSnapshot() * pageSize;
    const rows = this.#state.getSnapshot().rows.slice(from, from + 2 * pageSize);
    return rows.flatMap((row) => (row.kind === 'person' ? [row.person] : []));
  }

  type(text: string): void {
    const short = text.slice(0, longestText);
    if (short === this.#state.getSnapshot().text) return;
    this.#state.update((state) => ({ ...state, text: short }));
    const wait = this.#askedAt + pauseBetween - this.#parts.clock.now();
    this.#start(wait);
  }

  filterBy(filters: SearchFiltersView): void {
    if (areSame(filters, this.#state.getSnapshot().filters)) return;
    this.#state.update((state) => ({ ...state, filters }));
    this.#start(0);
  }

  /** Nothing typed, nobody chosen. The filters stay. */
  clear(): void {
    this.#movedByHand = false;
    this.#state.update((state) => ({ ...state, opened: undefined, selectedKey: undefined }));
    this.type('');
    this.refresh();
  }

  /** As at the start: without filters, too. */
  clearAll(): void {
    this.clear();
    this.filterBy(noFilters);
  }

  /** Moves the choice by rows, and stops at the ends. */
  move(rows: number): void {
    const state = this.#state.getSnapshot();
    const all = state.rows.filter(({ kind }) => kind !== 'heading');
    const from = all.findIndex(({ key }) => key === state.selectedKey);
    const to = all[Math.min(all.length - 1, Math.max(0, from + rows))];
    if (to !== undefined) this.select(to.key);
  }

  select(key: string): void {
    this.#movedByHand = true;
    this.#state.update((state) =>
      state.selectedKey === key && state.opened === undefined
        ? state
        : { ...state, selectedKey: key, opened: undefined },
    );
  }

  /** Looks at somebody who need not be in the list; absent: at the list again. */
  open(person: PersonView | undefined): void {
    this.#state.update((state) => ({ ...state, opened: person }));
  }

  heard(answer: PeopleFound): void {
    const question = this.#question;
    if (question === undefined || answer.id !== question.id) return;
    this.#cancelLimit();
    this.#question = undefined;
    const { text, filters, offset } = question;
    this.#state.update((state) => {
      const isOfSame = state.foundBy === text && areSame(state.foundWith, filters);
      const found = withAnswer(isOfSame ? state.found : nobodyFound, offset, answer);
      return this.#arranged({ ...state, status: 'shown', found, foundBy: text, foundWith: filters });
    });
    this.#readOn();
    this.#lookAgain();
  }

  /** People in the list are changed or gone: their rows say so where they stand. */
  changed(people: readonly PersonView[], removed: readonly string[]): void {
    this.#state.update((state) => {
      const { opened } = state;
      const found = withChanges(state.found, people, removed);
      const newer = opened && changedPeople([opened], people, removed)[0];
      return found === state.found && newer === opened
        ? state
        : this.#arranged({ ...state, found, opened: newer });
    });
  }

  /** What can be chosen besides the people found may be another now. */
  refresh(): void {
    this.#state.update((state) => {
      const next = this.#arranged(state);
      const isSame =
        next.selectedKey === state.selectedKey &&
        next.rows.length === state.rows.length &&
        next.rows.every((row, index) => isSameRow(row, state.rows[index]));
      return isSame ? state : next;
    });
  }

  /** Rows from `first` to `last` are in sight: what is not read of them is asked for. */
  show(first: number, last: number): void {
    this.#inSight = [first, last];
    this.#sight.set(Math.floor(first / pageSize));
    this.#readOn();
  }

  /** In a list without anybody no row can jump: it is asked for again while nothing else is typed. */
  #lookAgain(): void {
    this.#cancelAgain();
    const { found } = this.#state.getSnapshot();
    if (found.count > 0 || !this.isLooking() || !this.isUpToDate()) return;
    this.#cancelAgain = this.#parts.clock.after(lookAgainAfter, () => {
      if (this.#question !== undefined || !this.isUpToDate()) return;
      this.#ask(0, { isQuiet: true });
      // Where no answer comes it is tried again.
      this.#lookAgain();
    });
  }

  /** The connection is back: what is looked for is asked again. */
  reconnected(): void {
    this.#question = undefined;
    if (this.isLooking()) this.#ask(0);
  }

  #start(wait: number): void {
    this.#movedByHand = false;
    this.#cancelPause();
    this.#cancelAgain();
    this.#inSight = [0, 0];
    this.#sight.set(0);
    if (!this.isLooking()) {
      this.#cancelLimit();
      this.#question = undefined;
      this.#state.update(({ text }) => this.#arranged({ ...empty, text }));
      return;
    }
    this.#state.update((state) => ({ ...state, status: 'asking', opened: undefined }));
    if (wait <= 0) this.#ask(0);
    else this.#cancelPause = this.#parts.clock.after(wait, () => this.#ask(0));
  }

  /** @param isQuiet nobody waits for it: that it is late, or could not be sent, is not said */
  #ask(offset: number, { isQuiet = false } = {}): void {
    const { text, filters } = this.#state.getSnapshot();
    const id = this.#parts.newId();
    const { callId } = this.#parts.scope();
    this.#cancelLimit();
    const isSent = this.#parts.send({
      type: 'search',
      id,
      text: text.trim(),
      limit: pageSize,
      ...(offset === 0 ? {} : { offset }),
      ...(hasFilters(filters) ? { filters } : {}),
      ...(callId === undefined ? {} : { callId }),
    });
    // A page further down is asked for again when it comes in sight: the list is no older for it.
    const tell = (status: 'offline' | 'slow'): void => {
      if (offset === 0 && !isQuiet) this.#state.update((state) => ({ ...state, status }));
    };
    if (!isSent) {
      this.#question = undefined;
      return tell('offline');
    }
    this.#question = { id, text, filters, offset, isLate: false };
    this.#askedAt = this.#parts.clock.now();
    this.#cancelLimit = this.#parts.clock.after(answerLimit, () => {
      if (this.#question !== undefined) this.#question = { ...this.#question, isLate: true };
      tell('slow');
    });
  }

  /** One page at a time: of several questions the server answers only the newest. */
  #readOn(): void {
    const { found, rows } = this.#state.getSnapshot();
    if (!this.isUpToDate() || (this.#question !== undefined && !this.#question.isLate)) return;
    // Queues stand above the people.
    const above = rows.findIndex(({ kind }) => kind === 'person' || kind === 'unread');
    const [first, last] = this.#inSight;
    const page = missingPage(found, first - above, last - above + readAhead);
    if (page !== undefined) this.#ask(page * pageSize);
  }

  /** A choice made by hand stays as long as it is in the list; otherwise the best hit of a text is chosen. */
  #arranged(state: SearchState): SearchState {
    const rows = this.#rows(state);
    const choices = choicesIn(rows);
    const kept = this.#movedByHand ? followedKey(state.selectedKey, rows, state.found) : undefined;
    // Without a text Enter takes the next call: nobody is chosen unless the operator chooses.
    const best = state.foundBy.trim() === '' ? undefined : bestChoice(state.foundBy, choices)?.key;
    return { ...state, rows, choices, selectedKey: kept ?? best };
  }

  #rows(state: SearchState): readonly Row[] {
    if (state.text.trim() === '' && !hasFilters(state.filters)) return this.#parts.favourites();
    const isFirstQuestion = state.foundBy.trim() === '' && !hasFilters(state.foundWith);
    return isFirstQuestion ? state.rows : rowsOf(state.foundBy, state.found, this.#parts.scope());
  }
}

/** Whom the details and the keys are about. */
export function chosenIn({ choices, selectedKey, opened }: SearchState): Choice | undefined {
  if (opened === undefined) return choices.find(({ key }) => key === selectedKey);
  return { kind: 'person', key: personKey(opened.personId), person: opened };
}

const isSameRow = (one: Row, other: Row | undefined): boolean => {
  if (one.key !== other?.key) return false;
  if (one.kind === 'person') return other.kind === 'person' && one.person === other.person;
  return one.kind !== 'heading' || (other.kind === 'heading' && one.title === other.title);
};

const nothing = (): void => {};
