import type { Clock } from '@switchboard/kit/clock';
import { Cell, type Readable } from '../connection/cell.ts';

export interface Notice {
  readonly id: number;
  readonly kind: 'error' | 'warning' | 'info';
  readonly text: string;
  /** What can be done about it: the notice goes with it. */
  readonly action?: NoticeAction | undefined;
}

export interface NoticeAction {
  readonly label: string;
  readonly cap: string;
  readonly run: () => void;
}

/** Long enough to read twice; what must not pass unseen is said by the call's own card. */
const noticeStays = 20_000;
/** More would cover the screen that they are about. */
const mostNotices = 3;

/** Sentences for the operator that belong to no place of the screen. Each goes by itself or when dismissed. */
export class Notices {
  readonly #clock: Clock;
  readonly #shown = new Cell<readonly Notice[]>([]);
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get shown(): Readable<readonly Notice[]> {
    return this.#shown;
  }

  /** @param action what can be done about it */
  show(kind: Notice['kind'], text: string, action?: NoticeAction): number {
    const id = ++this.#count;
    const others = this.#shown.getSnapshot().filter((notice) => notice.text !== text);
    this.#shown.set([...others, { id, kind, text, action }].slice(-mostNotices));
    this.#clock.after(noticeStays, () => this.dismiss(id));
    return id;
  }

  dismiss(id: number): void {
    this.#shown.update((notices) =>
      notices.some((notice) => notice.id === id) ? notices.filter((notice) => notice.id !== id) : notices,
    );
  }
}
