import type { SearchDocument } from '../document/search-document.ts';
import { matchesOfDocument } from '../highlight/matches-of-document.ts';
import { parseQuery, type QueryWord } from '../match/parse-query.ts';
import type { SearchAnswer, SearchQuery } from '../match/search-query.ts';
import { readDocument } from '../segment/read-document.ts';
import type { Segment } from '../segment/segment.ts';
import { foldWord } from '../text/fold-word.ts';
import { asideFor, attemptsFor } from './attempts.ts';
import { type Attempt, searchSegment } from './search-segment.ts';

const defaultLimit = 12;
const mostHits = 100;
/** Hits that are seen without moving, and how many of them may fit another reading of what was typed. */
const seenAtOnce = 10;
const mostAside = 3;

interface Found {
  /** The name as names are compared. */
  readonly folded: string;
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
  const typed = parseQuery(query.text);
  let outcome = nobody;
  for (const attempt of attemptsFor(typed)) {
    if (outcome.found.length >= Math.min(attempt.enough, limit)) break;
    const next = tryOnce(segments, query, attempt, limit);
    if (next.found.length >= outcome.found.length) outcome = next;
  }
  const { total, isCapped, words } = outcome;
  const aside = asideFor(typed);
  const found =
    aside === undefined
      ? outcome.found
      : withAside(outcome.found, tryOnce(segments, query, aside, mostAside).found, limit);
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

/** Puts those who fit another reading where they are seen at once and push nobody from the top. */
function withAside(found: readonly Found[], aside: readonly Found[], limit: number): readonly Found[] {
  const ids = new Set(found.slice(0, seenAtOnce - mostAside).map(({ document }) => document.id));
  const others = aside.filter(({ document }) => !ids.has(document.id));
  const added = new Set(others.map(({ document }) => document.id));
  const rest = found.filter(({ document }) => !added.has(document.id));
  const place = Math.max(0, Math.min(rest.length, Math.min(seenAtOnce, limit) - others.length));
  return [...rest.slice(0, place), ...others, ...rest.slice(place)].slice(0, limit);
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
      const read = readDocument(segment, document);
      found.push({ document: read, folded: foldWord(read.name), score: hits.top.scores[n] ?? 0 });
    }
  }
  found.sort(bestFirst);
  return { found: found.slice(0, limit), total, isCapped, words: attempt.words };
}

/** By score, then by name, then by id: the same query gives the same order, however the documents came in. */
function bestFirst(one: Found, other: Found): number {
  if (one.score !== other.score) return other.score - one.score;
  return compare(one.folded, other.folded) || compare(one.document.id, other.document.id);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
