import type { DraftStorage } from '../state/drafts.ts';

/** A browser's storage that lives as long as a test keeps it. `isForbidden`: it throws, as some browsers' do. */
export class FakeStorage implements DraftStorage {
  readonly #values = new Map<string, string>();
  isForbidden = false;

  get length(): number {
    return this.#allowed().size;
  }

  key(index: number): string | null {
    return Array.from(this.#allowed().keys())[index] ?? null;
  }

  getItem(key: string): string | null {
    return this.#allowed().get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#allowed().set(key, value);
  }

  removeItem(key: string): void {
    this.#allowed().delete(key);
  }

  #allowed(): Map<string, string> {
    if (this.isForbidden) throw new Error('the browser keeps nothing');
    return this.#values;
  }
}
