import type { Cancel, Clock } from '@switchboard/kit/clock';
import { Cell, type Readable } from '../connection/cell.ts';

/** What was done last, and can be undone for a while. */
export interface UndoOffer {
  readonly id: number;
  /** What was done: `Parked: Mrs Smith`. */
  readonly text: string;
}

/** What has to be so for something to be undone. */
export interface UndoCondition {
  readonly isSo: () => boolean;
  /** What it depends on. */
  readonly of: Readable<unknown>;
}

/** Long enough to see a slip and reach for the key; afterwards the screen has other ways back. */
export const undoStays = 12_000;

/** Offers to undo the last thing done. One at a time: who goes on has meant it. */
export class UndoDesk {
  readonly #clock: Clock;
  readonly #onOffered: (offer: UndoOffer) => void;
  readonly #offered = new Cell<UndoOffer | undefined>(undefined);
  #undo: () => void = nothing;
  #cancel: Cancel = nothing;
  #leave: () => void = nothing;
  #count = 0;

  constructor(clock: Clock, onOffered: (offer: UndoOffer) => void) {
    this.#clock = clock;
    this.#onOffered = onOffered;
  }

  get offered(): Readable<UndoOffer | undefined> {
    return this.#offered;
  }

  /** @param condition without which it cannot be undone: the offer goes when it is so no more */
  offer(text: string, undo: () => void, condition?: UndoCondition): void {
    this.forget();
    const offer = { id: ++this.#count, text };
    const follow = (): void => {
      if (condition?.isSo() === false) this.forget();
    };
    this.#leave = condition?.of.subscribe(follow) ?? nothing;
    this.#undo = undo;
    this.#offered.set(offer);
    this.#cancel = this.#clock.after(undoStays, () => this.forget());
    this.#onOffered(offer);
  }

  /** False: there is nothing to undo, and the key is the browser's. */
  undo(): boolean {
    if (this.#offered.getSnapshot() === undefined) return false;
    const undo = this.#undo;
    this.forget();
    undo();
    return true;
  }

  forget(): void {
    this.#cancel();
    this.#leave();
    this.#leave = nothing;
    this.#undo = nothing;
    this.#offered.set(undefined);
  }
}

const nothing = (): void => {};
