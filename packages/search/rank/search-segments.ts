import type { SearchDocument } from '../document/search-document.ts';
import { matchesOfDocument } from '../highlight/matches-of-document.ts';
import { parseQuery, type QueryWord } from '../match/parse-query.ts';
import type { SearchAnswer, SearchQuery } from '../match/search-query.ts';
import { readDocument } from '../segment/read-document.ts';
import type { Segment } from '../segment/segment.ts';
import { foldWord } from '../text/fold-word.ts';
import { attemptsFor } from './attempts.ts';
import { type Attempt, searchSegment } from './search-segment.ts';

const defaultLimit = 12;
const mostHits = 100;

interface Found {
  readonly document: SearchDocument;
  readonly score: number;
}

interface Outcome {
  readonly found: readonly Found[];
  readonly total: number;
  readonly isCapped: boolean;
  readonly words: readonly QueryWord[];
}

const nobody: Outcome = { found: [], total: 0, isCapped: false, words: [] };

/** Tries what was typed as it is spelled, then with typos, then in looser ways, until there is enough to show. */
export function searchSegments(segments: readonly Segment[], query: SearchQuery): SearchAnswer {
  const limit = Math.max(1, Math.min(mostHits, query.limit ?? defaultLimit));
  let outcome = nobody;
  for (const attempt of attemptsFor(parseQuery(query.text))) {
    if (outcome.found.length >= attempt.enough * limit) break;
    const next = tryOnce(segments, query, attempt, limit);
    if (next.found.length >= outcome.found.length) outcome = next;
  }
  const { found, total, isCapped, words } = outcome;
  return {
    hits: found.map(({ document, score }) => ({
      id: document.id,
      score,
      ...matchesOfDocument(document, words),
    })),
    total: Math.max(total, found.length),
    isCapped,
  };
}

function tryOnce(segments: readonly Segment[], query: SearchQuery, attempt: Attempt, limit: number): Outcome {
  const { boosts = [], filters } = query;
  const found: Found[] = [];
  let total = 0;
  let isCapped = false;
  for (const segment of segments) {
    const hits = searchSegment(segment, { attempt, limit, boosts, filters });
    total += hits.total;
    isCapped ||= hits.isCapped;
    for (const [n, document] of hits.top.documents.entries()) {
      found.push({ document: readDocument(segment, document), score: hits.top.scores[n] ?? 0 });
    }
  }
  found.sort(bestFirst);
  return { found: found.slice(0, limit), total, isCapped, words: attempt.words };
}

/** By score, then by name, then by id: the same query gives the same order, however the documents came in. */
function bestFirst(one: Found, other: Found): number {
  if (one.score !== other.score) return other.score - one.score;
  return (
    compare(foldWord(one.document.name), foldWord(other.document.name)) ||
    compare(one.document.id, other.document.id)
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
