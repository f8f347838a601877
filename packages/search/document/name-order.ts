import { foldWord } from '../text/fold-word.ts';
import { inLatin } from '../text/transliterate.ts';

/** Letters of a name that fit into a double, at five bits each. */
const letters = 9;

/** Sorts documents by name: a number that grows with the first letters. Other scripts stand where their Latin form does. */
export function nameKey(name: string): number {
  const start = foldWord(name.slice(0, 3 * letters));
  const text = inLatin(start)[0] ?? start;
  let key = 0;
  for (let n = 0, at = 0; n < letters; at += 1) {
    const letter = text.charCodeAt(at) - 96;
    // What is no letter counts once, as the space between two names, before every letter.
    if (Number.isNaN(letter)) key *= 32;
    else key = key * 32 + (letter >= 1 && letter <= 26 ? letter + 1 : 1);
    n += 1;
  }
  return key;
}
