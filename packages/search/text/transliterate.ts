import anyAscii from 'any-ascii';
import { foldWord } from './fold-word.ts';

/** Beyond Latin with its extensions and the marks that go with it. */
const foreign = /[\u0370-\uffff]/;
const han = /\p{Script=Han}/u;
/** Scripts that put no space between the parts of a name. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Names of these scripts have two to four characters; what is longer is a title. */
const longestUnspaced = 8;

const asLetters = (text: string): string => foldWord(anyAscii(text)).replace(/[^a-z0-9]+/g, '');

/**
 * A word of another script in Latin letters: `Иванов` is `ivanov`. Han characters are found one by one as well, and where a
 * given name may begin anywhere, so are its rests.
 */
export function inLatin(word: string): readonly string[] {
  if (!foreign.test(word)) return [];
  // Ου is one sound in Greek, and never oy in a passport.
  const latin = asLetters(word.replace(/ο[υύ]/g, 'ou'));
  const syllables = han.test(word) ? [...word].slice(0, longestUnspaced).map(asLetters) : [];
  const rests = restsOf(word).map(asLetters);
  return [latin, ...syllables, ...rests].filter((text) => text !== '');
}

/** Where a script has no spaces, a given name begins anywhere: every rest of `山田太郎` is a beginning, as `太郎`. */
export function restsOf(word: string): readonly string[] {
  if (!unspaced.test(word)) return [];
  const characters = [...word].slice(0, longestUnspaced);
  return characters.slice(1).map((_, n) => characters.slice(n + 1).join(''));
}
