import { nameBits } from '../document/search-field.ts';
import { type PhoneCandidates, phoneWorthIn } from '../match/find-phones.ts';
import { exactBonus, formerPenalty, grade, wholeNameBonus, worthTable } from '../match/match-grade.ts';
import type { TokenSpans } from '../match/token-spans.ts';
import { documentFlag, type Segment } from '../segment/segment.ts';

/** A word of the query, with what fits it in a segment. */
export interface RatedWord {
  readonly spans: TokenSpans;
  readonly digits: Uint8Array | undefined;
  readonly phones: PhoneCandidates | undefined;
}

/** The score of a document: the sum of what its best match for each word is worth; 0 if more words are missing than may. */
export function rateDocument(
  segment: Segment,
  words: readonly RatedWord[],
  document: number,
  mayMiss: number,
): number {
  const { forwardStarts, forward, flags, nameWords } = segment;
  const from = forwardStarts[document] ?? 0;
  const end = forwardStarts[document + 1] ?? 0;
  let score = 0;
  let missing = 0;
  let inName = 0;
  let wholeInName = 0;
  for (const { spans, digits } of words) {
    const { grades } = spans;
    let best = digits === undefined ? 0 : phoneWorthIn(segment, document, digits);
    let isInName = false;
    let isWholeInName = false;
    for (let place = from; place < end; place += 1) {
      const entry = forward[place] ?? 0;
      const fits = grades[entry >>> 8] ?? 0;
      if (fits === 0) continue;
      const worth = worthTable[(fits << 8) | (entry & 0xff)] ?? 0;
      if (worth > best) best = worth;
      if (worth === 0 || (entry & nameBits) === 0) continue;
      isInName = true;
      if (fits === grade.whole) isWholeInName = true;
    }
    if (best === 0) {
      missing += 1;
      if (missing > mayMiss) return 0;
    }
    if (isInName) inName += 1;
    if (isWholeInName) wholeInName += 1;
    score += best;
  }
  if (score === 0) return 0;
  if (inName === words.length && inName === nameWords[document]) {
    score += wholeInName === inName ? exactBonus : wholeNameBonus;
  }
  return ((flags[document] ?? 0) & documentFlag.former) === 0 ? score : score - formerPenalty;
}
