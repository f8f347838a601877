import { nameBits, weightOfMask } from '../document/search-field.ts';

/** How well a token fits a word of the query, as a small number that fits into a byte. A better one is larger. */
export const grade = {
  none: 0,
  keypad: 1,
  typoStart: 2,
  twoTypos: 3,
  sound: 4,
  typo: 5,
  likelyName: 6,
  spelling: 7,
  prefix: 8,
  initials: 9,
  whole: 10,
} as const;
export type Grade = (typeof grade)[keyof typeof grade];

/** What a grade is worth in a surname. `likelyName`: letters that can be initials, and more likely begin a name. */
const worth: readonly number[] = [0, 400, 440, 470, 520, 600, 700, 740, 800, 950, 1_000];

/** What a part of a telephone number is worth. */
export const phoneWorth = { whole: 1_000, end: 900, inside: 750 } as const;
/** Everything that was typed is everything that the name has. */
export const exactBonus = 200;
/** More than any number of words can be worth: who is gone from the organisation comes last. */
export const formerPenalty = 1_000_000;

/** Only names are compared by sound and spelled on a keypad. */
const ofNamesAlone: ReadonlySet<number> = new Set([grade.sound, grade.keypad]);

/** Worth by `grade * 256 + fields`; 0 where the grade does not count in any of the fields. */
export const worthTable: Int32Array = Int32Array.from({ length: worth.length * 256 }, (_, n) => {
  const fields = ofNamesAlone.has(n >>> 8) ? n & nameBits : n & 0xff;
  return Math.round(((worth[n >>> 8] ?? 0) * (weightOfMask[fields] ?? 0)) / 100);
});
