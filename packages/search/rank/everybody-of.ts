import { formerPenalty } from '../match/match-grade.ts';
import type { SearchFilters } from '../match/search-query.ts';
import { documentCount, documentFlag, type Segment } from '../segment/segment.ts';
import { documentFilter, documentsWithIds } from './document-filter.ts';
import { type Found, foundAt } from './found.ts';

/** Documents of one place in the order of names that are taken along at most, to be put in order by their whole names. */
const mostAlike = 2_000;

/**
 * Everybody of a segment who fits the filters: the first of them by name, those who are no longer here after the others, and
 * how many there are. Documents are numbered in the order of the first letters of their names.
 */
export function everybodyOf(
  segment: Segment,
  filters: SearchFilters,
  most: number,
): { readonly found: readonly Found[]; readonly total: number } {
  const isAllowed = documentFilter(segment, filters);
  const ids = filters.ids === undefined ? undefined : new Set(documentsWithIds(segment, filters.ids));
  const here = new FirstByName(segment, most);
  const former = new FirstByName(segment, most);
  let total = 0;
  for (let document = 0; document < documentCount(segment); document += 1) {
    if ((ids !== undefined && !ids.has(document)) || !isAllowed(document)) continue;
    total += 1;
    const isFormer = ((segment.flags[document] ?? 0) & documentFlag.former) !== 0;
    (isFormer ? former : here).offer(document);
  }
  const found = [
    ...here.documents.map((document) => foundAt(segment, document, 0)),
    ...former.documents.map((document) => foundAt(segment, document, -formerPenalty)),
  ];
  return { found, total };
}

/** So many documents as they come, and those behind them whose names begin as the last one's does. */
class FirstByName {
  readonly documents: number[] = [];
  readonly #keys: Float64Array;
  readonly #most: number;

  constructor({ nameKeys }: Segment, most: number) {
    this.#keys = nameKeys;
    this.#most = most;
  }

  offer(document: number): void {
    const { length } = this.documents;
    const isAlike = this.#keys[document] === this.#keys[this.documents.at(-1) ?? -1];
    if (length < this.#most || (isAlike && length < this.#most + mostAlike)) this.documents.push(document);
  }
}
