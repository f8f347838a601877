import { matchesOfDocument } from '../highlight/matches-of-document.ts';
import { parseQuery, type QueryWord, typedMail } from '../match/parse-query.ts';
import { mostHits, mostPassedBy, type SearchAnswer, type SearchQuery } from '../match/search-query.ts';
import type { Segment } from '../segment/segment.ts';
import { asideFor, attemptsFor } from './attempts.ts';
import { everybodyOf } from './everybody-of.ts';
import { bestFirst, type Found, foundAt } from './found.ts';
import { type Attempt, searchSegment } from './search-segment.ts';

const defaultLimit = 12;
/** Hits that are seen without moving, and how many of them may fit another reading of what was typed. */
const seenAtOnce = 10;
const mostAside = 3;
/** Whose address is typed goes before all who are found by the name in it; who has left stays last. */
const mailBonus = 100_000;

interface Outcome {
  readonly found: readonly Found[];
  readonly total: number;
  readonly isCapped: boolean;
  readonly words: readonly QueryWord[];
}

const nobody: Outcome = { found: [], total: 0, isCapped: false, words: [] };

/** Tries what was typed as it is spelled, then with typos, then in looser ways, until there is enough to show. */
export function searchSegments(segments: readonly Segment[], query: SearchQuery): SearchAnswer {
  const limit = bounded(query.limit ?? defaultLimit, 1, mostHits);
  const offset = bounded(query.offset ?? 0, 0, mostPassedBy);
  // What is looked for must not depend on the page, or the same person would be on two of them.
  const mail = typedMail(query.text);
  const most = mail === undefined ? Math.max(seenAtOnce, offset + limit) : Math.max(mostHits, offset + limit);
  const typed = parseQuery(query.text);
  const {
    found: fitting,
    total,
    isCapped,
    words,
  } = query.text.trim() === '' ? everybody(segments, query, most) : bestOf(segments, query, typed, most);
  const found = mail === undefined ? fitting : withMailFirst(fitting, mail);
  return {
    hits: found.slice(offset, offset + limit).map(({ document, score }) => ({
      id: document.id,
      score,
      ...matchesOfDocument(document, words),
    })),
    total: Math.max(total, found.length),
    isCapped,
  };
}

const bounded = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, Math.trunc(value) || 0));

/** Several have one name, and numbers in their addresses tell them apart. */
const withMailFirst = (found: readonly Found[], mail: string): readonly Found[] =>
  found
    .map((each) =>
      each.document.mail?.toLowerCase().startsWith(mail) === true
        ? { ...each, score: each.score + mailBonus }
        : each,
    )
    .toSorted(bestFirst);

function bestOf(
  segments: readonly Segment[],
  query: SearchQuery,
  typed: readonly QueryWord[],
  most: number,
): Outcome {
  let outcome = nobody;
  for (const attempt of attemptsFor(typed)) {
    if (outcome.found.length >= attempt.enough) break;
    const next = tryOnce(segments, query, attempt, most);
    if (next.found.length >= outcome.found.length) outcome = next;
  }
  const aside = asideFor(typed);
  if (aside === undefined) return outcome;
  return {
    ...outcome,
    found: withAside(outcome.found, tryOnce(segments, query, aside, mostAside).found, most),
  };
}

/** Without a text: everybody whom the filters name, former people last. */
function everybody(segments: readonly Segment[], { filters }: SearchQuery, most: number): Outcome {
  if (filters === undefined || Object.values(filters).every((filter) => filter === undefined)) return nobody;
  const parts = segments.map((segment) => everybodyOf(segment, filters, most));
  const found = parts.flatMap((part) => part.found).toSorted(bestFirst);
  const total = parts.reduce((sum, part) => sum + part.total, 0);
  return { found: found.slice(0, most), total, isCapped: false, words: [] };
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
      found.push(foundAt(segment, document, hits.top.scores[n] ?? 0));
    }
  }
  found.sort(bestFirst);
  return { found: found.slice(0, limit), total, isCapped, words: attempt.words };
}
