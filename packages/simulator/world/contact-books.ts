import type { Clock } from '@switchboard/kit/clock';
import { ContactBook } from './contact-book.ts';
import type { Directory } from './directory.ts';

/** Everybody's Outlook contacts. A book is made when somebody first looks into it. */
export class ContactBooks {
  readonly #books = new Map<string, ContactBook>();
  readonly #parts: { readonly directory: Directory; readonly clock: Clock; readonly seed: number };
  readonly #onChange: () => void;

  constructor(
    parts: { readonly directory: Directory; readonly clock: Clock; readonly seed: number },
    onChange: () => void,
  ) {
    this.#parts = parts;
    this.#onChange = onChange;
  }

  /** @param personId of somebody in the directory. @returns undefined for those without a mailbox */
  of(personId: string): ContactBook | undefined {
    const known = this.#books.get(personId);
    if (known) return known;
    const { directory, clock, seed } = this.#parts;
    const owner = directory.numberOf(personId);
    const person = owner === undefined ? undefined : directory.at(owner);
    if (owner === undefined || person?.kind !== 'member') return undefined;
    const made = new ContactBook({ clock, seed, owner, isFull: person.isOperator, onChange: this.#onChange });
    this.#books.set(personId, made);
    return made;
  }
}
