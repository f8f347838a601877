import { isFiller } from '../match/filler-words.ts';
import { joinedWord, type QueryWord } from '../match/parse-query.ts';
import type { Attempt } from './search-segment.ts';

/** An attempt, and which share of the hits that are wanted makes it unnecessary when they are there before it. */
export interface PlannedAttempt extends Attempt {
  readonly enough: number;
}

/** Above nothing: one hit will do. */
const any = Number.MIN_VALUE;
/** Digits of a number without country and town, of which one dialled the rest. */
const localDigits = [9, 7] as const;

/** The ways to look for what was typed, the strictest first. */
export function attemptsFor(words: readonly QueryWord[]): readonly PlannedAttempt[] {
  if (words.length === 0) return [];
  const attempts: PlannedAttempt[] = [
    { words, isForgiving: false, mayMiss: 0, enough: 1 },
    { words, isForgiving: true, mayMiss: 0, enough: 1 },
  ];
  const loosely = (some: readonly QueryWord[], mayMiss = 0): void => {
    attempts.push({ words: some, isForgiving: true, mayMiss, enough: any });
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
      loosely([{ forms: [digits], digits, initials: undefined }]);
    }
  }
  return attempts;
}
