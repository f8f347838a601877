import type { SearchHit } from '@switchboard/search/match/search-query';

/** A stretch of hits of a longer answer, best first, and where in it the stretch begins. */
export interface HitStretch {
  readonly hits: readonly SearchHit[];
  readonly from: number;
}

/**
 * A page of what two searches found, by score. Of one all hits are there; of the other the stretch from `offset` less their
 * number on, which holds whatever can be on the page.
 */
export function mergedPage(
  stretch: HitStretch,
  all: readonly SearchHit[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly SearchHit[] {
  const placed: { readonly hit: SearchHit; readonly place: number }[] = [];
  for (const [n, hit] of stretch.hits.entries()) {
    const before = all.filter(({ score }) => score > hit.score).length;
    placed.push({ hit, place: stretch.from + n + before });
  }
  for (const [n, hit] of all.entries()) {
    const before = stretch.hits.filter(({ score }) => score >= hit.score).length;
    placed.push({ hit, place: stretch.from + n + before });
  }
  return placed
    .filter(({ place }) => place >= offset && place < offset + limit)
    .toSorted((one, other) => one.place - other.place)
    .map(({ hit }) => hit);
}
