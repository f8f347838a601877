import { lowerBound } from '../segment/lower-bound.ts';
import { gramLength } from '../segment/phone-arrays.ts';
import type { Segment } from '../segment/segment.ts';
import { numberEnd } from '../segment/segment-draft.ts';
import { phoneWorth } from './match-grade.ts';

/** Places of `gramDocuments` from `low` to before `high`. */
export interface PhoneCandidates {
  readonly low: number;
  readonly high: number;
}

/** Documents of which all that have the digits in a number are some: by the rarest five digits of them. */
export function phoneCandidates(segment: Segment, digits: string): PhoneCandidates {
  const { gramKeys, gramStarts } = segment;
  let best: PhoneCandidates | undefined;
  for (let at = 0; at === 0 || at + gramLength <= digits.length; at += 1) {
    const part = digits.slice(at, at + gramLength);
    const span = (numberEnd + 1) ** (gramLength - part.length);
    const key = [...part].reduce((sum, digit) => sum * (numberEnd + 1) + Number(digit), 0) * span;
    const first = lowerBound(0, gramKeys.length, (place) => (gramKeys[place] ?? 0) < key);
    const after = lowerBound(first, gramKeys.length, (place) => (gramKeys[place] ?? 0) < key + span);
    const low = gramStarts[first] ?? 0;
    const high = gramStarts[after] ?? 0;
    if (best === undefined || high - low < best.high - best.low) best = { low, high };
  }
  return best ?? { low: 0, high: 0 };
}

/** What the digits are worth in the numbers of a document; 0 if they are in none. */
export function phoneWorthIn(
  { phoneStarts, phoneDigits }: Segment,
  document: number,
  digits: Uint8Array,
): number {
  const end = phoneStarts[document + 1] ?? 0;
  let best = 0;
  let isStart = true;
  for (let from = phoneStarts[document] ?? 0; from + digits.length < end; from += 1) {
    let length = 0;
    while (length < digits.length && phoneDigits[from + length] === digits[length]) length += 1;
    if (length === digits.length) {
      const isEnd = phoneDigits[from + length] === numberEnd;
      if (isEnd) best = Math.max(best, isStart ? phoneWorth.whole : phoneWorth.end);
      else best = Math.max(best, phoneWorth.inside);
    }
    isStart = phoneDigits[from] === numberEnd;
  }
  return best;
}
