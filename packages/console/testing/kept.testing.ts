import { Cell } from '../connection/cell.ts';
import type { Kept } from '../state/kept.ts';

/** Something remembered for as long as a test lasts. */
export function keptFor<T extends object>(value: T): Kept<T> & { readonly value: Cell<T> } {
  const cell = new Cell(value);
  return { value: cell, change: (fields) => cell.update((now) => ({ ...now, ...fields })) };
}
