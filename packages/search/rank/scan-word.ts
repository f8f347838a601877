import { nameBits } from '../document/search-field.ts';
import { exactBonus, formerPenalty, grade, wholeNameBonus, worthTable } from '../match/match-grade.ts';
import { documentFlag, type Segment } from '../segment/segment.ts';
import type { DocumentFilter } from './document-filter.ts';
import type { RatedWord } from './rate-document.ts';
import type { TopList } from './top-list.ts';

export interface Scanned {
  readonly total: number;
  readonly isCapped: boolean;
}

/**
 * One word alone needs no other look at a document than its posting. Tokens of the best grade go first. Documents are in the
 * order of their names, and so is every list of postings: when there are enough of the best, each list is left at the first
 * document that comes too late. A letter that a quarter of all names begin with costs little more than a name.
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
  for (let wanted: number = grade.whole; wanted > grade.none && left > 0; wanted -= 16) {
    for (let n = 0; n < lows.length && left > 0; n += 1) {
      const high = highs[n] ?? 0;
      for (let token = lows[n] ?? 0; token < high && left > 0; token += 1) {
        const fits = grades[token] ?? 0;
        if (fits - (fits & 15) === wanted) left -= scanToken(segment, token, fits, isAllowed, top);
      }
    }
  }
  return { total: spans.postings, isCapped: left <= 0 };
}

/** Returns how many postings were looked at. */
function scanToken(
  { postingStarts, postings, flags, nameWords, tokenFields }: Segment,
  token: number,
  grades: number,
  isAllowed: DocumentFilter,
  top: TopList,
): number {
  const from = postingStarts[token] ?? 0;
  const end = postingStarts[token + 1] ?? 0;
  const row = grades << 8;
  const bonus = grades === grade.whole ? exactBonus : wholeNameBonus;
  const best = (worthTable[row | (tokenFields[token] ?? 0)] ?? 0) + bonus;
  for (let place = from; place < end; place += 1) {
    const posting = postings[place] ?? 0;
    const document = posting >>> 8;
    if (!top.admits(document, best)) return place - from + 1;
    let score = worthTable[row | (posting & 0xff)] ?? 0;
    if (score === 0) continue;
    if ((posting & nameBits) !== 0 && nameWords[document] === 1) score += bonus;
    if (((flags[document] ?? 0) & documentFlag.former) !== 0) score -= formerPenalty;
    if (top.admits(document, score) && isAllowed(document)) top.offer(document, score);
  }
  return end - from;
}
