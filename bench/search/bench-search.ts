import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { SearchDocument } from '@switchboard/search/document/search-document';
import type { BenchOptions } from '../options.ts';
import type { Report, Row } from '../report/report.ts';
import type { Ground } from '../stage/side.ts';
import { type Engine, type Measured, measure } from './engine.ts';
import { FloorEngine } from './floor-engine.ts';
import { MinisearchEngine } from './minisearch-engine.ts';
import { OurEngine, snapshotName } from './our-engine.ts';
import { personOf } from './people.ts';
import { PostgresEngine } from './postgres-engine.ts';
import { type BenchQuery, type QueryKind, queriesOf, queryKinds } from './queries.ts';
import { type EngineFigures, type OurFigures, type SearchFigures, searchRows } from './search-rows.ts';

const queriesOfEach = 200;
/** Uncounted, of each kind, so that code is compiled and caches are filled. */
const warmUp = 30;
/** What is slow is asked less. */
const queriesOfSlow = 40;
/** The library holds no more in memory. */
const mostForLibrary = 100_000;
const changed = 2_000;

type Queries = ReadonlyMap<QueryKind, readonly BenchQuery[]>;

/** The people search beside PostgreSQL with trigrams, and beside the bare work. */
export async function benchSearch(ground: Ground, options: BenchOptions): Promise<Report> {
  const rows: Row[] = [];
  for (const people of options.people) {
    rows.push(...searchRows(await measurePeople(ground, people, options.seed)));
  }
  return { rows, remarks: [] };
}

async function measurePeople(ground: Ground, people: number, seed: number): Promise<SearchFigures> {
  const queries: Queries = new Map(
    queryKinds.map((kind) => [kind, queriesOf(kind, people, seed, warmUp + queriesOfEach)]),
  );
  const run = async (engine: Engine, count: number): Promise<EngineFigures> => {
    ground.say(`search: ${engine.name} with ${people} people`);
    const filling = await engine.fill(peopleOf(people, seed), people);
    const kinds = await measureKinds(engine, queries, count, seed);
    return { filling, kinds };
  };
  const ours = await measureOurs(run, ground.databases.folder, people, seed);
  const floor = new FloorEngine(queries);
  const bare = await run(floor, queriesOfEach);
  await floor.close();
  const others: Engine[] = [new PostgresEngine(await ground.databases.create(`search_${people}`))];
  if (people <= mostForLibrary) others.push(new MinisearchEngine());
  const figures: (readonly [string, EngineFigures])[] = [];
  for (const other of others) {
    figures.push([other.name, await run(other, queriesOfSlow)]);
    await other.close();
  }
  return { people, ours, floor: bare, others: figures };
}

async function measureOurs(
  run: (engine: Engine, count: number) => Promise<EngineFigures>,
  folder: string,
  people: number,
  seed: number,
): Promise<OurFigures> {
  const before = await memory();
  const engine = new OurEngine();
  const figures = await run(engine, queriesOfEach);
  const megabytes = ((await memory()) - before) / 1e6;
  const start = await engine.coldStart(folder);
  const since = performance.now();
  await readFile(path.join(folder, snapshotName));
  const ready = { ...start, floor: (performance.now() - since) / 1_000 };
  const some = Array.from({ length: Math.min(changed, people) }, (_, n) => ({
    ...personOf(seed, Math.floor((n * people) / changed)),
    office: 'Z9.99',
  }));
  const changesASecond = engine.updateRate(some);
  await engine.close();
  return { ...figures, megabytes, changesASecond, ready };
}

async function measureKinds(
  engine: Engine,
  queries: Queries,
  count: number,
  seed: number,
): Promise<EngineFigures['kinds']> {
  const personOfId = (id: string): SearchDocument => personOf(seed, Number.parseInt(id.slice(0, 8), 16));
  const kinds = new Map<QueryKind, Measured>();
  for (const [kind, all] of queries) {
    await measure(engine, kind, all.slice(0, Math.min(warmUp, count / 4)), personOfId);
    kinds.set(kind, await measure(engine, kind, all.slice(warmUp, warmUp + count), personOfId));
  }
  return kinds;
}

function* peopleOf(count: number, seed: number): Generator<SearchDocument> {
  for (let n = 0; n < count; n += 1) yield personOf(seed, n);
}

/** Bytes in use, in and out of the heap, when all that is not has been taken away. */
async function memory(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What lies outside of the heap is let go after what it belonged to.
  for (let round = 0; round < 3; round += 1) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
