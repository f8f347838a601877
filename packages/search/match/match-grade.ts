import { nameBits, weightOfMask } from '../document/search-field.ts';

/** How well a token fits a word of the query. A better one is larger; times 16, so that 15 steps fit in between. */
export const grade = {
  none: 0,
  keypad: 1 << 4,
  typoStart: 2 << 4,
  twoTypos: 3 << 4,
  sound: 4 << 4,
  typo: 5 << 4,
  likelyName: 6 << 4,
  spelling: 7 << 4,
  prefix: 8 << 4,
  initials: 9 << 4,
  whole: 10 << 4,
} as const;
export type Grade = (typeof grade)[keyof typeof grade];

/** What a grade is worth in a surname. `likelyName`: letters that can be initials, and more likely begin a name. */
const worth: readonly number[] = [0, 400, 440, 470, 520, 600, 700, 740, 800, 950, 1_000];
/** What each of the steps in between is worth: fifteen are less than a grade. */
const worthOfStep = 4;

/**
 * Of two names that what was typed may have been meant as, the commoner one is the likelier: a step for each doubling of
 * its postings.
 */
export const commonness = (postings: number): number => Math.min(15, 31 - Math.clz32(postings | 1));

/** What a part of a telephone number is worth. */
export const phoneWorth = { whole: 1_000, end: 900, inside: 750 } as const;
/** Everything that was typed is everything that the name has. */
export const exactBonus = 200;
/** The same, but for how it is spelled: Hans Müller before Anna Hans Müller, if `hans muler` was typed. */
export const wholeNameBonus = 60;
/** More than any number of words can be worth: who is gone from the organisation comes last. */
export const formerPenalty = 1_000_000;

/** Only names are compared by sound and spelled on a keypad. */
const ofNamesAlone: ReadonlySet<number> = new Set([grade.sound, grade.keypad]);

/** Worth by `grade * 256 + fields`, steps included; 0 where the grade does not count in any of the fields. */
export const worthTable: Int32Array = Int32Array.from({ length: (grade.whole + 16) * 256 }, (_, n) => {
  const step = (n >>> 8) & 15;
  const whole = (n >>> 8) - step;
  const fields = ofNamesAlone.has(whole) ? n & nameBits : n & 0xff;
  return Math.round((((worth[whole >>> 4] ?? 0) + step * worthOfStep) * (weightOfMask[fields] ?? 0)) / 100);
});
