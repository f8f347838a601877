import { Cell, type Readable } from '../connection/cell.ts';

export interface NewerBuildParts {
  /** How this page was built; undefined: it does not say, and is never called old. */
  readonly own: string | undefined;
  /** Says aloud that there is a newer console. */
  readonly say: () => void;
}

/** Whether the server has another console than this page. Said once for each, and never while the operator has a call. */
export class NewerBuild {
  readonly #parts: NewerBuildParts;
  readonly #isThere = new Cell(false);
  #theirs: string | undefined;
  #said: string | undefined;

  constructor(parts: NewerBuildParts) {
    this.#parts = parts;
  }

  get isThere(): Readable<boolean> {
    return this.#isThere;
  }

  /** @param theirs how the console was built that the server has now; undefined: it has none */
  told(theirs: string | undefined): void {
    this.#theirs = theirs;
    const { own } = this.#parts;
    this.#isThere.set(own !== undefined && theirs !== undefined && theirs !== own);
  }

  /** @param hasCall whether the operator has a call */
  tell(hasCall: boolean): void {
    if (hasCall || !this.#isThere.getSnapshot() || this.#said === this.#theirs) return;
    this.#said = this.#theirs;
    this.#parts.say();
  }
}
