import * as z from 'zod/mini';

/** The part of a browser's storage that drafts need; it may throw where a browser forbids it. */
export interface DraftStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const fieldsSchema = z.record(z.string(), z.string());

/**
 * What was typed and not saved yet, by what it is about: still there after a reload, gone with the tab. Of one operator:
 * another who signs in here does not see it.
 */
export class Drafts {
  readonly #storage: DraftStorage;
  readonly #prefix: string;

  constructor(storage: DraftStorage, operatorId: string) {
    this.#storage = storage;
    this.#prefix = `switchboard.draft.${operatorId}.`;
  }

  /** Field by field; absent when there is none. */
  read(about: string): Readonly<Record<string, string>> | undefined {
    try {
      const kept = this.#storage.getItem(this.#prefix + about);
      if (kept === null) return undefined;
      const fields = fieldsSchema.safeParse(JSON.parse(kept));
      return fields.success ? fields.data : undefined;
    } catch {
      // A browser that keeps nothing, or something that is no draft of ours: there is none.
      return undefined;
    }
  }

  keep(about: string, fields: Readonly<Record<string, string>>): void {
    try {
      this.#storage.setItem(this.#prefix + about, JSON.stringify(fields));
    } catch {
      // A browser that keeps nothing still shows what is typed for as long as the page is open.
    }
  }

  forget(about: string): void {
    this.#remove(this.#prefix + about);
  }

  /** Everything of this operator: they sign out. */
  forgetAll(): void {
    try {
      const keys = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index));
      for (const key of keys) if (key?.startsWith(this.#prefix) === true) this.#remove(key);
    } catch {
      // Nothing can be read, so nothing was kept.
    }
  }

  #remove(key: string): void {
    try {
      this.#storage.removeItem(key);
    } catch {
      // Nothing can be kept there, so there is nothing to remove.
    }
  }
}
