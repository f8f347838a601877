import { Cell, type Readable } from '../connection/cell.ts';

/** The newest of each thing that the server tells of, by its key, in the order in which they were first told. */
export class KeyedBook<T> {
  readonly #keyOf: (item: T) => string;
  readonly #items = new Cell<readonly T[]>([]);

  constructor(keyOf: (item: T) => string) {
    this.#keyOf = keyOf;
  }

  get items(): Readable<readonly T[]> {
    return this.#items;
  }

  find(key: string): T | undefined {
    return this.#items.getSnapshot().find((item) => this.#keyOf(item) === key);
  }

  remove(key: string): void {
    this.#items.update((items) =>
      items.some((item) => this.#keyOf(item) === key)
        ? items.filter((item) => this.#keyOf(item) !== key)
        : items,
    );
  }

  replaceAll(items: readonly T[]): void {
    this.#items.set(items);
  }

  /** Returns what was known before. */
  put(item: T): T | undefined {
    const key = this.#keyOf(item);
    const before = this.find(key);
    this.#items.update((items) =>
      before === undefined ? [...items, item] : items.map((each) => (each === before ? item : each)),
    );
    return before;
  }
}
