import type { SearchDocument } from '@switchboard/search/document/search-document';
import type { BenchQuery, QueryKind } from './queries.ts';

/** Somebody who answers queries: ours, and those it is compared with. */
export interface Engine {
  readonly name: string;
  /** Fills it, and returns how long that took, in seconds. */
  fill(people: Iterable<SearchDocument>, count: number): Promise<number>;
  /** The first ten, as ids. */
  search(query: BenchQuery, kind: QueryKind): readonly string[] | Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface Measured {
  /** Milliseconds of each query. */
  readonly times: readonly number[];
  /** Share of the queries with what was wanted among the first ten. */
  readonly hits: number;
}

/** Each query three times, of which the fastest counts: what else the machine does is not to be measured. */
const rounds = 3;

export async function measure(
  engine: Engine,
  kind: QueryKind,
  queries: readonly BenchQuery[],
  personOfId: (id: string) => SearchDocument,
): Promise<Measured> {
  const times: number[] = [];
  let hits = 0;
  for (const query of queries) {
    let fastest = Number.POSITIVE_INFINITY;
    let found: readonly string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const since = performance.now();
      found = await engine.search(query, kind);
      fastest = Math.min(fastest, performance.now() - since);
    }
    times.push(fastest);
    if (found.some((id) => query.isWanted(personOfId(id)))) hits += 1;
  }
  return { times, hits: hits / queries.length };
}
