import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { SearchDocument } from '@switchboard/search/document/search-document';
import type { BenchOptions } from '../options.ts';
import { percentile } from '../report/percentile.ts';
import type { Report, Row } from '../report/report.ts';
import type { Ground } from '../stage/side.ts';
import { type Engine, type Measured, measure } from './engine.ts';
import { FloorEngine } from './floor-engine.ts';
import { MinisearchEngine } from './minisearch-engine.ts';
import { OurEngine } from './our-engine.ts';
import { personOf } from './people.ts';
import { PostgresEngine } from './postgres-engine.ts';
import { type BenchQuery, type QueryKind, queriesOf, queryKinds } from './queries.ts';

const queriesOfEach = 200;
/** Uncounted, of each kind, so that code is compiled and caches are filled. */
const warmUp = 30;
/** What is slow is asked less. */
const queriesOfSlow = 40;
/** The library holds no more in memory. */
const mostForLibrary = 100_000;
const changed = 2_000;

type Kinds = ReadonlyMap<QueryKind, Measured>;

/** The people search beside PostgreSQL with trigrams, and beside the bare work. */
export async function benchSearch(ground: Ground, options: BenchOptions): Promise<Report> {
  const rows: Row[] = [];
  for (const people of options.people) rows.push(...(await benchPeople(ground, people, options.seed)));
  return { rows, remarks: [] };
}

async function benchPeople(ground: Ground, people: number, seed: number): Promise<readonly Row[]> {
  const { say, databases } = ground;
  const queries = new Map(
    queryKinds.map((kind) => [kind, queriesOf(kind, people, seed, warmUp + queriesOfEach)]),
  );
  const run = async (engine: Engine, count: number): Promise<{ seconds: number; kinds: Kinds }> => {
    say(`search: ${engine.name} with ${people} people`);
    const seconds = await engine.fill(peopleOf(people, seed), people);
    return { seconds, kinds: await measureKinds(engine, queries, count, seed) };
  };
  const before = memory();
  const ours = new OurEngine();
  const own = await run(ours, queriesOfEach);
  const megabytes = (memory() - before) / 1e6;
  const floor = new FloorEngine(queries);
  const bare = await run(floor, queriesOfEach);
  await floor.close();
  const { rates, coldFloor } = await changesAndStart(ours, databases.folder, people, seed);
  await ours.close();
  const postgres = new PostgresEngine(await databases.create(`search_${people}`));
  const sql = await run(postgres, queriesOfSlow);
  await postgres.close();
  const library = new MinisearchEngine();
  const lib = people <= mostForLibrary ? await run(library, queriesOfSlow) : undefined;
  await library.close();
  const others: readonly (readonly [string, { seconds: number; kinds: Kinds } | undefined])[] = [
    ['PostgreSQL', sql],
    ['minisearch', lib],
  ];
  const row = (
    measure: string,
    unit: string,
    ours: number,
    floor = Number.NaN,
    beside: Row['beside'] = {},
  ): Row => ({
    bench: 'search',
    measure: `${measure}, ${people} people`,
    unit,
    ours,
    floor,
    beside,
  });
  const besides = (figure: (each: { seconds: number; kinds: Kinds }) => number): Row['beside'] =>
    Object.fromEntries(others.map(([name, each]) => [name, each === undefined ? Number.NaN : figure(each)]));
  const ofKind = (kind: QueryKind, share: number) => (each: { kinds: Kinds }) =>
    percentile(each.kinds.get(kind)?.times ?? [], share);
  return [
    ...queryKinds.flatMap((kind) => [
      row(`${kind}, p50`, 'ms', ofKind(kind, 0.5)(own), ofKind(kind, 0.5)(bare), besides(ofKind(kind, 0.5))),
      row(
        `${kind}, p99`,
        'ms',
        ofKind(kind, 0.99)(own),
        ofKind(kind, 0.99)(bare),
        besides(ofKind(kind, 0.99)),
      ),
      row(
        `${kind}, among the first ten`,
        '',
        own.kinds.get(kind)?.hits ?? 0,
        undefined,
        besides((each) => each.kinds.get(kind)?.hits ?? 0),
      ),
    ]),
    row(
      'filling',
      's',
      own.seconds,
      undefined,
      besides(({ seconds }) => seconds),
    ),
    row('memory', 'MB', megabytes),
    row('changes', '1/s', rates.changes),
    row('ready from a snapshot', 's', rates.coldStart, coldFloor),
    row('snapshot', 'MB', rates.megabytes),
  ];
}

async function changesAndStart(ours: OurEngine, folder: string, people: number, seed: number) {
  const cold = await ours.coldStart(folder);
  const since = performance.now();
  await readFile(path.join(folder, 'bench.people'));
  const coldFloor = (performance.now() - since) / 1_000;
  const some = Array.from({ length: Math.min(changed, people) }, (_, n) => ({
    ...personOf(seed, Math.floor((n * people) / changed)),
    office: 'Z9.99',
  }));
  return {
    rates: { changes: ours.updateRate(some), coldStart: cold.seconds, megabytes: cold.megabytes },
    coldFloor,
  };
}

async function measureKinds(
  engine: Engine,
  queries: ReadonlyMap<QueryKind, readonly BenchQuery[]>,
  count: number,
  seed: number,
): Promise<Kinds> {
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
function memory(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
