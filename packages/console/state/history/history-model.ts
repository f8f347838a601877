import type { HistoryRead } from '@switchboard/contract/feed/history-read';
import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import type { Cancel, Instant } from '@switchboard/kit/clock';
import { Cell, type Readable } from '../../connection/cell.ts';
import { type ChosenFilter, filterAt, noFilter } from './history-filter.ts';
import type { HistoryTab, PastDeskParts } from './past-desk.ts';

export interface HistoryState {
  readonly tab: HistoryTab;
  readonly filter: ChosenFilter;
  readonly status: 'reading' | 'shown' | 'failed';
  /** Newest first. */
  readonly calls: readonly PastCallView[];
  /** Where reading goes on; absent: that was all. */
  readonly next: string | undefined;
  readonly lookedBackTo: Instant | undefined;
  readonly isReadingMore: boolean;
  /** The call that is chosen. */
  readonly chosen: string | undefined;
}

type HistoryModelParts = Omit<PastDeskParts, 'locality'>;

/** Calls on a page: twice what a window shows. */
const pageSize = 50;
/** A search that finds little looks on by itself for so many readings; then the operator says whether it shall. */
const looksOn = 10;
/** Who types has come to rest. */
const typingPause = 250;
/** Calls that end at the same moment are asked for together. */
const endedPause = 200;

/** The calls that are over, while an operator looks at them: read page by page, and followed. */
export class HistoryModel {
  readonly #parts: HistoryModelParts;
  readonly #state: Cell<HistoryState>;
  /** The question that is not answered, and what for. */
  #asked: { readonly id: string; readonly for: 'page' | 'newest' } | undefined;
  #looks = 0;
  readonly #ended = new Set<string>();
  #askedEnded: string | undefined;
  #cancelTyping: Cancel = nothing;
  #cancelEnded: Cancel = nothing;

  constructor(parts: HistoryModelParts, tab: HistoryTab) {
    this.#parts = parts;
    this.#state = new Cell(beginning(tab, noFilter));
  }

  get state(): Readable<HistoryState> {
    return this.#state;
  }

  /** Nobody looks at it any more: what is still asked is not waited for. */
  close(): void {
    this.#forget();
  }

  show(tab: HistoryTab): void {
    const state = this.#state.getSnapshot();
    if (state.tab !== tab) this.#begin({ tab, filter: state.filter });
  }

  /** What is typed is asked for when the operator has come to rest; a choice at once. */
  filterBy(fields: Partial<ChosenFilter>): void {
    const state = this.#state.getSnapshot();
    const filter = { ...state.filter, ...fields };
    if (fields.text === undefined) return this.#begin({ tab: state.tab, filter });
    this.#state.set({ ...state, filter });
    this.#cancelTyping();
    this.#cancelTyping = this.#parts.clock.after(typingPause, () => this.#begin({ tab: state.tab, filter }));
  }

  /** Reads from the beginning: once somebody hands on what is answered, and after a failure. */
  again(): void {
    this.#begin(this.#state.getSnapshot());
  }

  /** The next page, if there is one and nobody reads it. */
  readMore(): void {
    const state = this.#state.getSnapshot();
    if (state.next === undefined || state.isReadingMore || this.#asked !== undefined) return;
    this.#looks = 0;
    this.#readOn(state.next);
  }

  choose(callId: string | undefined): void {
    this.#change((state) => ({ ...state, chosen: callId }));
  }

  /** Moves the choice; past the end more is read. */
  move(step: number): void {
    const state = this.#state.getSnapshot();
    if (state.calls.length === 0) return;
    const at = state.calls.findIndex(({ callId }) => callId === state.chosen);
    const to = Math.max(0, Math.min(state.calls.length - 1, at < 0 ? 0 : at + step));
    this.choose(state.calls[to]?.callId);
    if (to >= state.calls.length - 5) this.readMore();
  }

  heard({ id, calls, next, lookedBackTo }: HistoryRead): void {
    if (id === this.#askedEnded) {
      this.#askedEnded = undefined;
      return this.#change((state) => ({ ...state, calls: merged(state.calls, calls) }));
    }
    const asked = this.#asked;
    const state = this.#state.getSnapshot();
    if (asked?.id !== id) return;
    this.#asked = undefined;
    const isNewest = asked.for === 'newest';
    // After a time without a connection: what is between the page and what was shown is not known.
    const joins = !isNewest || next === undefined || calls.some((call) => state.calls.some(isSame(call)));
    const known = joins ? merged(state.calls, calls) : calls;
    const goesOn = isNewest && joins ? state : { next, lookedBackTo };
    const wasReading = state.status === 'reading';
    this.#state.set({
      ...state,
      status: 'shown',
      calls: known,
      next: goesOn.next,
      lookedBackTo: goesOn.lookedBackTo,
      isReadingMore: false,
      chosen: known.some(({ callId }) => callId === state.chosen) ? state.chosen : known[0]?.callId,
    });
    this.#looks += 1;
    if (next !== undefined && !isNewest && calls.length === 0 && this.#looks < looksOn)
      return this.#readOn(next);
    if (wasReading || calls.length > 0) this.#sayFound();
  }

  refused(id: string): void {
    if (id === this.#askedEnded) this.#askedEnded = undefined;
    if (this.#asked?.id !== id) return;
    this.#asked = undefined;
    this.#change((state) => ({ ...state, status: 'failed', isReadingMore: false }));
  }

  /** A call that this console saw is over: it is asked for, as it may fit. */
  callEnded(callId: string): void {
    const state = this.#state.getSnapshot();
    if (state.tab === 'toCallBack') return;
    this.#ended.add(callId);
    this.#cancelEnded();
    this.#cancelEnded = this.#parts.clock.after(endedPause, () => this.#askEnded());
  }

  /** Answers are not repeated: what is shown stays, and the newest is read again. */
  reconnected(): void {
    const state = this.#state.getSnapshot();
    if (state.tab === 'toCallBack') return;
    this.#asked = undefined;
    if (state.status === 'shown') this.#ask('newest', {});
    else this.#begin(state);
  }

  #begin({ tab, filter }: Pick<HistoryState, 'tab' | 'filter'>): void {
    this.#forget();
    this.#state.set(beginning(tab, filter));
    if (tab === 'toCallBack') return this.#change((state) => ({ ...state, status: 'shown' }));
    this.#ask('page', {});
  }

  #readOn(before: string): void {
    this.#change((state) => ({ ...state, isReadingMore: true }));
    this.#ask('page', { before });
  }

  #ask(what: 'page' | 'newest', page: { readonly before?: string }): void {
    const id = this.#send({ limit: pageSize, ...page });
    if (id === undefined)
      return this.#change((state) => ({ ...state, status: 'failed', isReadingMore: false }));
    this.#asked = { id, for: what };
  }

  #askEnded(): void {
    const callIds = [...this.#ended].slice(0, pageSize);
    this.#ended.clear();
    this.#askedEnded = this.#send({ limit: pageSize, callIds });
  }

  #send(page: {
    readonly limit: number;
    readonly before?: string;
    readonly callIds?: string[];
  }): string | undefined {
    const { newId, send } = this.#parts;
    const filter = this.filter();
    const id = newId();
    return filter !== undefined && send({ type: 'readHistory', id, filter, ...page }) ? id : undefined;
  }

  /** In the words of the contract; undefined while no past calls are looked at. */
  filter() {
    const state = this.#state.getSnapshot();
    if (state.tab === 'toCallBack') return undefined;
    return filterAt(state.tab, state.filter, this.#parts.serverNow());
  }

  #sayFound(): void {
    const state = this.#state.getSnapshot();
    const text = this.#parts.texts().history.found(state.calls.length, state.next !== undefined);
    this.#parts.announcer.say({ text, urgency: 'polite', topic: 'history' });
  }

  #forget(): void {
    this.#cancelTyping();
    this.#cancelEnded();
    this.#asked = undefined;
    this.#askedEnded = undefined;
    this.#ended.clear();
    this.#looks = 0;
  }

  #change(how: (state: HistoryState) => HistoryState): void {
    this.#state.update(how);
  }
}

const beginning = (tab: HistoryTab, filter: ChosenFilter): HistoryState => ({
  tab,
  filter,
  status: 'reading',
  calls: [],
  next: undefined,
  lookedBackTo: undefined,
  isReadingMore: false,
  chosen: undefined,
});

const isSame =
  (one: PastCallView) =>
  (other: PastCallView): boolean =>
    one.callId === other.callId;

/** Each call once, newest first, as the server orders them. */
function merged(known: readonly PastCallView[], more: readonly PastCallView[]): readonly PastCallView[] {
  if (more.length === 0) return known;
  const byId = new Map([...known, ...more].map((call) => [call.callId, call]));
  return [...byId.values()].toSorted((a, b) => b.arrivedAt - a.arrivedAt || (a.callId < b.callId ? 1 : -1));
}

const nothing = (): void => {};
