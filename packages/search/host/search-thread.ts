import { ok, type Result, refused } from '@switchboard/kit/result';
import type { SearchQuery } from '../match/search-query.ts';
import { PeopleIndex } from '../people-index.ts';
import { finishSegment } from '../segment/finish-segment.ts';
import { SegmentDraft } from '../segment/segment-draft.ts';
import type {
  AnswerOf,
  DocumentChanges,
  NoIndex,
  OpenIndex,
  TaskName,
  TaskOf,
  ThreadSettings,
} from './search-messages.ts';
import { type ShelvedIndex, TenantShelf } from './tenant-shelf.ts';
import { WorkQueue } from './work-queue.ts';

/** Each task with its number, by which it may be skipped. */
type Handlers = {
  readonly [Name in TaskName]: (
    task: TaskOf<Name>,
    number: number,
  ) => AnswerOf<Name> | Promise<AnswerOf<Name>>;
};

/** Documents that are taken apart in one step: about a millisecond. */
const stepSize = 50;

interface Build {
  readonly draft: SegmentDraft;
  /** What changed while it was built. */
  readonly changes: DocumentChanges[];
}

/** What the thread does, without the thread. */
export class SearchThread {
  readonly #queue = new WorkQueue();
  readonly #shelf: TenantShelf;
  readonly #builds = new Map<string, Build>();
  readonly #tidied = new Set<PeopleIndex>();
  /** By line, the number of its newest query. */
  readonly #newest = new Map<string, number>();
  /** Numbers of queries whose turn has not come, and of those among them that nobody waits for. */
  readonly #waiting = new Set<number>();
  readonly #skipped = new Set<number>();
  #searches = 0;

  readonly handlers: Handlers = {
    open: async ({ tenant }) => opened(await this.#take(tenant)),
    search: (task, number) => this.#search(task, number),
    change: ({ tenant, changes }) => this.#change(tenant, changes),
    beginBuild: ({ tenant }) => void this.#builds.set(tenant, { draft: new SegmentDraft(), changes: [] }),
    buildPage: ({ tenant, documents }) =>
      this.#queue.background(this.#addPage(this.#build(tenant), documents)),
    finishBuild: ({ tenant, mark }) => this.#finishBuild(tenant, mark),
    dropBuild: ({ tenant }) => void this.#builds.delete(tenant),
    save: ({ tenant }) => this.#shelf.save(tenant),
    evict: ({ tenant }) => this.#shelf.evict(tenant),
    forget: ({ tenant }) => this.#shelf.forget(tenant),
    stats: () =>
      Array.from(this.#shelf.entries, ([tenant, { index, isDirty }]) => ({
        tenant,
        size: index.size,
        segments: index.segments.length,
        bytes: index.bytes,
        isDirty,
      })),
    settle: async () => {
      await this.#queue.background(nothing());
      await this.#shelf.saveAll();
    },
  };

  constructor(settings: ThreadSettings) {
    this.#shelf = new TenantShelf(settings);
  }

  /** The query of this number is not waited for any more. */
  skip(number: number): void {
    if (this.#waiting.has(number)) this.#skipped.add(number);
  }

  async #take(tenant: string): Promise<Result<ShelvedIndex, NoIndex>> {
    const known = this.#shelf.inMemory(tenant);
    if (known !== undefined) return ok(known);
    const taken = await this.#shelf.take(tenant);
    if (!taken.ok) return refused({ code: 'noIndex', snapshot: taken.refusal });
    await this.#shelf.keepWithinBudget();
    return taken;
  }

  async #search({ tenant, query, line }: TaskOf<'search'>, number: number): Promise<AnswerOf<'search'>> {
    const turn = (this.#searches += 1);
    if (line !== undefined) this.#newest.set(line, turn);
    this.#waiting.add(number);
    try {
      const taken = await this.#take(tenant);
      return taken.ok ? await this.#inTurn(taken.value.index, query, { line, turn, number }) : taken;
    } finally {
      this.#waiting.delete(number);
      this.#skipped.delete(number);
      if (line !== undefined && this.#newest.get(line) === turn) this.#newest.delete(line);
    }
  }

  #inTurn(
    index: PeopleIndex,
    query: SearchQuery,
    { line, turn, number }: { line: string | undefined; turn: number; number: number },
  ): Promise<AnswerOf<'search'>> {
    const { promise, resolve, reject } = Promise.withResolvers<AnswerOf<'search'>>();
    this.#queue.urgent(() => {
      const isOld = line !== undefined && this.#newest.get(line) !== turn;
      if (isOld || this.#skipped.has(number)) return resolve(refused({ code: 'overtaken' }));
      try {
        resolve(ok(index.search(query)));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    return promise;
  }

  async #change(tenant: string, changes: DocumentChanges): Promise<AnswerOf<'change'>> {
    this.#builds.get(tenant)?.changes.push(changes);
    const taken = await this.#take(tenant);
    if (!taken.ok) return taken;
    const shelved = taken.value;
    const { after } = changes;
    if (after !== undefined && after !== shelved.mark)
      return refused({ code: 'otherMark', mark: shelved.mark });
    shelved.changing += 1;
    try {
      await this.#queue.background(applyChanges(shelved.index, changes));
    } finally {
      shelved.changing -= 1;
    }
    shelved.mark = changes.mark;
    shelved.isDirty = true;
    this.#tidy(shelved.index);
    return opened(taken);
  }

  #build(tenant: string): Build {
    const build = this.#builds.get(tenant);
    if (build === undefined) throw new Error(`no index of ${tenant} is being built`);
    return build;
  }

  *#addPage({ draft }: Build, documents: TaskOf<'buildPage'>['documents']): Generator<void, number> {
    for (const [n, document] of documents.entries()) {
      draft.add(document);
      if (n % stepSize === stepSize - 1) yield;
    }
    return draft.size;
  }

  async #finishBuild(tenant: string, mark: string): Promise<OpenIndex> {
    const build = this.#build(tenant);
    const segment = await this.#queue.background(finishSegment(build.draft));
    const index = new PeopleIndex([segment]);
    for (const changes of build.changes) await this.#queue.background(applyChanges(index, changes));
    const shelved = { index, mark: build.changes.at(-1)?.mark ?? mark, isDirty: true, changing: 0 };
    this.#builds.delete(tenant);
    this.#shelf.put(tenant, shelved);
    await this.#shelf.save(tenant);
    await this.#shelf.keepWithinBudget();
    return { mark: shelved.mark, size: index.size };
  }

  /** One job an index, however many changes come. */
  #tidy(index: PeopleIndex): void {
    if (this.#tidied.has(index) || !index.isUntidy) return;
    this.#tidied.add(index);
    void this.#queue.background(index.tidy()).finally(() => this.#tidied.delete(index));
  }
}

const opened = (taken: Result<ShelvedIndex, NoIndex>): Result<OpenIndex, NoIndex> =>
  taken.ok ? ok({ mark: taken.value.mark, size: taken.value.index.size }) : taken;

function* applyChanges(index: PeopleIndex, { put, removed }: DocumentChanges): Generator<void, void> {
  index.remove(removed);
  for (let from = 0; from < put.length; from += stepSize) {
    index.put(put.slice(from, from + stepSize));
    yield;
  }
}

/** Has nothing to do but to wait for its turn. */
function* nothing(): Generator<void, void> {}
