import type { Preferences } from '@switchboard/contract/preferences/sections';
import type { Cancel, Clock } from '@switchboard/kit/clock';
import { Cell, type Readable } from '../connection/cell.ts';
import { type Language, languageOf } from '../i18n/languages.ts';
import type { Texts } from '../i18n/texts.ts';

export interface TextBookParts {
  readonly clock: Clock;
  readonly look: Readable<Preferences<'look'>>;
  /** The browser's languages as tags, the most wanted first. */
  readonly asked: () => readonly string[];
  /** Shown until another language is here. */
  readonly first: Texts;
  /** Fails where the texts cannot be fetched. */
  readonly load: (language: Language) => Promise<Texts>;
}

/** Milliseconds after which a language that could not be fetched is asked for again. */
const pause = 5_000;
/** Milliseconds that the first picture waits for its language. */
const patience = 3_000;

/**
 * The texts in the language that the operator has chosen. Another choice is fetched, and shown when it is here: until
 * then, and where it cannot be had, what is shown stays as it is.
 */
export class TextBook {
  readonly #parts: TextBookParts;
  readonly #texts: Cell<Texts>;
  #wanted: Language | undefined;
  #cancel: Cancel = () => {};

  constructor(parts: TextBookParts) {
    this.#parts = parts;
    this.#texts = new Cell(parts.first);
    parts.look.subscribe(() => void this.#follow());
  }

  get texts(): Readable<Texts> {
    return this.#texts;
  }

  /** Resolves when the language for the first picture is here, could not be had, or has been waited for long enough. */
  begin(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#parts.clock.after(patience, resolve);
      void this.#follow().then(() => {
        cancel();
        resolve();
      });
    });
  }

  /** The browser asks for other languages than before. */
  readonly askedAnew = (): void => void this.#follow();

  async #follow(): Promise<void> {
    const { look, asked } = this.#parts;
    const wanted = languageOf(look.getSnapshot().language, asked());
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    await this.#fetch(wanted);
  }

  async #fetch(language: Language): Promise<void> {
    const { clock, first, load } = this.#parts;
    this.#cancel();
    // What is here already must not wait for a turn of the loop: the first picture is in it.
    const texts = language === first.language ? first : await load(language).catch(() => undefined);
    if (language !== this.#wanted) return;
    if (texts === undefined) {
      this.#cancel = clock.after(pause, () => void this.#fetch(language));
      return;
    }
    this.#texts.set(texts);
  }
}
