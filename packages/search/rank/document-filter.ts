import { type Column, columns } from '../document/stored-document.ts';
import type { SearchFilters } from '../match/search-query.ts';
import { findById, idBytes } from '../segment/id-table.ts';
import { valueAt } from '../segment/read-document.ts';
import { documentFlag, type Segment } from '../segment/segment.ts';
import { foldWord } from '../text/fold-word.ts';

export type DocumentFilter = (document: number) => boolean;

/** Which documents of a segment are here and fit the filters. */
export function documentFilter(segment: Segment, filters: SearchFilters | undefined): DocumentFilter {
  const { flags, columnValues } = segment;
  const isHere: DocumentFilter = (document) => ((flags[document] ?? 0) & documentFlag.gone) === 0;
  const conditions: DocumentFilter[] = [isHere];
  const among = (of: readonly Column[], wanted: readonly string[] | undefined): void => {
    if (wanted === undefined) return;
    const values = valuesLike(segment, wanted);
    const places = of.map((column) => columns.indexOf(column));
    conditions.push((document) =>
      places.some((place) => values.has(columnValues[document * columns.length + place] ?? 0)),
    );
  };
  among(['source'], filters?.sources);
  among(['department'], filters?.departments);
  among(['office', 'city'], filters?.places);
  return conditions.length === 1 ? isHere : (document) => conditions.every((fits) => fits(document));
}

/** Numbers of the values that are the same but for case and diacritics. Values are few beside documents. */
function valuesLike(segment: Segment, wanted: readonly string[]): ReadonlySet<number> {
  const folded = new Set(wanted.map((text) => foldWord(text.trim())));
  const values = new Set<number>();
  for (let value = 0; value + 1 < segment.valueStarts.length; value += 1) {
    if (folded.has(foldWord(valueAt(segment, value).trim()))) values.add(value);
  }
  return values;
}

/** The documents of a segment with these ids that are here. */
export function documentsWithIds(segment: Segment, ids: readonly string[]): readonly number[] {
  return ids
    .map((id) => findById(segment, idBytes(id)))
    .filter((document) => document >= 0 && ((segment.flags[document] ?? 0) & documentFlag.gone) === 0);
}
