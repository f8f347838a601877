import type { SearchDocument } from './document/search-document.ts';
import { PeopleIndex } from './people-index.ts';
import { finishSegment } from './segment/finish-segment.ts';
import { SegmentDraft } from './segment/segment-draft.ts';

/** Documents that are taken apart in one step: about a millisecond. */
const stepSize = 50;

/** An index of few documents, made in the thread that asks: it lets others go first (`pause`) between steps of a millisecond. */
export async function buildIndex(
  documents: readonly SearchDocument[],
  pause: () => Promise<void>,
): Promise<PeopleIndex> {
  const draft = new SegmentDraft();
  for (let from = 0; from < documents.length; from += stepSize) {
    for (const document of documents.slice(from, from + stepSize)) draft.add(document);
    await pause();
  }
  if (draft.size === 0) return new PeopleIndex();
  const steps = finishSegment(draft);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return new PeopleIndex([step.value]);
    await pause();
  }
}
