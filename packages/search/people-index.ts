import type { SearchDocument } from './document/search-document.ts';
import type { SearchAnswer, SearchQuery } from './match/search-query.ts';
import { searchSegments } from './rank/search-segments.ts';
import { finishSegment } from './segment/finish-segment.ts';
import { findById, idBytes } from './segment/id-table.ts';
import { mergeSegments, type Part, partsToMerge } from './segment/merge-segments.ts';
import { bytesOf, documentCount, documentFlag, type Segment } from './segment/segment.ts';
import { SegmentDraft } from './segment/segment-draft.ts';

/**
 * The people of one tenant, to be found by what one knows of them. Every change makes a new small segment and flags what
 * it replaces as gone; `tidy` joins segments, in small steps, so that queries never wait for it.
 */
export class PeopleIndex {
  #parts: readonly Part[];
  /** Ids that went while segments are being joined: to be flagged in the joined one. */
  #goneMeanwhile: Uint8Array[] | undefined;

  constructor(segments: readonly Segment[] = []) {
    this.#parts = segments.map((segment) => ({ segment, gone: countGone(segment) }));
  }

  get segments(): readonly Segment[] {
    return this.#parts.map(({ segment }) => segment);
  }

  /** How many documents can be found. */
  get size(): number {
    return this.#parts.reduce((sum, { segment, gone }) => sum + documentCount(segment) - gone, 0);
  }

  /** In memory. */
  get bytes(): number {
    return this.#parts.reduce((sum, { segment }) => sum + bytesOf(segment), 0);
  }

  /** Adds documents, in place of those with the same ids. A thousand at a time take some 20 ms. */
  put(documents: readonly SearchDocument[]): void {
    if (documents.length === 0) return;
    const draft = new SegmentDraft();
    for (const document of documents) draft.add(document);
    const segment = runThrough(finishSegment(draft));
    this.remove(documents.map(({ id }) => id));
    this.#parts = [...this.#parts, { segment, gone: countGone(segment) }];
  }

  /** Ids that are not there are passed over. */
  remove(ids: readonly string[]): void {
    for (const id of ids) {
      const bytes = idBytes(id);
      for (const part of this.#parts) flagAsGone(part, bytes);
      this.#goneMeanwhile?.push(bytes);
    }
  }

  search(query: SearchQuery): SearchAnswer {
    return searchSegments(this.segments, query);
  }

  /** Whether `tidy` has anything to do. */
  get isUntidy(): boolean {
    return this.#goneMeanwhile === undefined && partsToMerge(this.#parts).length > 0;
  }

  /** Joins segments until there are few. Changes and queries may come between any two steps. */
  *tidy(): Generator<void, void> {
    for (;;) {
      const parts = partsToMerge(this.#parts);
      if (parts.length === 0) return;
      const gone: Uint8Array[] = [];
      this.#goneMeanwhile = gone;
      try {
        const segment = yield* mergeSegments(parts.map((part) => part.segment));
        const merged = { segment, gone: 0 };
        for (const id of gone) flagAsGone(merged, id);
        const rest = this.#parts.filter((part) => !parts.includes(part));
        this.#parts = documentCount(segment) === 0 ? rest : [merged, ...rest];
      } finally {
        this.#goneMeanwhile = undefined;
      }
    }
  }
}

function flagAsGone(part: Part, id: Uint8Array): void {
  const { flags } = part.segment;
  const document = findById(part.segment, id);
  const flag = flags[document];
  if (flag === undefined || (flag & documentFlag.gone) !== 0) return;
  flags[document] = flag | documentFlag.gone;
  part.gone += 1;
}

function countGone({ flags }: Segment): number {
  let gone = 0;
  for (const flag of flags) gone += flag & documentFlag.gone;
  return gone;
}

/** Does all steps at once. */
export function runThrough<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
