import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { SearchDocument } from '@switchboard/search/document/search-document';
import { PeopleIndex, runThrough } from '@switchboard/search/people-index';
import { finishSegment } from '@switchboard/search/segment/finish-segment';
import { SegmentDraft } from '@switchboard/search/segment/segment-draft';
import { readSnapshot } from '@switchboard/search/snapshot/read-snapshot';
import { writeSnapshot } from '@switchboard/search/snapshot/write-snapshot';
import type { Engine } from './engine.ts';
import type { BenchQuery } from './queries.ts';

export const snapshotName = 'bench.people';

/** Changes in one delta, as a page of Graph's has them. */
const pageSize = 200;

/** The index itself, in this thread: what the thread of its own adds is measured apart. */
export class OurEngine implements Engine {
  readonly name = 'Switchboard';
  index = new PeopleIndex();

  async fill(people: Iterable<SearchDocument>): Promise<number> {
    const draft = new SegmentDraft();
    let spent = 0;
    for (const person of people) {
      const since = performance.now();
      draft.add(person);
      spent += performance.now() - since;
    }
    const since = performance.now();
    this.index = new PeopleIndex([runThrough(finishSegment(draft))]);
    return (spent + performance.now() - since) / 1_000;
  }

  search({ text }: BenchQuery): readonly string[] {
    return this.index.search({ text, limit: 10 }).hits.map(({ id }) => id);
  }

  /** Changed documents a second, page by page, with the joining of segments that they lead to. */
  updateRate(people: readonly SearchDocument[]): number {
    const since = performance.now();
    for (let from = 0; from < people.length; from += pageSize) {
      this.index.put(people.slice(from, from + pageSize));
      runThrough(this.index.tidy());
    }
    return people.length / ((performance.now() - since) / 1_000);
  }

  /** Writes a snapshot and reads it again, as after a restart. */
  async coldStart(folder: string): Promise<{ readonly seconds: number; readonly megabytes: number }> {
    const file = path.join(folder, snapshotName);
    await writeSnapshot(file, this.index.segments, '');
    const since = performance.now();
    const snapshot = await readSnapshot(file);
    if (!snapshot.ok) throw new Error(`the snapshot was refused: ${snapshot.refusal}`);
    this.index = new PeopleIndex(snapshot.value.segments);
    this.index.search({ text: 'smith', limit: 10 });
    const seconds = (performance.now() - since) / 1_000;
    return { seconds, megabytes: (await stat(file)).size / 1e6 };
  }

  async close(): Promise<void> {
    this.index = new PeopleIndex();
  }
}
