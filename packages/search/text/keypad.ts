/** Digits of the letters a to z on a telephone, as in ITU-T E.161. */
const digits = '22233344455566677778889999';

const firstLetter = 97;

/** The key of a letter as a character code of a digit; a digit is its own key; 0 for what no key has. */
export function keyOf(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit;
  const letter = unit - firstLetter;
  return letter >= 0 && letter < 26 ? digits.charCodeAt(letter) : 0;
}

/** Whether a word can be typed on a telephone. */
export const isOnKeypad = (word: string): boolean => /^[a-z]+$/.test(word);
