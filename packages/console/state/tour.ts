import type { LayoutPreference, PaneName } from '@switchboard/contract/preferences/layout';
import { Cell, type Readable } from '../connection/cell.ts';
import { type CallArrangement, nextToTake } from './arrange-calls.ts';
import type { Kept } from './kept.ts';

/** Raised when the tour shows so much else that those who know the old one should see it. */
const edition = 1;

/** What the tour shows, in order; `pane` is the one that a step is about. */
export const tourSteps = [
  { name: 'welcome', pane: undefined },
  { name: 'take', pane: 'calls' },
  { name: 'find', pane: 'people' },
  { name: 'putThrough', pane: 'details' },
  { name: 'back', pane: 'calls' },
  { name: 'listen', pane: undefined },
] as const satisfies readonly { readonly name: string; readonly pane: PaneName | undefined }[];
export type TourStep = (typeof tourSteps)[number];

/** The step in sight. `count` of them, of which this is the `place`th. */
export interface TourState {
  readonly step: TourStep;
  readonly place: number;
  readonly count: number;
}

/**
 * The tour of the first day.
 *
 * ```
 *  closed ──open──▶ shown ──a call to take, or mine──▶ aside
 *    ▲               │  ▲                                │
 *    └──close, end───┘  └──────────── no call ───────────┘
 * ```
 *
 * `aside`: the operator has a call or may take one, and sees nothing of the tour; it goes on where it was.
 */
export class Tour {
  readonly #kept: Kept<LayoutPreference>;
  readonly #calls: Readable<CallArrangement>;
  readonly #state = new Cell<TourState | undefined>(undefined);
  #place: number | undefined;

  constructor(kept: Kept<LayoutPreference>, calls: Readable<CallArrangement>) {
    this.#kept = kept;
    this.#calls = calls;
    calls.subscribe(() => this.#show());
  }

  get state(): Readable<TourState | undefined> {
    return this.#state;
  }

  /** Opens by itself for who has not seen it. Called once it is known what the operator prefers. */
  openFirst(): void {
    if (this.#kept.value.getSnapshot().tourSeen < edition && this.#place === undefined) this.open();
  }

  open(): void {
    this.#at(0);
  }

  next(): void {
    if (this.#place === undefined) return;
    if (this.#place + 1 < tourSteps.length) this.#at(this.#place + 1);
    else this.close();
  }

  back(): void {
    if (this.#place !== undefined && this.#place > 0) this.#at(this.#place - 1);
  }

  /** It does not open by itself again. */
  close(): void {
    if (this.#kept.value.getSnapshot().tourSeen < edition) this.#kept.change({ tourSeen: edition });
    this.#at(undefined);
  }

  #at(place: number | undefined): void {
    this.#place = place;
    this.#show();
  }

  #show(): void {
    const calls = this.#calls.getSnapshot();
    const step = this.#place === undefined ? undefined : tourSteps[this.#place];
    const isAside = calls.mine.length > 0 || nextToTake(calls) !== undefined;
    if (step === undefined || isAside) return this.#state.set(undefined);
    if (this.#state.getSnapshot()?.step === step) return;
    this.#state.set({ step, place: (this.#place ?? 0) + 1, count: tourSteps.length });
  }
}
