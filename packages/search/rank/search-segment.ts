import { type PhoneCandidates, phoneCandidates } from '../match/find-phones.ts';
import { findTokens, type Reading } from '../match/find-tokens.ts';
import type { QueryWord } from '../match/parse-query.ts';
import type { SearchFilters } from '../match/search-query.ts';
import { TokenSpans } from '../match/token-spans.ts';
import { gramLength } from '../segment/phone-arrays.ts';
import { documentCount, type Segment } from '../segment/segment.ts';
import { documentFilter, documentsWithIds } from './document-filter.ts';
import { type RatedWord, rateDocument } from './rate-document.ts';
import { scanWord } from './scan-word.ts';
import { TopList } from './top-list.ts';
import { VisitedDocuments } from './visited-documents.ts';

/** One attempt to find what was typed. */
export interface Attempt {
  readonly words: readonly QueryWord[];
  readonly reading: Reading;
  /** Words that a document may be without. */
  readonly mayMiss: number;
}

export interface SegmentRequest {
  readonly attempt: Attempt;
  readonly limit: number;
  readonly boosts: readonly (readonly [id: string, weight: number])[];
  readonly filters: SearchFilters | undefined;
}

export interface SegmentHits {
  readonly top: TopList;
  /** Documents that fit, about. */
  readonly total: number;
  readonly isCapped: boolean;
}

/**
 * Documents or postings that are looked at for one query in one segment: 6 ms at the most. Only letters that every second
 * name has lead to more.
 */
const mostLookedAt = 24_000;
const mostScanned = 700_000;
/** Of those whose numbers have three or four digits in them, which all of them fit. */
const mostWithFewDigits = 2_000;
/** Postings of the rarest word from which on lists are compared first, and of another that are read for that: 1 ms. */
const worthNarrowing = 1_000;
const mostNarrowing = 400_000;
/** Postings of a single word that are looked at document by document, so that the total is exact: half a millisecond. */
const mostCounted = 3_000;

/** What is used again from query to query: one query runs at a time. */
const spansOfWords: TokenSpans[] = [];
const visited = new VisitedDocuments();

/** The best documents of a segment. */
export function searchSegment(segment: Segment, request: SegmentRequest): SegmentHits {
  const { attempt, limit, boosts, filters } = request;
  const words = attempt.words
    .map((word, n) => rated(segment, word, attempt.reading, n))
    .toSorted((one, other) => priceOf(one) - priceOf(other));
  // The rarest word leads to the documents, so they have it: what they may lack is looked for first.
  const likelyMissing = [...words.slice(1), ...words.slice(0, 1)];
  const isAllowed = documentFilter(segment, filters);
  const top = new TopList(limit);
  const rate = (document: number): number =>
    isAllowed(document) ? rateDocument(segment, likelyMissing, document, attempt.mayMiss) : 0;
  const isWanted = filters?.ids === undefined ? undefined : new Set(documentsWithIds(segment, filters.ids));
  for (const [id, weight] of boosts) {
    const [document] = documentsWithIds(segment, [id]);
    if (document === undefined || (isWanted !== undefined && !isWanted.has(document))) continue;
    const score = rate(document);
    if (score !== 0) top.offer(document, score + weight);
  }
  if (isWanted !== undefined) {
    let total = 0;
    for (const document of isWanted) {
      const score = rate(document);
      if (score !== 0) total += 1;
      if (score !== 0) top.offer(document, score);
    }
    return { top, total, isCapped: false };
  }
  const [only] = words;
  const isMuch = words.length === 1 && only !== undefined && only.spans.postings > mostCounted;
  if (isMuch && only.phones === undefined) {
    return { top, ...scanWord(segment, only, isAllowed, mostScanned, top) };
  }
  return { top, ...visitCandidates(segment, words, attempt.mayMiss, rate, top) };
}

function rated(segment: Segment, word: QueryWord, reading: Reading, n: number): RatedWord {
  const spans = (spansOfWords[n] ??= new TokenSpans());
  findTokens(segment, word, reading, spans);
  if (word.digits === undefined || word.digits === '' || reading === 'asInitials' || reading === 'onKeypad')
    return { spans, digits: undefined, phones: undefined };
  const digits = Uint8Array.from(word.digits, Number);
  return { spans, digits, phones: phoneCandidates(segment, word.digits) };
}

const priceOf = ({ spans, phones }: RatedWord): number =>
  spans.postings + (phones === undefined ? 0 : phones.high - phones.low);

/** Goes through the documents of the rarest words: of one, and of one more for each that may be missing. */
function visitCandidates(
  segment: Segment,
  words: readonly RatedWord[],
  mayMiss: number,
  rate: (document: number) => number,
  top: TopList,
): Omit<SegmentHits, 'top'> {
  visited.begin(documentCount(segment));
  const rounds = mayMiss === 0 ? narrow(segment, words) : 0;
  let total = 0;
  const fewDigits = words.length === 1 && (words[0]?.digits?.length ?? gramLength) < gramLength;
  let left = fewDigits ? mostWithFewDigits : mostLookedAt;
  const look = (document: number): boolean => {
    if (!visited.isNew(document, rounds)) return true;
    left -= 1;
    const score = rate(document);
    if (score !== 0) {
      total += 1;
      top.offer(document, score);
    }
    return left > 0;
  };
  const rarest = words.slice(0, mayMiss + 1);
  const isWhole = rarest.every(
    ({ spans, phones }) => lookAtPhones(segment, phones, look) && lookAtTokens(segment, spans, look),
  );
  return {
    total: fewDigits && !isWhole && rarest[0] !== undefined ? priceOf(rarest[0]) : total,
    isCapped: !isWhole,
  };
}

/** Keeps to the documents that several words lead to, where the rarest alone leads to many. Returns the rounds made. */
function narrow(segment: Segment, words: readonly RatedWord[]): number {
  const [rarest, ...others] = words;
  if (rarest === undefined || rarest.digits !== undefined || priceOf(rarest) < worthNarrowing) return 0;
  const cheap = others.filter((word) => word.digits === undefined && priceOf(word) < mostNarrowing);
  if (cheap.length === 0) return 0;
  for (const [n, { spans }] of [rarest, ...cheap].entries()) visited.passRound(segment, spans, n + 1);
  return cheap.length + 1;
}

/** From behind: numbers that end with the digits come first. */
function lookAtPhones(
  { gramDocuments }: Segment,
  phones: PhoneCandidates | undefined,
  look: (document: number) => boolean,
): boolean {
  if (phones === undefined) return true;
  for (let place = phones.high - 1; place >= phones.low; place -= 1) {
    if (!look(gramDocuments[place] ?? 0)) return false;
  }
  return true;
}

function lookAtTokens(
  { postingStarts, postings }: Segment,
  { lows, highs }: TokenSpans,
  look: (document: number) => boolean,
): boolean {
  for (let n = 0; n < lows.length; n += 1) {
    const end = postingStarts[highs[n] ?? 0] ?? 0;
    for (let place = postingStarts[lows[n] ?? 0] ?? 0; place < end; place += 1) {
      if (!look((postings[place] ?? 0) >>> 8)) return false;
    }
  }
  return true;
}
