import { nameBits } from '../document/search-field.ts';
import { exactBonus, formerPenalty, grade, worthTable } from '../match/match-grade.ts';
import { documentFlag, type Segment } from '../segment/segment.ts';
import type { DocumentFilter } from './document-filter.ts';
import type { RatedWord } from './rate-document.ts';
import type { TopList } from './top-list.ts';

export interface Scanned {
  readonly total: number;
  readonly isCapped: boolean;
}

/**
 * One word alone needs no other look at a document than its posting. Tokens of the best grade go first: then most of the
 * rest is passed over by one comparison.
 */
export function scanWord(
  segment: Segment,
  { spans }: RatedWord,
  isAllowed: DocumentFilter,
  most: number,
  top: TopList,
): Scanned {
  const { lows, highs, grades } = spans;
  let left = most;
  for (let wanted: number = grade.whole; wanted > grade.none && left > 0; wanted -= 1) {
    for (let n = 0; n < lows.length && left > 0; n += 1) {
      const high = highs[n] ?? 0;
      for (let token = lows[n] ?? 0; token < high && left > 0; token += 1) {
        if (grades[token] === wanted) left -= scanToken(segment, token, wanted, isAllowed, top);
      }
    }
  }
  return { total: Math.min(spans.postings, most - left), isCapped: left <= 0 };
}

/** Returns how many postings the token has. */
function scanToken(
  { postingStarts, postings, flags, nameWords }: Segment,
  token: number,
  grades: number,
  isAllowed: DocumentFilter,
  top: TopList,
): number {
  const from = postingStarts[token] ?? 0;
  const end = postingStarts[token + 1] ?? 0;
  const row = grades << 8;
  const bonus = grades === grade.whole ? exactBonus : 0;
  for (let place = from; place < end; place += 1) {
    const posting = postings[place] ?? 0;
    const document = posting >>> 8;
    let score = worthTable[row | (posting & 0xff)] ?? 0;
    // Before anything of the document is read, which is not in the cache.
    if (score === 0 || !top.admits(document, score + bonus)) continue;
    if (bonus > 0 && nameWords[document] === 1 && (posting & nameBits) !== 0) score += bonus;
    if (((flags[document] ?? 0) & documentFlag.former) !== 0) score -= formerPenalty;
    if (top.admits(document, score) && isAllowed(document)) top.offer(document, score);
  }
  return end - from;
}
