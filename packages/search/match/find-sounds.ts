import { hashOfText } from '../segment/hash.ts';
import { lowerBound } from '../segment/lower-bound.ts';
import { tokenAt } from '../segment/read-document.ts';
import type { Segment } from '../segment/segment.ts';
import { soundKeys } from '../text/sound-keys.ts';
import { tokenLength } from './dictionary.ts';
import { editDistance } from './edit-distance.ts';

/** Of all that sound alike, the nearest in spelling are taken, so many. */
const mostSounds = 60;
/** And so many are compared. */
const mostCompared = 2_000;
/** Letters of a name without its vowels, which may stand for one of twice the length. */
const longestVowelless = 5;

/** Edits within which two spellings of one sound are taken for the same name. */
export const soundReach = (word: string): number => Math.max(2, Math.ceil(word.length / 2));

/** Whether a name has its consonants alone, as Arabic and Hebrew names have in Latin letters. */
const isVowelless = (word: string): boolean => !/[aeiouy]/.test(word);

/** Whether two spellings of one sound are near enough to be the same name. */
export const areNear = (word: string, other: string): boolean =>
  isVowelless(word) || isVowelless(other) || editDistance(word, other, soundReach(word)) <= soundReach(word);

/** The tokens of names that sound like a word. */
export function findSounds(segment: Segment, word: string): readonly number[] {
  const { soundHashes, soundTokens } = segment;
  const reach = soundReach(word);
  const isShort = word.length <= longestVowelless;
  const near: { readonly token: number; readonly distance: number }[] = [];
  let compared = 0;
  for (const key of soundKeys(word)) {
    const hash = hashOfText(key);
    let place = lowerBound(0, soundHashes.length, (at) => (soundHashes[at] ?? 0) < hash);
    for (; soundHashes[place] === hash && compared < mostCompared; place += 1, compared += 1) {
      const token = soundTokens[place] ?? 0;
      // Names of the same sound are many; most differ in length by too much already.
      if (!isShort && Math.abs(tokenLength(segment, token) - word.length) > reach) continue;
      const name = tokenAt(segment, token);
      const distance = editDistance(word, name, reach);
      if (distance <= reach || areNear(word, name)) near.push({ token, distance });
    }
  }
  near.sort((one, other) => one.distance - other.distance || one.token - other.token);
  return near.slice(0, mostSounds).map(({ token }) => token);
}
