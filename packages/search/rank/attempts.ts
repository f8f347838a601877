import { isFiller } from '../match/filler-words.ts';
import { canBeKeyed } from '../match/find-tokens.ts';
import { joinedWord, type QueryWord } from '../match/parse-query.ts';
import type { Attempt } from './search-segment.ts';

/** An attempt, and how many hits before it make it unnecessary. */
export interface PlannedAttempt extends Attempt {
  readonly enough: number;
}

/** The more words, the less likely it is that they fit somebody by accident. By the number of words. */
const enoughAsSpelled = [10, 4];
/** Digits of a number without country and town, of which one dialled the rest. */
const localDigits = [9, 7] as const;

/** The ways to look for what was typed, the strictest first. */
export function attemptsFor(words: readonly QueryWord[]): readonly PlannedAttempt[] {
  if (words.length === 0) return [];
  const attempts: PlannedAttempt[] = [
    { words, reading: 'spelled', mayMiss: 0, enough: 1 },
    { words, reading: 'forgiving', mayMiss: 0, enough: enoughAsSpelled[words.length - 1] ?? 1 },
  ];
  const loosely = (some: readonly QueryWord[], mayMiss = 0): void => {
    attempts.push({ words: some, reading: 'forgiving', mayMiss, enough: 1 });
  };
  for (let n = 0; n + 1 < words.length; n += 1) {
    const [one, other] = words.slice(n, n + 2);
    if (one !== undefined && other !== undefined) {
      loosely([...words.slice(0, n), joinedWord(one, other), ...words.slice(n + 2)]);
    }
  }
  const telling = words.filter(({ forms }) => !isFiller(forms[0] ?? ''));
  if (telling.length > 0 && telling.length < words.length) loosely(telling);
  if (telling.length >= 3) loosely(telling, 1);
  const number = words.length === 1 ? words[0]?.digits : undefined;
  for (const length of localDigits) {
    if (number !== undefined && number.length > length) {
      const digits = number.slice(-length);
      loosely([{ forms: [digits], spellings: [], digits, initials: undefined }]);
    }
  }
  return attempts;
}

/**
 * Another way to read a single word, which a few places of the answer are kept for: `jo` begins many names, and may be the
 * initials of one; four digits are in many numbers, and may spell a name.
 */
export function asideFor(words: readonly QueryWord[]): Attempt | undefined {
  const [word, ...others] = words;
  if (word === undefined || others.length > 0) return undefined;
  if (word.initials?.isSure === false) return { words, reading: 'asInitials', mayMiss: 0 };
  return canBeKeyed(word) ? { words, reading: 'onKeypad', mayMiss: 0 } : undefined;
}
