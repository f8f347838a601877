import type { SearchDocument } from './search-document.ts';

/** A field in which a word is found. */
export type SearchField = Exclude<keyof SearchDocument, 'id' | 'source' | 'isFormer'>;

/**
 * Kinds of fields as bits, since a word may stand in several: what is found in names counts most. Eight bits, for they
 * share an unsigned 32-bit number with one of 24 bits.
 */
export const fieldBit = {
  surname: 1,
  givenName: 2,
  name: 4,
  alias: 8,
  tasks: 16,
  work: 32,
  place: 64,
  mail: 128,
} as const;

/** Bits of what somebody is called: only these are compared by sound and on the keypad. */
export const nameBits = fieldBit.surname | fieldBit.givenName | fieldBit.name | fieldBit.alias;

/** What a match in a field is worth, in hundredths. */
const weights: readonly (readonly [bit: number, hundredths: number])[] = [
  [fieldBit.surname, 100],
  [fieldBit.givenName, 99],
  [fieldBit.name, 98],
  [fieldBit.alias, 95],
  [fieldBit.tasks, 60],
  [fieldBit.work, 52],
  [fieldBit.place, 50],
  [fieldBit.mail, 45],
];

/** The weight of the best of the fields in a mask, in hundredths. */
export const weightOfMask: readonly number[] = Array.from(
  { length: 256 },
  (_, mask) => weights.find(([bit]) => (mask & bit) !== 0)?.[1] ?? 0,
);
