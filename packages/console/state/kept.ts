import type { Preferences, SectionName } from '@switchboard/contract/preferences/sections';
import type { Readable } from '../connection/cell.ts';
import type { PreferenceBook } from './preference-book.ts';

/** Something remembered for the operator: what it is now, and how some of it is changed. A change shows at once. */
export interface Kept<T> {
  readonly value: Readable<T>;
  readonly change: (fields: Partial<T>) => void;
}

/** One section of the operator's preferences. */
export const keptSection = <Name extends SectionName>(
  book: PreferenceBook,
  name: Name,
): Kept<Preferences<Name>> => ({
  value: book.of(name),
  change: (fields) => book.change(name, fields),
});
