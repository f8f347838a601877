import type { SearchDocument } from '../document/search-document.ts';
import { readDocument } from '../segment/read-document.ts';
import type { Segment } from '../segment/segment.ts';
import { foldWord } from '../text/fold-word.ts';

/** A document that fits, out of its segment. */
export interface Found {
  /** The name as names are compared. */
  readonly folded: string;
  readonly document: SearchDocument;
  readonly score: number;
}

export function foundAt(segment: Segment, document: number, score: number): Found {
  const read = readDocument(segment, document);
  return { document: read, folded: foldWord(read.name), score };
}

/** By score, then by name, then by id: the same query gives the same order, however the documents came in. */
export function bestFirst(one: Found, other: Found): number {
  if (one.score !== other.score) return other.score - one.score;
  return compare(one.folded, other.folded) || compare(one.document.id, other.document.id);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
