import { finishSegment } from './finish-segment.ts';
import { readDocument } from './read-document.ts';
import { documentCount, documentFlag, type Segment } from './segment.ts';
import { SegmentDraft } from './segment-draft.ts';

/** Segments of about the same size are joined when there are so many of them. */
const width = 4;
/** Below this size all are the same. */
const smallest = 16;
/** A share of documents that are gone, at which a segment is made anew without them. */
const goneShare = 0.3;
/** Smaller segments cost nothing, whatever is in them. */
const worthwhile = 1_000;

/** A segment, and how many of its documents are gone. */
export interface Part {
  readonly segment: Segment;
  gone: number;
}

/**
 * Which segments are to be joined next; none if there are few enough. Each document is joined once a size class, so a change
 * costs some ten times its own indexing, spread over time.
 */
export function partsToMerge(parts: readonly Part[]): readonly Part[] {
  const bySize = new Map<number, Part[]>();
  for (const part of parts) {
    const size = Math.floor(Math.log(Math.max(1, documentCount(part.segment) / smallest)) / Math.log(width));
    bySize.set(size, [...(bySize.get(size) ?? []), part]);
  }
  for (const [, alike] of [...bySize].toSorted(([one], [other]) => one - other)) {
    if (alike.length >= width) return alike;
  }
  const hollow = parts.find(
    ({ segment, gone }) => documentCount(segment) >= worthwhile && gone > documentCount(segment) * goneShare,
  );
  return hollow === undefined ? [] : [hollow];
}

/** One segment with what is not gone of several. Pauses every millisecond or so. */
export function* mergeSegments(segments: readonly Segment[]): Generator<void, Segment> {
  const draft = new SegmentDraft();
  for (const segment of segments) {
    for (let document = 0; document < documentCount(segment); document += 1) {
      if (((segment.flags[document] ?? 0) & documentFlag.gone) === 0)
        draft.add(readDocument(segment, document));
      if (document % 100 === 99) yield;
    }
  }
  return yield* finishSegment(draft);
}
